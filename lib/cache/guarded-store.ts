import { compareAndSet, type Store } from "@/lib/kv/store";
import { createStoreGuard } from "@/lib/observe/store-guard";

/** A store that never throws: undefined means that it could not be read or written. */
export type GuardedStore = ReturnType<typeof guardStore>;

/**
 * Wraps a store so that the site works while it is down. Each kind of command fails for itself: a full store can still
 * be read, and one value that is too large must not stop the locks between servers.
 */
export function guardStore(store: Store, now: () => number) {
  const reads = createGuard(now);
  const writes = createGuard(now);
  const exchanges = createGuard(now);
  // A store may refuse to give the time, and be readable all the same.
  const times = createGuard(now);
  return {
    /** The store's clock, in epoch milliseconds; null where it has none of its own. */
    time: () => times("time", () => store.time()),
    get: (key: string) => reads("get", () => store.get(key)),
    getMany: (keys: string[]) => reads("get", () => store.getMany(keys)),
    /** @returns whether it was written */
    async set(key: string, value: string, ttlSeconds: number | null): Promise<boolean> {
      return (await writes("set", () => store.set(key, value, ttlSeconds))) ?? false;
    },
    compareAndSet: (
      key: string,
      expected: string | null,
      value: string | null,
      ttlSeconds: number | null,
    ) => exchanges("compare-and-set", () => compareAndSet(store, key, expected, value, ttlSeconds)),
  };
}

function createGuard(now: () => number) {
  const guard = createStoreGuard(now);
  return <Result>(...given: Parameters<typeof guard<Result>>): Promise<Result | undefined> =>
    guard(...given).catch(() => undefined);
}
