import { LRUCache } from "lru-cache";
import { inTime } from "@/lib/async/in-time";
import { type Cached, createCachedSource } from "@/lib/cache/cached-source";
import { guardStore } from "@/lib/cache/guarded-store";
import { createLimitedCalls } from "@/lib/cache/limited-calls";
import { createTieredCache } from "@/lib/cache/tiered-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import { isUpstreamError, type UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
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
 * Makes the cached source of ranks: one call to API v2, or one more to v1 where v2 is not available. Its calls have the share of
 * the budget that times have. It has no lock: two servers that ask at once cost a call.
 */
export function createRanks(options: RanksOptions) {
  const { callForTimes, callV2ForTimes, now = Date.now } = options;
  const store = guardStore(options.store, now);
  const { seconds } = CACHE_TIMES.ranks;
  const values = createTieredCache<DatedRanks>({
    store,
    storeKey: (ulid) => `longplay:ranks:${ulid}`,
    encode: sealRanks,
    decode(text) {
      const value = rankFormat.read(text);
      return value && { value, fetchedAt: value.fetchedAt };
    },
    sizeOf: () => 1,
    maxSize: LIMITS.ranksInMemory,
    maxWrites: LIMITS.ranksUnderWay,
    freshSeconds: seconds,
    staleSeconds: CACHE_TIMES.oldRanks.seconds - seconds,
    now,
  });

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

  async function fetch(ulid: string) {
    const fetchedAt = now();
    const value = (await askV2(ulid)) ?? (await callForTimes(ulid, () => options.fetchRank(ulid)));
    return { id: ulid, value: { ...value, fetchedAt }, fetchedAt };
  }

  const source = createCachedSource<DatedRanks>({
    name: "ranks",
    values,
    store,
    calls: createLimitedCalls(null),
    firstCalls: 0,
    maxLoads: LIMITS.ranksUnderWay,
    lockKey: null,
    fetch,
    now,
  });
  const failed = new LRUCache<string, true>({
    max: LIMITS.ranksInMemory,
    ttl: CACHE_TIMES.notFound.seconds * 1000,
    ttlResolution: 0,
    perf: { now },
  });

  async function get(ulid: string): Promise<Cached<DatedRanks> | null> {
    if (failed.has(ulid)) return null;
    try {
      return await source.get(ulid);
    } catch {
      failed.set(ulid, true);
      return null;
    }
  }

  /** Players whose ranks are under way for longer than a view waits. */
  const late = new Set<string>();

  return {
    /**
     * A player's ranks; null: they cannot be had now, and are not tried again for a minute. Never throws.
     *
     * @param ulid in lower case
     */
    get,
    /**
     * The same for a view, which waits no longer than `milliseconds`, and not at all while another view has waited so long.
     *
     * @returns `found` is null then too, and `late` what goes on behind the answer
     */
    async load(ulid: string, milliseconds: number) {
      const loading = get(ulid);
      if (late.has(ulid)) return { found: null, late: loading };
      try {
        return { found: await inTime(loading, milliseconds), late: null };
      } catch {
        late.add(ulid);
        void loading.finally(() => late.delete(ulid));
        return { found: null, late: loading };
      }
    },
  };
}
