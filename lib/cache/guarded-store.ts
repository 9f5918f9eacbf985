import { compareAndSet, type Exchange, type Store } from "@/lib/kv/store";
import { createStoreGuard } from "@/lib/observe/store-guard";

/** A store that never throws: undefined means that it could not be read or written. */
export interface GuardedStore {
  /** The store's clock, in epoch milliseconds; null where it has none of its own. */
  time(): Promise<number | null | undefined>;
  get(key: string): Promise<string | null | undefined>;
  getMany(keys: string[]): Promise<(string | null)[] | undefined>;
  /** @returns whether it was written */
  set(key: string, value: string, ttlSeconds: number | null): Promise<boolean>;
  compareAndSet(
    key: string,
    expected: string | null,
    value: string | null,
    ttlSeconds: number | null,
  ): Promise<Exchange | undefined>;
}

/**
 * Wraps a store so that the site works while it is down. Each kind of command fails for itself: a full store can still
 * be read, and one value that is too large must not stop the locks between servers.
 */
export function guardStore(store: Store, now: () => number): GuardedStore {
  const reads = createGuard(now);
  const writes = createGuard(now);
  const exchanges = createGuard(now);
  // A store may refuse to give the time, and be readable all the same.
  const times = createGuard(now);
  return {
    time: () => times("time", () => store.time()),
    get: (key) => reads("get", () => store.get(key)),
    getMany: (keys) => reads("get", () => store.getMany(keys)),
    async set(key, value, ttlSeconds) {
      return (await writes("set", () => store.set(key, value, ttlSeconds))) ?? false;
    },
    compareAndSet: (key, expected, value, ttlSeconds) =>
      exchanges("compare-and-set", () => compareAndSet(store, key, expected, value, ttlSeconds)),
  };
}

function createGuard(now: () => number) {
  const guard = createStoreGuard(now);
  return <Result>(...given: Parameters<typeof guard<Result>>): Promise<Result | undefined> =>
    guard(...given).catch(() => undefined);
}
