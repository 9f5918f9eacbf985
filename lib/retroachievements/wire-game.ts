import { z } from "zod";
import {
  ACHIEVEMENT_TYPES,
  type Achievement,
  type AchievementDates,
  type GameOfPlayer,
} from "@/lib/games/achievement";
import { LIMITS } from "@/lib/limits";
import { badgeName, count, countOrNull, dateOfUnlock, text } from "./wire-values";

const game = z.object({
  ID: count,
  ParentGameID: count.nullish().catch(null),
  NumDistinctPlayers: countOrNull.catch(0),
  UserTotalPlaytime: countOrNull.catch(0),
  // An object by id, or an empty array.
  Achievements: z.custom<object>((value) => typeof value === "object" && value !== null),
});

const date = dateOfUnlock.nullish().catch(null);
const row = z.object({
  ID: count,
  Title: text.nullish().catch(null),
  Description: text.nullish().catch(null),
  Points: countOrNull,
  TrueRatio: countOrNull.optional().default(0),
  BadgeName: badgeName,
  Type: z.enum(ACHIEVEMENT_TYPES).nullish().catch(null),
  NumAwarded: countOrNull.optional().default(0),
  NumAwardedHardcore: countOrNull.optional().default(0),
  DisplayOrder: z.coerce.number().catch(0),
  DateEarned: date,
  DateEarnedHardcore: date,
});
type Row = z.output<typeof row>;

/** An answer of API_GetGameInfoAndUserProgress. */
export interface GameAnswer {
  /** Null: there is no such player or game. */
  game: GameOfPlayer | null;
  /** Achievements that could not be read. */
  unreadable: number;
}

/**
 * An answer of API_GetGameInfoAndUserProgress about a game; null if it is none, or if none of its achievements can be read.
 * Unknown fields are dropped.
 */
export function readGame(answer: unknown, gameId: number): GameAnswer | null {
  if (Array.isArray(answer)) return answer.length === 0 ? { game: null, unreadable: 0 } : null;
  const parsed = game.safeParse(answer);
  if (!parsed.success || parsed.data.ID !== gameId) return null;
  const wire = parsed.data;
  const values = Object.values(wire.Achievements);
  if (values.length > LIMITS.achievements) return null;
  const rows = values
    .flatMap((value) => row.safeParse(value).data ?? [])
    .sort((a, b) => a.DisplayOrder - b.DisplayOrder || a.ID - b.ID);
  if (rows.length === 0 && values.length > 0) return null;
  return {
    game: {
      facts: {
        gameId,
        // RA names a game's own id where it has no other.
        parentGameId: wire.ParentGameID === gameId ? null : wire.ParentGameID || null,
        players: wire.NumDistinctPlayers,
        achievements: rows.map(toAchievement),
      },
      own: {
        playtimeSeconds: wire.UserTotalPlaytime,
        dates: rows.flatMap(datesOf).sort((a, b) => a.achievementId - b.achievementId),
      },
    },
    unreadable: values.length - rows.length,
  };
}

function toAchievement(wire: Row): Achievement {
  return {
    id: wire.ID,
    title: wire.Title ?? "",
    description: wire.Description ?? "",
    points: wire.Points,
    retroPoints: wire.TrueRatio,
    badgeName: wire.BadgeName,
    type: wire.Type ?? null,
    numAwarded: wire.NumAwarded,
    numAwardedHardcore: wire.NumAwardedHardcore,
  };
}

/** An unlock in hardcore mode is one in any mode. */
function datesOf({ ID, DateEarned, DateEarnedHardcore }: Row): AchievementDates[] {
  const hardcoreAt = DateEarnedHardcore ?? null;
  const at = DateEarned ?? hardcoreAt;
  return at === null ? [] : [{ achievementId: ID, at, hardcoreAt }];
}
