import { InvalidResponse, PlayerNotFound } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { abortAfter } from "./abort-after";
import type { AnswerBounds, SendRequest } from "./request";
import type { SendV2 } from "./request-v2";
import type { RetroAchievements } from "./retroachievements";
import { readUser, readUserRank } from "./wire-v2";

const BOUNDS: AnswerBounds = { bytes: LIMITS.profileBytes, values: LIMITS.answerValues };

/** Makes `fetchPlayerRank` of a client. Only API v2 dates what is being played, so v1 is asked where v2 cannot be had. */
export function createFetchPlayerRank(
  send: SendRequest,
  sendV2: SendV2,
): RetroAchievements["fetchPlayerRank"] {
  return async (user, { acquire } = {}) => {
    await acquire?.(1);
    const path = `users/${encodeURIComponent(user)}`;
    const answer = await sendV2("player-rank", path, {}, readUser);
    if (answer.state === "ok") return answer.content;
    if (answer.reason !== "off") await acquire?.(1);
    const own = abortAfter(LIMITS.loadMs);
    try {
      const rank = await send("rank", { u: user }, BOUNDS, own.signal);
      // As for a profile: RA sends an empty list for a player whom it does not find.
      if (Array.isArray(rank) && rank.length === 0) throw new PlayerNotFound();
      const read = readUserRank(rank);
      if (!read) throw new InvalidResponse();
      return read;
    } finally {
      own.clear();
    }
  };
}
