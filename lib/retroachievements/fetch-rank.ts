import { InvalidResponse, PlayerNotFound } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { abortAfter } from "./abort-after";
import type { AnswerBounds, SendRequest } from "./request";
import type { V2Client } from "./request-v2";
import type { RetroAchievements } from "./retroachievements";
import { readUser, readUserRank } from "./wire-v2";

const BOUNDS: AnswerBounds = { bytes: LIMITS.profileBytes, values: LIMITS.answerValues };

/** Makes the functions of a client that fetch ranks. */
export function createFetchRanks(
  send: SendRequest,
  sendV2: V2Client["send"],
): Pick<RetroAchievements, "fetchPlayerRank" | "fetchRank"> {
  return {
    fetchPlayerRank: (user) =>
      sendV2("player-rank", `users/${encodeURIComponent(user)}`, {}, readUser),
    async fetchRank(user) {
      const own = abortAfter(LIMITS.loadMs);
      try {
        const rank = await send("rank", { u: user }, BOUNDS, own.signal);
        // As for a profile: RA sends an empty list for a player that it does not find.
        if (Array.isArray(rank) && rank.length === 0) throw new PlayerNotFound();
        const read = readUserRank(rank);
        if (!read) throw new InvalidResponse();
        return read;
      } finally {
        own.clear();
      }
    },
  };
}
