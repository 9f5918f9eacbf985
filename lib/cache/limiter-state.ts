import { errorKind } from "@/lib/domain/error-kinds";
import {
  Busy,
  RateLimited,
  Unavailable,
  type UpstreamError,
  type UpstreamErrorCode,
} from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import {
  type Breaker,
  breakerState,
  CLOSED_BREAKER,
  OPEN_SECONDS,
  withFailure,
  withProbe,
  withSuccess,
  withUnreadable,
} from "./circuit-breaker";

/** Calls are counted in a sliding window of this length. */
const WINDOW_SECONDS = 60;
/** Why calls are made. */
type Cause = "load" | "refresh" | "watch" | "game" | "times" | "fill" | "more";

/**
 * The part of the budget up to which each cause may fill it: the smaller, the more it leaves to all before it. Visitors who wait have
 * all of it; the daily check has less than refreshes behind answers, since no visitor asked for it. A
 * page works without its game's achievements, and a crawler that opens every game must leave room for players. What fills up what is
 * known of a player takes hundreds of calls and can always wait, but a day without its check is lost to the history: so times go
 * after checks, and before unlocks.
 */
const SHARES: Readonly<Record<Cause, number>> = {
  load: 1,
  more: 1,
  refresh: 2 / 3,
  watch: 1 / 2,
  game: 1 / 2,
  times: 5 / 12,
  fill: 1 / 3,
};
const FILLING: ReadonlySet<Cause> = new Set(["times", "fill"]);

/** How far servers may misjudge the store's clock, in seconds: a suspended server receives the time late. */
const SKEW_SECONDS = 15;

/** What all servers share about calls to RA: one small value in the store. Times are on the store's clock. */
export interface LimiterState extends Breaker {
  /** How many calls were made in which second (epoch), oldest first: at most 61 entries. */
  calls: [second: number, calls: number][];
  /** End of the pause that RA asked for (its 429), in epoch seconds. */
  pausedUntil: number;
}

/** The state before the first call. */
export const INITIAL_STATE: LimiterState = { calls: [], pausedUntil: 0, ...CLOSED_BREAKER };

/**
 * The state without times that no right clock can have written: calls in the future, and a pause or an open breaker
 * with more time left than either ever has.
 *
 * @param now epoch seconds
 */
export function withoutWrongTimes(state: LimiterState, now: number): LimiterState {
  const isPossible = (at: number, longest: number) => at - now <= longest + SKEW_SECONDS;
  return {
    ...state,
    calls: state.calls.filter(([at]) => isPossible(at, 0)),
    pausedUntil: isPossible(state.pausedUntil, LIMITS.retryAfterSeconds) ? state.pausedUntil : 0,
    openUntil: isPossible(state.openUntil, OPEN_SECONDS) ? state.openUntil : 0,
  };
}

/** A request for calls to RA. */
export interface AcquireRequest {
  calls: number;
  /**
   * `load`: a visitor waits. `refresh`: after a visitor's answer. `watch`: the daily check, without a visitor. `game`: a
   * visitor has opened a game. `times` and `fill`: what can wait for all of these. `more`: the rest of a load or refresh
   * that has begun.
   */
  cause: Cause;
}

/** The state after the calls, or the error that says why they may not be made. */
export type AcquireDecision = { granted: LimiterState } | { refused: UpstreamError };

/**
 * Whether calls may be made now.
 *
 * @param now epoch seconds
 * @param limit calls in any 60 seconds
 */
export function decideAcquire(
  state: LimiterState,
  { calls, cause }: AcquireRequest,
  limit: number,
  now: number,
): AcquireDecision {
  if (now < state.pausedUntil) return { refused: new RateLimited(wait(state.pausedUntil - now)) };
  // What has begun is the probe, or began before the breaker opened.
  const breaker = cause === "more" ? "closed" : breakerState(state, now);
  if (breaker === "open") return { refused: new Unavailable(wait(state.openUntil - now)) };
  // The next call shows whether RA answers again: it loads a player.
  const isProbe = !isFilling(cause) && cause !== "game";
  if (!isProbe && breaker !== "closed") return { refused: new Unavailable(OPEN_SECONDS) };
  const recent = recentCalls(state.calls, now);
  const allowed = Math.floor(limit * SHARES[cause]);
  const excess = countCalls(recent) + calls - allowed;
  if (excess > 0) return { refused: new Busy(wait(secondsUntilFree(recent, excess, now))) };
  const next = breaker === "half-open" ? withProbe(state, now) : state;
  return { granted: { ...next, calls: callsAfter(recent, calls, now) } };
}

/** Whether a cause fills up what is known of a player. */
export function isFilling(cause: Cause): boolean {
  return FILLING.has(cause);
}

/** The calls of the window that ends now (epoch seconds), with some made now. */
export function callsAfter(
  calls: LimiterState["calls"],
  more: number,
  now: number,
): LimiterState["calls"] {
  return sumCalls([...recentCalls(calls, now), [Math.floor(now), more]]);
}

/** The state with calls added that it does not include yet. */
export function withCalls(state: LimiterState, calls: LimiterState["calls"]): LimiterState {
  return calls.length === 0 ? state : { ...state, calls: sumCalls([...state.calls, ...calls]) };
}

/** One entry per second, oldest first. */
function sumCalls(calls: LimiterState["calls"]): LimiterState["calls"] {
  const bySecond = new Map<number, number>();
  for (const [at, count] of calls) bySecond.set(at, (bySecond.get(at) ?? 0) + count);
  return [...bySecond].sort(([one], [other]) => one - other);
}

function recentCalls(calls: LimiterState["calls"], now: number): LimiterState["calls"] {
  return calls.filter(([at]) => at > now - WINDOW_SECONDS);
}

/** How many calls are left in the window that ends now (epoch seconds). */
export function callsLeft(state: LimiterState, limit: number, now: number): number {
  return Math.max(0, limit - countCalls(recentCalls(state.calls, now)));
}

/** How a load ended. */
export interface LoadOutcome {
  /** Null: RA answered. */
  error: {
    code: UpstreamErrorCode;
    retryAfterSeconds: number | null;
    /** Of `invalid-response`: about one player only, or not JSON at all, as when RA shows an error page. */
    about?: "player" | "all";
  } | null;
  /** A hash of the name or ULID: it is stored. */
  user: string;
}

/**
 * The state after a load, or the same object if nothing changes. An unknown player, or one whose data cannot be read,
 * is still an answer of RA; this site's own refusals say nothing about RA.
 *
 * @param now epoch seconds
 */
export function afterLoad(
  state: LimiterState,
  { error, user }: LoadOutcome,
  now: number,
): LimiterState {
  switch (error ? errorKind(error.code).upstream : "answered") {
    case "answered":
      return withSuccess(state);
    case "paused": {
      const seconds = error?.retryAfterSeconds ?? WINDOW_SECONDS;
      const pausedUntil = now + Math.min(seconds, LIMITS.retryAfterSeconds);
      return pausedUntil > state.pausedUntil ? { ...state, pausedUntil } : state;
    }
    case "unreadable":
      return error?.about === "all" ? withUnreadable(state, user, now) : withSuccess(state);
    case "failed":
      return withFailure(state, now);
    case "none":
      return state;
  }
}

function countCalls(calls: LimiterState["calls"]): number {
  return calls.reduce((sum, [, count]) => sum + count, 0);
}

/** Seconds until enough calls have left the window; the whole window if they never all do. */
function secondsUntilFree(calls: LimiterState["calls"], excess: number, now: number): number {
  let left = excess;
  for (const [at, count] of calls) {
    left -= count;
    if (left <= 0) return at + WINDOW_SECONDS - now;
  }
  return WINDOW_SECONDS;
}

const wait = (seconds: number) => Math.max(1, Math.ceil(seconds));
