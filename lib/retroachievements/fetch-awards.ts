import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { abortAfter } from "./abort-after";
import type { AnswerBounds, SendRequest } from "./request";
import type { RetroAchievements } from "./retroachievements";
import { readAwards } from "./wire-awards";

const BOUNDS: AnswerBounds = { bytes: LIMITS.awardsBytes, values: LIMITS.awardsValues };

/** Makes `fetchAwards` of a client. */
export function createFetchAwards(send: SendRequest): RetroAchievements["fetchAwards"] {
  return async function fetchAwards(user) {
    const own = abortAfter(LIMITS.loadMs);
    try {
      const read = readAwards(await send("awards", { u: user }, BOUNDS, own.signal));
      if (!read) throw new InvalidResponse();
      if (read.unreadable > 0) observe({ type: "unreadable-rows", rows: read.unreadable });
      return read.badges;
    } finally {
      own.clear();
    }
  };
}
