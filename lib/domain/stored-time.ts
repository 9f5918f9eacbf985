/** How far clocks of servers that share a store may be apart, in milliseconds: a time so little ahead is now. */
const SKEW_MS = 5000;

/**
 * Milliseconds that have passed since a time that was stored. Infinite for one that is ahead: it was written by a
 * clock that was wrong, so what it dates is as good as old.
 *
 * @param at epoch milliseconds
 * @param now epoch milliseconds
 */
export function millisecondsSince(at: number, now: number): number {
  if (isAhead(at, now)) return Number.POSITIVE_INFINITY;
  return Math.max(0, now - at);
}

/** Whether a time is further ahead than clocks are apart: it was written by one that was wrong. Epoch milliseconds. */
export function isAhead(at: number, now: number): boolean {
  return at - now > SKEW_MS;
}

/**
 * Whether a pause still goes on. One that has more left than it ever lasts is over: the clock was set back since.
 *
 * @param until in the unit and on the clock of `now`
 * @param longest how long such a pause lasts at most
 */
export function isPaused(until: number, now: number, longest: number): boolean {
  return now < until && until - now <= longest;
}
