import { z } from "zod";
import { AWARD_KINDS, type Game, type Profile } from "@/lib/domain/player";
import { LIMITS } from "@/lib/limits";
import { isImagePath } from "./image-path";

/** RA sends some numbers as numeric strings; both are the same number here. */
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
const count = number.pipe(z.number().int().nonnegative());

/** Control characters, halves of characters, and marks that turn the direction of all that follows. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** A text as people typed it, without what cannot be shown and no longer than it can be meant to be. */
const text = z
  .string()
  .transform((value) => value.slice(0, LIMITS.textLength).replace(NOT_TEXT, ""));

/** What RA shows where a game has no icon. */
const NO_ICON = "/Images/000001.png";

/** Nothing was won before, nor after, in epoch seconds. */
const FIRST_DATE = Date.UTC(2000, 0) / 1000;
const LAST_DATE = Date.UTC(2100, 0) / 1000;

/** ISO 8601 with an offset, to epoch seconds. */
const date = z.iso
  .datetime({ offset: true })
  .transform((value) => Math.floor(Date.parse(value) / 1000));

/**
 * When something was won. All between the first award and now is told month by month and year by year, so a date
 * from before RA or from another century is as odd as one that is none.
 */
const dateOfPlay = date.refine((at) => at >= FIRST_DATE && at < LAST_DATE);

/** `2021-01-31 12:00:00` in UTC, to epoch seconds. */
const dateOfDatabase = z
  .string()
  .regex(/^\S+ \S+$/)
  .transform((value) => `${value.replace(" ", "T")}Z`)
  .pipe(date);

const row = z
  .object({
    GameID: count,
    Title: text,
    ImageIcon: z.string(),
    ConsoleID: count,
    ConsoleName: text.nullable(),
    MaxPossible: count,
    NumAwarded: count,
    NumAwardedHardcore: count,
    // One odd value of one row is not to cost a player the page.
    MostRecentAwardedDate: dateOfPlay.nullable().catch(null),
    HighestAwardKind: z.enum(AWARD_KINDS).nullish().catch(null),
    HighestAwardDate: dateOfPlay.nullish().catch(null),
  })
  .transform(
    (wire): Game => ({
      id: wire.GameID,
      title: wire.Title,
      iconPath: isImagePath(wire.ImageIcon) ? wire.ImageIcon : NO_ICON,
      systemId: wire.ConsoleID,
      systemName: wire.ConsoleName,
      maxPossible: wire.MaxPossible,
      numAwarded: wire.NumAwarded,
      numAwardedHardcore: wire.NumAwardedHardcore,
      mostRecentAwardedAt: wire.MostRecentAwardedDate,
      highestAwardKind: wire.HighestAwardKind ?? null,
      highestAwardAt: wire.HighestAwardKind ? (wire.HighestAwardDate ?? null) : null,
    }),
  );

/** One page of API_GetUserCompletionProgress: `{ total, games }`. Unknown fields are dropped. */
export const completionProgressPage = z
  .object({ Total: count, Results: z.array(row) })
  .transform(({ Total, Results }) => ({ total: Total, games: Results }));

/** API_GetUserProfile, as a {@link Profile}. Unknown fields are dropped. */
export const userProfile = z
  .object({
    User: z.string().regex(/^[0-9A-Za-z]{2,20}$/),
    ULID: z.string().regex(/^[0-9A-Za-z]{26}$/),
    UserPic: z.string(),
    MemberSince: dateOfDatabase,
    TotalPoints: count,
    TotalSoftcorePoints: count,
    TotalTruePoints: count,
    Motto: text.nullish(),
  })
  .transform(
    (wire): Profile => ({
      name: wire.User,
      ulid: wire.ULID.toUpperCase(),
      // Anything else could lead a browser to another host.
      avatarPath: isImagePath(wire.UserPic) ? wire.UserPic : `/UserPic/${wire.User}.png`,
      memberSince: wire.MemberSince,
      points: wire.TotalPoints,
      casualPoints: wire.TotalSoftcorePoints,
      retroPoints: wire.TotalTruePoints,
      motto: wire.Motto ?? "",
    }),
  );

const standing = z.object({ Permissions: number.nullish().catch(null) });

/** Whether a profile's answer is about somebody whose page RA itself does not show: banned, or spam. */
export function isHiddenByRa(answer: unknown): boolean {
  const parsed = standing.safeParse(answer);
  return parsed.success && (parsed.data.Permissions ?? 0) < 0;
}

/** RA's own spelling of a date: ISO 8601 in UTC with `+00:00`, from epoch seconds. */
function wireDate(epochSeconds: number | null): string | null {
  if (epochSeconds === null) return null;
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}+00:00`;
}

/** A game as a row of API_GetUserCompletionProgress spells it (PascalCase). */
export function toWireRow(game: Game) {
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
export function toApiRow(game: Game) {
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
