import { z } from "zod";
import type { GameJson, GameRow } from "@/lib/domain/game-row";
import { AWARD_KINDS, type Game, type Profile } from "@/lib/domain/player";
import { isImagePath } from "./image-path";
import { count, countOrNull, dateOfDatabase, dateOfPlay, line, number, text } from "./wire-values";

/** RA's placeholder icon. */
const NO_ICON = "/Images/000001.png";
/** Links to a game need a text. */
const NO_TITLE = "(no title)";

const awardKind = z.enum(AWARD_KINDS).nullable().catch(null);

const row = z.object({
  GameID: count,
  Title: text.nullable(),
  ImageIcon: z.string().nullish().catch(null),
  ConsoleID: count.nullable(),
  ConsoleName: text.nullish().catch(null),
  MaxPossible: countOrNull,
  NumAwarded: countOrNull,
  NumAwardedHardcore: countOrNull,
  // An invalid date or award must not remove the game.
  MostRecentAwardedDate: dateOfPlay.nullish().catch(null),
  HighestAwardKind: z.unknown().optional(),
  HighestAwardDate: dateOfPlay.nullish().catch(null),
});
const rowId = z.object({ GameID: count });

/** A row of RA's list, which may not be a game of the library. */
export interface ProgressRow {
  /** RA's game id; null if it is unreadable. */
  id: number | null;
  /** Null if the row is unreadable, or if RA's own page filters it out. */
  game: Game | null;
  isUnreadable: boolean;
}

function readRow(value: unknown): ProgressRow {
  const parsed = row.safeParse(value);
  if (!parsed.success) {
    const id = rowId.safeParse(value).data?.GameID ?? null;
    return { id, game: null, isUnreadable: true };
  }
  const wire = parsed.data;
  const kind = awardKind.parse(wire.HighestAwardKind ?? null);
  // RA's page lists games with an achievement or an award, and an unknown award kind is an award.
  const isWon = wire.NumAwarded > 0 || wire.NumAwardedHardcore > 0;
  if (!isWon && (wire.HighestAwardKind ?? null) === null) {
    return { id: wire.GameID, game: null, isUnreadable: false };
  }
  const game: Game = {
    id: wire.GameID,
    title: wire.Title?.trim() ? wire.Title : NO_TITLE,
    iconPath: wire.ImageIcon && isImagePath(wire.ImageIcon) ? wire.ImageIcon : NO_ICON,
    systemId: wire.ConsoleID ?? 0,
    systemName: wire.ConsoleName ?? null,
    maxPossible: wire.MaxPossible,
    numAwarded: wire.NumAwarded,
    numAwardedHardcore: wire.NumAwardedHardcore,
    mostRecentAwardedAt: wire.MostRecentAwardedDate ?? null,
    highestAwardKind: kind,
    highestAwardAt: kind ? (wire.HighestAwardDate ?? null) : null,
  };
  return { id: wire.GameID, game, isUnreadable: false };
}

/** One page of API_GetUserCompletionProgress. */
export interface ProgressPage {
  /** RA's number of rows in all. */
  total: number;
  rows: ProgressRow[];
}

/** From this number of rows on, a page without a readable one counts as another format. */
const UNKNOWN_FORMAT_ROWS = 10;

const envelope = z.object({
  Total: count,
  Results: z.custom<unknown[]>((value) => Array.isArray(value)),
});

/**
 * A page of API_GetUserCompletionProgress; null if the answer is none. Unknown fields are dropped.
 *
 * @param maxRows the requested number of rows: a page with more is invalid, and is not parsed
 */
export function readProgressPage(answer: unknown, maxRows: number): ProgressPage | null {
  const parsed = envelope.safeParse(answer);
  if (!parsed.success || parsed.data.Results.length > maxRows) return null;
  const rows = parsed.data.Results.map(readRow);
  const isUnknownFormat =
    rows.length >= UNKNOWN_FORMAT_ROWS && rows.every(({ isUnreadable }) => isUnreadable);
  return isUnknownFormat ? null : { total: parsed.data.Total, rows };
}

/** API_GetUserProfile, as a {@link Profile}. Unknown fields are dropped. */
export const userProfile = z
  .object({
    User: z.string().regex(/^[0-9A-Za-z]{2,20}$/),
    ULID: z.string().regex(/^[0-9A-Za-z]{26}$/),
    UserPic: z.string().nullish().catch(null),
    MemberSince: dateOfDatabase,
    TotalPoints: countOrNull,
    TotalSoftcorePoints: countOrNull,
    // Null for an account that never started a game.
    TotalTruePoints: countOrNull,
    Motto: text.nullish().catch(null),
    RichPresenceMsg: line.nullish().catch(null),
    LastGameID: count.nullish().catch(null),
  })
  .transform(
    (wire): Profile => ({
      name: wire.User,
      ulid: wire.ULID.toUpperCase(),
      // Anything else could lead a browser to another host.
      avatarPath:
        wire.UserPic && isImagePath(wire.UserPic) ? wire.UserPic : `/UserPic/${wire.User}.png`,
      memberSince: wire.MemberSince,
      points: wire.TotalPoints,
      casualPoints: wire.TotalSoftcorePoints,
      retroPoints: wire.TotalTruePoints,
      motto: wire.Motto ?? "",
      lastSeen: wire.RichPresenceMsg ?? "",
      // Games count from 1; 0 is none.
      lastGameId: wire.LastGameID || null,
    }),
  );

const permissions = z.object({ Permissions: number.nullish().catch(null) });

/** Whether RA itself hides the player's page: banned, or spam. */
export function isHiddenByRa(answer: unknown): boolean {
  const parsed = permissions.safeParse(answer);
  return parsed.success && (parsed.data.Permissions ?? 0) < 0;
}

/** A date (epoch seconds) in RA's format: ISO 8601 in UTC with `+00:00`. */
function wireDate(epochSeconds: number | null): string | null {
  if (epochSeconds === null) return null;
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}+00:00`;
}

type WireRow = GameRow<{
  id: "GameID";
  title: "Title";
  iconPath: "ImageIcon";
  systemId: "ConsoleID";
  systemName: "ConsoleName";
  maxPossible: "MaxPossible";
  numAwarded: "NumAwarded";
  numAwardedHardcore: "NumAwardedHardcore";
  mostRecentAwardedAt: "MostRecentAwardedDate";
  highestAwardKind: "HighestAwardKind";
  highestAwardAt: "HighestAwardDate";
}>;

/** A game as a row of API_GetUserCompletionProgress spells it (PascalCase). */
export function toWireRow(game: Game): WireRow {
  return {
    GameID: game.id,
    Title: game.title,
    ImageIcon: game.iconPath,
    ConsoleID: game.systemId,
    ConsoleName: game.systemName,
    MaxPossible: game.maxPossible,
    NumAwarded: game.numAwarded,
    NumAwardedHardcore: game.numAwardedHardcore,
    MostRecentAwardedDate: wireDate(game.mostRecentAwardedAt),
    HighestAwardKind: game.highestAwardKind,
    HighestAwardDate: wireDate(game.highestAwardAt),
  };
}

/** A game as a result of `getUserCompletionProgress` in `@retroachievements/api` spells it (camelCase). */
export function toApiRow(game: Game): GameJson {
  return {
    gameId: game.id,
    title: game.title,
    imageIcon: game.iconPath,
    consoleId: game.systemId,
    consoleName: game.systemName,
    maxPossible: game.maxPossible,
    numAwarded: game.numAwarded,
    numAwardedHardcore: game.numAwardedHardcore,
    mostRecentAwardedDate: wireDate(game.mostRecentAwardedAt),
    highestAwardKind: game.highestAwardKind,
    highestAwardDate: wireDate(game.highestAwardAt),
  };
}
