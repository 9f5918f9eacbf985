import { z } from "zod";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import { badgeName, count, countOrNull, dateOfUnlock, text } from "./wire-values";

/** Its achievements repeat those of other games. */
const EVENTS = "Events";

const row = z.object({
  Date: dateOfUnlock,
  HardcoreMode: z.union([z.boolean().transform(Number), count]),
  AchievementID: count,
  GameID: count,
  Title: text.nullish().catch(null),
  BadgeName: badgeName,
  Points: countOrNull,
  TrueRatio: countOrNull.optional().default(0),
  ConsoleName: z.string().nullish().catch(null),
});

/** One answer of API_GetAchievementsEarnedBetween. */
export interface UnlockRows {
  /** Without those of events, in RA's order: oldest first. */
  rows: { unlock: Unlock; name: UnlockName }[];
  /** All rows that RA sent. */
  count: number;
  unreadable: number;
  /** Of the last readable row, an event's too, in epoch seconds; null if there is none. */
  lastAt: number | null;
}

/** From this number of rows on, an answer without a readable one counts as another format. */
const UNKNOWN_FORMAT_ROWS = 10;

/** An answer of API_GetAchievementsEarnedBetween; null if it is none. Unknown fields are dropped. */
export function readUnlockRows(answer: unknown): UnlockRows | null {
  if (!Array.isArray(answer)) return null;
  const read: UnlockRows = { rows: [], count: answer.length, unreadable: 0, lastAt: null };
  for (const value of answer) {
    const parsed = row.safeParse(value);
    if (!parsed.success) {
      read.unreadable++;
      continue;
    }
    const wire = parsed.data;
    read.lastAt = wire.Date;
    if (wire.ConsoleName === EVENTS) continue;
    const achievementId = wire.AchievementID;
    read.rows.push({
      unlock: {
        achievementId,
        gameId: wire.GameID,
        points: wire.Points,
        retroPoints: wire.TrueRatio,
        isHardcore: wire.HardcoreMode !== 0,
        at: wire.Date,
      },
      name: { achievementId, title: wire.Title ?? "", badgeName: wire.BadgeName },
    });
  }
  const isUnknownFormat = read.count >= UNKNOWN_FORMAT_ROWS && read.unreadable === read.count;
  return isUnknownFormat ? null : read;
}
