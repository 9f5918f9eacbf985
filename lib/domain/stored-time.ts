/** Tolerated clock skew between servers that share a store, in milliseconds. */
const SKEW_MS = 5000;

/**
 * Milliseconds since a stored time. Infinite for a time in the future, which a wrong clock wrote: its value counts as
 * old.
 *
 * @param at epoch milliseconds
 * @param now epoch milliseconds
 */
export function millisecondsSince(at: number, now: number): number {
  if (isAhead(at, now)) return Number.POSITIVE_INFINITY;
  return Math.max(0, now - at);
}

/** Whether a time is in the future by more than the tolerated clock skew. Epoch milliseconds. */
export function isAhead(at: number, now: number): boolean {
  return at - now > SKEW_MS;
}

/**
 * Whether a pause is still active. One that has more left than its maximum is over: the clock was set back.
 *
 * @param until in the unit and on the clock of `now`
 * @param longest the maximum of such a pause
 */
export function isPaused(until: number, now: number, longest: number): boolean {
  return now < until && until - now <= longest;
}
