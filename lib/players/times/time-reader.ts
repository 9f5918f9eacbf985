import { LRUCache } from "lru-cache";
import { createSingleFlight } from "@/lib/async/single-flight";
import { CACHE_TIMES } from "@/lib/cache-times";
import { millisecondsSince } from "@/lib/domain/stored-time";
import { LIMITS } from "@/lib/limits";
import type { TimeStore } from "./time-store";
import type { TimesHead } from "./times-head";

/** Reads times for views, and has them in memory. All functions take ULIDs in lower case. @param now epoch milliseconds */
export function createTimeReader(store: TimeStore, now: () => number) {
  const heads = new LRUCache<string, { head: TimesHead | null; seenAt: number }>({
    maxSize: LIMITS.timesInMemory,
    sizeCalculation: ({ head }) => (head?.times.length ?? 0) + 1,
  });
  const reads = createSingleFlight<TimesHead | null>(Number.POSITIVE_INFINITY);

  function see(ulid: string, head: TimesHead | null): void {
    heads.set(ulid, { head, seenAt: now() });
  }

  async function read(ulid: string): Promise<TimesHead | null> {
    const { head } = await store.readHead(ulid);
    see(ulid, head);
    return head;
  }

  /** The head in memory, null if there is none; undefined: the store has to be read. */
  function recent(ulid: string): TimesHead | null | undefined {
    const known = heads.get(ulid);
    const { seconds } = known?.head?.source ? CACHE_TIMES.unlocks : CACHE_TIMES.unlocksFilling;
    const isRecent = known && millisecondsSince(known.seenAt, now()) < seconds * 1000;
    return isRecent ? known.head : undefined;
  }

  return {
    /** Remembers a head that this process has read or written. */
    see,
    /** The head, from memory or the store; null: nothing is known. @throws StoreFailed */
    async load(ulid: string): Promise<TimesHead | null> {
      const known = recent(ulid);
      return known === undefined ? reads.run(ulid, () => read(ulid)) : known;
    },
  };
}
