import { LRUCache } from "lru-cache";
import { createSingleFlight } from "@/lib/async/single-flight";
import { CACHE_TIMES } from "@/lib/cache-times";
import { millisecondsSince } from "@/lib/domain/stored-time";
import { LIMITS } from "@/lib/limits";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import { isComplete, type UnlockHead } from "./unlock-head";
import type { UnlockStore } from "./unlock-store";

/** Reads unlocks for views, and has them in memory. All functions throw `StoreFailed`, and take ULIDs in lower case. @param now epoch milliseconds */
export function createUnlockReader(store: UnlockStore, now: () => number) {
  const heads = new LRUCache<string, { head: UnlockHead | null; seenAt: number }>({
    maxSize: LIMITS.unlockDaysInMemory,
    sizeCalculation: ({ head }) => (head?.sums.length ?? 0) + 1,
  });
  const reads = createSingleFlight<UnlockHead | null>(Number.POSITIVE_INFINITY);

  function see(ulid: string, head: UnlockHead | null): void {
    heads.set(ulid, { head, seenAt: now() });
  }

  async function read(ulid: string): Promise<UnlockHead | null> {
    const { head } = await store.readHead(ulid);
    see(ulid, head);
    return head;
  }

  /** The head in memory, null if there is none; undefined: the store has to be read. */
  function recent(ulid: string): UnlockHead | null | undefined {
    const known = heads.get(ulid);
    const { unlocks, unlocksFilling } = CACHE_TIMES;
    const { seconds } = known?.head && isComplete(known.head) ? unlocks : unlocksFilling;
    const isRecent = known && millisecondsSince(known.seenAt, now()) < seconds * 1000;
    return isRecent ? known.head : undefined;
  }

  /** The head, from memory or the store; null: nothing is known. */
  async function load(ulid: string): Promise<UnlockHead | null> {
    const known = recent(ulid);
    return known === undefined ? reads.run(ulid, () => read(ulid)) : known;
  }

  /** Makes the function that loads something of each unlock of a UTC year, from memory or the store. */
  function createYearLoader<Row>(
    maxSize: number,
    readYears: (ulid: string, years: readonly number[]) => Promise<(readonly Row[] | null)[]>,
  ) {
    const years = new LRUCache<string, readonly Row[]>({
      maxSize,
      sizeCalculation: (rows) => rows.length + 1,
    });
    const yearReads = createSingleFlight<readonly Row[] | null>(Number.POSITIVE_INFINITY);
    return async (ulid: string, year: number): Promise<readonly Row[] | null> => {
      const state = (await load(ulid))?.years.find((each) => each.year === year);
      if (!state?.isListed) return null;
      if (state.achievements === 0) return [];
      const key = `${ulid} ${year} ${state.changedBy}`;
      const known = years.get(key);
      if (known) return known;
      return yearReads.run(key, async () => {
        const [rows = null] = await readYears(ulid, [year]);
        // Another server may have changed the year since.
        if (rows?.length === state.achievements) years.set(key, rows);
        return rows;
      });
    };
  }

  return {
    /** Remembers a head that this process has read or written. */
    see,
    /** A head that was read or written a moment ago; null: there is none. */
    peek: (ulid: string) => recent(ulid) ?? null,
    load,
    /** The unlocks of a UTC year, oldest first; null: they are not known. */
    loadYear: createYearLoader<Unlock>(LIMITS.unlocksInMemory, store.readYears),
    /** Titles and badges of a UTC year's unlocks; null: they are not known. */
    loadNames: createYearLoader<UnlockName>(LIMITS.unlockNamesInMemory, store.readNames),
  };
}
