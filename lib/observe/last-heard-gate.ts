/** As long as a breaker stays open without news (`lib/cache/gate-state.ts`): then RA is asked again. */
const OPEN_MS = 30_000;

const KEY = Symbol.for("longplay.observed-gate");
const shared = globalThis as { [KEY]?: { isOpen: boolean; at: number } };

/**
 * Remembers whether the breaker was open when it was last heard of, for all bundles of this process.
 *
 * @param now epoch milliseconds
 */
export function rememberBreaker(isOpen: boolean, now = Date.now()): void {
  shared[KEY] = { isOpen, at: now };
}

/**
 * Whether the upstream may be asked, as far as this process has heard, at no cost: `shut` while the
 * breaker is open.
 *
 * @param now epoch milliseconds
 */
export function lastHeardGate(now = Date.now()): "open" | "shut" {
  const heard = shared[KEY];
  return heard?.isOpen && now - heard.at < OPEN_MS ? "shut" : "open";
}
