import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { abortAfter } from "./abort-after";
import type { AnswerBounds, SendRequest } from "./request";
import type { RetroAchievements } from "./retroachievements";
import { readGame } from "./wire-game";

const BOUNDS: AnswerBounds = { bytes: LIMITS.gameBytes, values: LIMITS.gameValues };

/** Makes `fetchGameOfPlayer` of a client. */
export function createFetchGame(send: SendRequest): RetroAchievements["fetchGameOfPlayer"] {
  return async function fetchGameOfPlayer(user, gameId) {
    const own = abortAfter(LIMITS.loadMs);
    try {
      const read = readGame(
        await send("game", { u: user, g: gameId, a: 1 }, BOUNDS, own.signal),
        gameId,
      );
      if (!read) throw new InvalidResponse();
      if (read.unreadable > 0) observe({ type: "unreadable-rows", rows: read.unreadable });
      return read.game;
    } finally {
      own.clear();
    }
  };
}
