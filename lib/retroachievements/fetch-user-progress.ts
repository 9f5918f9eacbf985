import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { abortAfter } from "./abort-after";
import type { AnswerBounds, SendRequest } from "./request";
import type { GamePoints, RetroAchievements } from "./retroachievements";
import { readUserProgress } from "./wire-user-progress";

const boundsOf = (games: number): AnswerBounds => ({
  bytes: LIMITS.listBytes + games * LIMITS.pointsGameBytes,
  values: LIMITS.answerValues + games * LIMITS.pointsGameValues,
});

/** Makes `fetchUserProgress` of a client: one call after the other, each of as many games as RA takes. */
export function createFetchUserProgress(send: SendRequest): RetroAchievements["fetchUserProgress"] {
  async function fetchPoints(user: string, gameIds: readonly number[]): Promise<GamePoints[]> {
    const own = abortAfter(LIMITS.loadMs);
    try {
      const parameters = { u: user, i: gameIds.join(",") };
      const answer = await send("points", parameters, boundsOf(gameIds.length), own.signal);
      const read = readUserProgress(answer, gameIds);
      if (!read) throw new InvalidResponse();
      if (read.unreadable > 0) observe({ type: "unreadable-rows", rows: read.unreadable });
      return read.points;
    } finally {
      own.clear();
    }
  }

  return async function fetchUserProgress(user, gameIds, acquire) {
    const ids = [...new Set(gameIds)];
    const points: GamePoints[] = [];
    for (let start = 0; start < ids.length; start += LIMITS.pointsGames) {
      await acquire?.(1);
      points.push(...(await fetchPoints(user, ids.slice(start, start + LIMITS.pointsGames))));
    }
    return points;
  };
}
