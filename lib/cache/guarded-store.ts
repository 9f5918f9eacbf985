import type { Store } from "@/lib/kv";

/** While the store is down, so long passes before it is asked again: each attempt costs a time-out. */
const PAUSE_MS = 5000;
const LOG_INTERVAL_MS = 60_000;

/** A store that never throws: what it cannot read is null, what it cannot write is not written. */
export interface GuardedStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
}

/**
 * Wraps a store so that its being down does not take the site down. It tells `log` so at most once a
 * minute, in words that hold nothing of the store's address, token or values.
 */
export function guardStore(
  store: Store,
  log: (line: string) => void,
  now: () => number,
): GuardedStore {
  let askAgainAt = Number.NEGATIVE_INFINITY;
  let logAgainAt = Number.NEGATIVE_INFINITY;

  async function guard<Result>(fallback: Result, command: () => Promise<Result>): Promise<Result> {
    if (now() < askAgainAt) return fallback;
    try {
      return await command();
    } catch {
      askAgainAt = now() + PAUSE_MS;
      if (now() >= logAgainAt) {
        logAgainAt = now() + LOG_INTERVAL_MS;
        log(`The store (${store.name}) is not answering; players are asked for from the upstream.`);
      }
      return fallback;
    }
  }

  return {
    get: (key) => guard(null, () => store.get(key)),
    set: (key, value, ttlSeconds) => guard(undefined, () => store.set(key, value, ttlSeconds)),
  };
}
