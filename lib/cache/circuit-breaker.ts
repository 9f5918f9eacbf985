import type { BreakerState } from "@/lib/observe/observe";

/** Failed loads in a row that open the breaker. */
const FAILURES_TO_OPEN = 5;
/** An open breaker lets nothing through for this long. Then it is half-open: one load at a time probes RA. */
export const OPEN_SECONDS = 30;

/** The breaker's part of the state that all servers share. Times are epoch seconds on the store's clock. */
export interface Breaker {
  /** Failed loads in a row. */
  failures: number;
  /** When the breaker becomes half-open, or when the probe under way must have ended. */
  openUntil: number;
  /** Hashes of the players whose last answer was not JSON, separated by spaces: each player counts once. */
  unreadable: string;
}

/** A breaker without failures. */
export const CLOSED_BREAKER: Breaker = { failures: 0, openUntil: 0, unreadable: "" };

/**
 * `closed`: loads go through. `open`: none does. `half-open`: the next one does, as a probe.
 *
 * @param now epoch seconds
 */
export function breakerState({ failures, openUntil }: Breaker, now: number): BreakerState {
  if (failures < FAILURES_TO_OPEN) return "closed";
  return now < openUntil ? "open" : "half-open";
}

/**
 * The breaker after a half-open one let a probe through: open until the probe has ended, or had its time.
 *
 * @param now epoch seconds
 */
export function withProbe<B extends Breaker>(breaker: B, now: number): B {
  return { ...breaker, openUntil: now + OPEN_SECONDS };
}

/** The breaker after RA has answered: closed. The same object if it had no failures. */
export function withSuccess<B extends Breaker>(breaker: B): B {
  if (breaker.failures === 0 && breaker.unreadable === "") return breaker;
  return { ...breaker, ...CLOSED_BREAKER };
}

/**
 * The breaker after a failed load.
 *
 * @param now epoch seconds
 */
export function withFailure<B extends Breaker>(breaker: B, now: number): B {
  // A higher count would change nothing, but write the state for each failure.
  const failures = Math.min(FAILURES_TO_OPEN, breaker.failures + 1);
  const openUntil = failures >= FAILURES_TO_OPEN ? now + OPEN_SECONDS : 0;
  return { ...breaker, failures, openUntil };
}

/**
 * The breaker after an answer that was not JSON: a failure, or the same object if that player's last one was not either.
 *
 * @param user a hash: it is stored
 * @param now epoch seconds
 */
export function withUnreadable<B extends Breaker>(breaker: B, user: string, now: number): B {
  const users = breaker.unreadable.split(" ").filter(Boolean);
  if (users.includes(user)) return breaker;
  const unreadable = [...users, user].slice(-FAILURES_TO_OPEN).join(" ");
  return withFailure({ ...breaker, unreadable }, now);
}
