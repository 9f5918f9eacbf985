import { isPaused } from "@/lib/domain/stored-time";
import { compareAndSet, type Exchange, type Store } from "@/lib/kv/store";
import { observe } from "@/lib/observe/observe";
import { storeAnswer } from "@/lib/observe/store-answer";

/** While the store does not answer, it is tried again after this time only: each try costs a timeout. */
const PAUSE_MS = 5000;

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

type Command = "get" | "set" | "compare-and-set" | "time";

function createGuard(now: () => number) {
  let retryAt = Number.NEGATIVE_INFINITY;
  return async <Result>(
    command: Command,
    run: () => Promise<Result>,
  ): Promise<Result | undefined> => {
    if (isPaused(retryAt, now(), PAUSE_MS)) return undefined;
    const started = performance.now();
    const report = (ok: boolean, reply: { answer?: string } = {}) =>
      observe({ type: "store", command, ok, milliseconds: performance.now() - started, ...reply });
    try {
      const result = await run();
      report(true);
      return result;
    } catch (error) {
      retryAt = now() + PAUSE_MS;
      report(false, { answer: storeAnswer(error) });
      return undefined;
    }
  };
}
