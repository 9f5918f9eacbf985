import type { BreakerState } from "./observe";

/** How long a breaker stays open (`lib/cache/circuit-breaker.ts`). */
const OPEN_MS = 30_000;

const KEY = Symbol.for("longplay.last-breaker-state");
const shared = globalThis as { [KEY]?: { state: BreakerState; at: number } };

/**
 * Records the state of the circuit breaker, for all bundles of this process.
 *
 * @param now epoch milliseconds
 */
export function recordBreaker(state: BreakerState, now = Date.now()): void {
  shared[KEY] = { state, at: now };
}

/**
 * The last state that was recorded, without a command to the store: `closed` if there is none.
 *
 * @param now epoch milliseconds
 */
export function lastBreakerState(now = Date.now()): BreakerState {
  const last = shared[KEY];
  if (!last) return "closed";
  return last.state === "open" && now - last.at >= OPEN_MS ? "half-open" : last.state;
}
