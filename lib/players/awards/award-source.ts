import { LRUCache } from "lru-cache";
import { inTime } from "@/lib/async/in-time";
import { type Cached, createCachedSource } from "@/lib/cache/cached-source";
import { guardStore } from "@/lib/cache/guarded-store";
import { createLimitedCalls } from "@/lib/cache/limited-calls";
import { createTieredCache } from "@/lib/cache/tiered-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import type { PlayerCache } from "@/lib/players/player-cache";
import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { awardFormat, type DatedAwards, sealAwards } from "./stored-awards";
import { toBadges } from "./to-badges";

interface AwardsOptions
  extends Pick<RetroAchievements, "fetchAwards">,
    Pick<PlayerCache, "callForTimes"> {
  store: Store;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Badges of players, by ULID in lower case. */
export type Awards = ReturnType<typeof createAwards>;

/**
 * Makes the cached source of badges: one call a day for whom somebody looks at, with the share of the budget that times
 * have. It has no lock: two servers that ask at once cost a call.
 */
export function createAwards(options: AwardsOptions) {
  const { fetchAwards, callForTimes, now = Date.now } = options;
  const store = guardStore(options.store, now);
  const { seconds } = CACHE_TIMES.awards;
  const values = createTieredCache<DatedAwards>({
    store,
    storeKey: (ulid) => `longplay:awards:${ulid}`,
    encode: sealAwards,
    decode(text) {
      const value = awardFormat.read(text);
      return value && { value, fetchedAt: value.fetchedAt };
    },
    sizeOf: ({ badges }) => badges.length + 1,
    maxSize: LIMITS.badgesInMemory,
    maxWrites: LIMITS.awardsUnderWay,
    freshSeconds: seconds,
    staleSeconds: CACHE_TIMES.oldAwards.seconds - seconds,
    now,
  });

  async function fetch(ulid: string) {
    const fetchedAt = now();
    const badges = toBadges(await callForTimes(ulid, () => fetchAwards(ulid)));
    return { id: ulid, value: { badges, fetchedAt }, fetchedAt };
  }

  const source = createCachedSource<DatedAwards>({
    name: "awards",
    values,
    store,
    calls: createLimitedCalls(null),
    firstCalls: 0,
    maxLoads: LIMITS.awardsUnderWay,
    lockKey: null,
    fetch,
    now,
  });
  const failed = new LRUCache<string, true>({
    max: LIMITS.usersInMemory,
    ttl: CACHE_TIMES.notFound.seconds * 1000,
    ttlResolution: 0,
    perf: { now },
  });

  async function get(ulid: string): Promise<Cached<DatedAwards> | null> {
    if (failed.has(ulid)) return null;
    try {
      return await source.get(ulid);
    } catch {
      failed.set(ulid, true);
      return null;
    }
  }

  /** Players whose badges are under way for longer than a view waits. */
  const late = new Set<string>();

  return {
    /**
     * A player's badges; null: they cannot be had now, and are not tried again for a minute. Never throws.
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
