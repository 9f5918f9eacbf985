import { CACHE_TIMES } from "@/lib/cache-times";
import { isUpstreamError, type UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { createBesideSource } from "@/lib/players/beside/beside-source";
import type { PlayerCache } from "@/lib/players/player-cache";
import type { PlayerRank, RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { type DatedRanks, rankFormat, sealRanks } from "./stored-ranks";

interface RanksOptions
  extends Pick<RetroAchievements, "hasV2" | "isV2Refused" | "fetchPlayerRank" | "fetchRank">,
    Pick<PlayerCache, "callForTimes" | "callV2ForTimes"> {
  store: Store;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** API v2 does not answer, or asks for a pause: v1 may answer all the same. */
const IS_OUTAGE: ReadonlySet<UpstreamErrorCode> = new Set([
  "unavailable",
  "timed-out",
  "rate-limited",
]);

/** Ranks of players, by ULID in lower case. */
export type Ranks = ReturnType<typeof createRanks>;

/**
 * Makes the source of ranks: one call to API v2, or one to v1 where v2 is not available. Its calls have the share of the budget that
 * times have.
 */
export function createRanks(options: RanksOptions) {
  const { store, callForTimes, callV2ForTimes, now = Date.now } = options;

  /** What API v2 says; null: it is not available, or not now. @throws UpstreamError */
  async function askV2(ulid: string): Promise<PlayerRank | null> {
    if (!options.hasV2 || options.isV2Refused("player-rank")) return null;
    try {
      const answer = await callV2ForTimes(ulid, () => options.fetchPlayerRank(ulid));
      return answer.state === "ok" ? answer.content : null;
    } catch (error) {
      if (isUpstreamError(error) && IS_OUTAGE.has(error.code)) return null;
      throw error;
    }
  }

  return createBesideSource<DatedRanks>({
    name: "ranks",
    store,
    encode: sealRanks,
    decode: rankFormat.read,
    sizeOf: () => 1,
    maxSize: LIMITS.ranksInMemory,
    maxUnderWay: LIMITS.ranksUnderWay,
    freshSeconds: CACHE_TIMES.ranks.seconds,
    oldSeconds: CACHE_TIMES.oldRanks.seconds,
    fetch: async (ulid) =>
      (await askV2(ulid)) ?? (await callForTimes(ulid, () => options.fetchRank(ulid))),
    now,
  });
}
