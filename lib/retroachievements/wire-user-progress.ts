import { z } from "zod";
import type { GamePoints } from "./retroachievements";
import { count } from "./wire-values";

const game = z.object({
  PossibleScore: count,
  ScoreAchieved: count,
  ScoreAchievedHardcore: count,
});

/** What an answer of API_GetUserProgress says of some games. */
export interface PointsAnswer {
  points: GamePoints[];
  unreadable: number;
}

/**
 * An answer of API_GetUserProgress about some games; null if it is none, or if nothing in it can be read. Of an unknown
 * player RA sends an empty array.
 */
export function readUserProgress(answer: unknown, gameIds: readonly number[]): PointsAnswer | null {
  if (Array.isArray(answer)) return answer.length === 0 ? { points: [], unreadable: 0 } : null;
  if (typeof answer !== "object" || answer === null) return null;
  const games = new Map(Object.entries(answer));
  const points: GamePoints[] = [];
  let unreadable = 0;
  for (const gameId of gameIds) {
    const parsed = game.safeParse(games.get(String(gameId)));
    if (!parsed.success) {
      unreadable++;
      continue;
    }
    const { PossibleScore: possible, ScoreAchieved, ScoreAchievedHardcore } = parsed.data;
    points.push({ gameId, possible, won: ScoreAchieved, wonHardcore: ScoreAchievedHardcore });
  }
  return points.length === 0 ? null : { points, unreadable };
}
