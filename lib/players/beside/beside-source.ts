import { LRUCache } from "lru-cache";
import { inTime } from "@/lib/async/in-time";
import { type Cached, createCachedSource } from "@/lib/cache/cached-source";
import { guardStore } from "@/lib/cache/guarded-store";
import { createLimitedCalls } from "@/lib/cache/limited-calls";
import { createTieredCache } from "@/lib/cache/tiered-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";

/** What is asked of a player beside the list, with the time at which it was, in epoch milliseconds. */
interface Dated {
  fetchedAt: number;
}

interface BesideOptions<Value extends Dated> {
  /** Also of its keys. */
  name: "ranks" | "awards";
  store: Store;
  encode: (value: Value) => string;
  /** Null: not readable. */
  decode: (text: string) => Value | null;
  sizeOf: (value: Value) => number;
  maxSize: number;
  /** Loads and writes at the same time. */
  maxUnderWay: number;
  freshSeconds: number;
  /** For so long an old one is answered while it is refreshed. */
  oldSeconds: number;
  /** @param ulid in lower case @throws UpstreamError */
  fetch: (ulid: string) => Promise<Omit<Value, "fetchedAt">>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What is asked of players beside their lists, by ULID in lower case. */
export type BesideSource<Value extends Dated> = ReturnType<typeof createBesideSource<Value>>;

/**
 * Makes a cached source of something that is asked of a player beside the list, in a call of its own, once a view shows it. It has
 * no lock: two servers that ask at once cost a call.
 */
export function createBesideSource<Value extends Dated>(options: BesideOptions<Value>) {
  const { name, encode, sizeOf, maxSize, maxUnderWay, freshSeconds, oldSeconds, now } = options;
  const store = guardStore(options.store, now);
  const values = createTieredCache<Value>({
    ...{ store, encode, sizeOf, maxSize, freshSeconds, now },
    storeKey: (ulid) => `longplay:${name}:${ulid}`,
    decode(text) {
      const value = options.decode(text);
      return value && { value, fetchedAt: value.fetchedAt };
    },
    maxWrites: maxUnderWay,
    staleSeconds: oldSeconds - freshSeconds,
  });
  const source = createCachedSource<Value>({
    ...{ name, values, store, now },
    calls: createLimitedCalls(null),
    firstCalls: 0,
    maxLoads: maxUnderWay,
    lockKey: null,
    async fetch(ulid) {
      const fetchedAt = now();
      const value = { ...(await options.fetch(ulid)), fetchedAt } as Value;
      return { id: ulid, value, fetchedAt };
    },
  });
  const failed = new LRUCache<string, true>({
    max: LIMITS.usersInMemory,
    ttl: CACHE_TIMES.notFound.seconds * 1000,
    ttlResolution: 0,
    perf: { now },
  });

  async function get(ulid: string): Promise<Cached<Value> | null> {
    if (failed.has(ulid)) return null;
    try {
      return await source.get(ulid);
    } catch {
      failed.set(ulid, true);
      return null;
    }
  }

  /** Players for which it is under way for longer than a view waits. */
  const late = new Set<string>();

  return {
    /**
     * What is asked of a player; null: it cannot be had now, and is not tried again for a minute. Never throws.
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
