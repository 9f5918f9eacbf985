import { z } from "zod";
import { AWARD_KINDS, type Game, type Profile } from "@/lib/players/player";

/** RA sends some numbers as numeric strings; both are the same number here. */
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
const count = number.pipe(z.number().int().nonnegative());

/** ISO 8601 with an offset, to epoch seconds. */
const date = z.iso
  .datetime({ offset: true })
  .transform((value) => Math.floor(Date.parse(value) / 1000));

/** `2021-01-31 12:00:00` in UTC, to epoch seconds. */
const dateOfDatabase = z
  .string()
  .regex(/^\S+ \S+$/)
  .transform((value) => `${value.replace(" ", "T")}Z`)
  .pipe(date);

const row = z
  .object({
    GameID: count,
    Title: z.string(),
    ImageIcon: z.string(),
    ConsoleID: count,
    ConsoleName: z.string().nullable(),
    MaxPossible: count,
    NumAwarded: count,
    NumAwardedHardcore: count,
    MostRecentAwardedDate: date.nullable(),
    HighestAwardKind: z.enum(AWARD_KINDS).nullish(),
    HighestAwardDate: date.nullish(),
  })
  .transform(
    (wire): Game => ({
      id: wire.GameID,
      title: wire.Title,
      iconPath: wire.ImageIcon,
      systemId: wire.ConsoleID,
      systemName: wire.ConsoleName,
      maxPossible: wire.MaxPossible,
      numAwarded: wire.NumAwarded,
      numAwardedHardcore: wire.NumAwardedHardcore,
      mostRecentAwardedAt: wire.MostRecentAwardedDate,
      highestAwardKind: wire.HighestAwardKind ?? null,
      highestAwardAt: wire.HighestAwardDate ?? null,
    }),
  );

/** One page of API_GetUserCompletionProgress: `{ total, games }`. Unknown fields are dropped. */
export const completionProgressPage = z
  .object({ Total: count, Results: z.array(row) })
  .transform(({ Total, Results }) => ({ total: Total, games: Results }));

/** API_GetUserProfile, as a {@link Profile}. Unknown fields are dropped. */
export const userProfile = z
  .object({
    User: z.string().min(1),
    ULID: z.string().regex(/^[0-9A-Za-z]{26}$/),
    UserPic: z.string(),
    MemberSince: dateOfDatabase,
    TotalPoints: count,
    TotalSoftcorePoints: count,
    TotalTruePoints: count,
    Motto: z.string().nullish(),
  })
  .transform(
    (wire): Profile => ({
      name: wire.User,
      ulid: wire.ULID.toUpperCase(),
      avatarPath: wire.UserPic,
      memberSince: wire.MemberSince,
      points: wire.TotalPoints,
      casualPoints: wire.TotalSoftcorePoints,
      retroPoints: wire.TotalTruePoints,
      motto: wire.Motto ?? "",
    }),
  );

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
