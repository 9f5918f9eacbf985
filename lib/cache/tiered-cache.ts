import { LRUCache } from "lru-cache";
import { createFreshness, type Entry, type Fetched, type Lifetimes } from "./entry";
import type { GuardedStore } from "./guarded-store";

/** A key of the store and what is to be written under it. */
export type StoreRecord = readonly [key: string, value: string];

/** How values are kept. */
export interface TieredCacheOptions<T> extends Lifetimes {
  store: GuardedStore;
  storeKey: (id: string) => string;
  encode: (value: T) => string | Promise<string>;
  /** Null for another format, a damaged value, or one that is not of that id. */
  decode: (text: string, id: string) => DecodedValue<T> | Promise<DecodedValue<T>>;
  /** The size of a value in memory, in the unit of `maxSize`. */
  sizeOf: (value: T) => number;
  /** The bound of memory: the value used longest ago goes first. */
  maxSize: number;
  /** How many writes may be under way: while the store is slow, some values are not written. */
  maxWrites: number;
  /** Epoch milliseconds, or milliseconds since some moment where no other process dates values. */
  now: () => number;
}

type DecodedValue<T> = Omit<Fetched<T>, "id"> | null;

/** Values in the memory of this process and in the store. */
export type TieredCache<T> = ReturnType<typeof createTieredCache<T>>;

/** Makes a cache of two tiers. */
export function createTieredCache<T>(options: TieredCacheOptions<T>) {
  const { store, storeKey, encode, decode, sizeOf, maxSize, maxWrites, now } = options;
  const freshness = createFreshness(options, now);
  const entries = new LRUCache<string, Entry<T>>({
    maxSize,
    sizeCalculation: ({ value }) => sizeOf(value),
  });
  const writes = new Set<Promise<void>>();

  /** Keeps a value in memory, unless a newer one is there. @returns the newer of the two */
  function keep(fetched: Fetched<T>): Entry<T> {
    const known = entries.get(fetched.id);
    const entry =
      known && freshness.isSince(known, fetched.fetchedAt)
        ? known
        : { ...fetched, refreshError: null, refreshAgainAt: 0, storeReadAt: 0 };
    entry.storeReadAt = now();
    entries.set(fetched.id, entry);
    return entry;
  }

  /** Takes a stored text into memory. @returns what it says, or null if that cannot be used */
  async function keepStored(
    id: string,
    text: string | null | undefined,
  ): Promise<Fetched<T> | null> {
    const decoded = text ? await decode(text, id) : null;
    if (!decoded || !freshness.isUsable(decoded)) return null;
    const stored = { id, ...decoded };
    keep(stored);
    return stored;
  }

  async function writeAll({ id, value }: Fetched<T>, records: readonly StoreRecord[]) {
    const own: StoreRecord = [storeKey(id), await encode(value)];
    await Promise.all(
      [own, ...records].map(([key, text]) => store.set(key, text, freshness.storedSeconds)),
    );
  }

  return {
    freshness,
    keep,
    keepStored,

    /** What is in memory, however old. */
    peek: (id: string): Entry<T> | null => entries.get(id) ?? null,

    /** Takes a value from the store into memory if it is usable. Never throws. */
    async readFromStore(id: string): Promise<void> {
      await keepStored(id, await store.get(storeKey(id)));
    },

    /** Writes a value to the store, with other records at the same time. Never throws. */
    async write(fetched: Fetched<T>, records: readonly StoreRecord[]): Promise<void> {
      if (writes.size >= maxWrites) return;
      const write: Promise<void> = writeAll(fetched, records)
        .catch(() => undefined)
        .finally(() => writes.delete(write));
      writes.add(write);
      await write;
    },

    /** Resolves when the writes that there are now are over. Never throws. */
    async written(): Promise<void> {
      await Promise.all(writes);
    },

    drop: (id: string): boolean => entries.delete(id),
  };
}
