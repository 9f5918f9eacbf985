import {
  Busy,
  RateLimited,
  Unavailable,
  type UpstreamError,
  type UpstreamErrorCode,
} from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";

/** Calls are counted over so long, sliding. */
const WINDOW_SECONDS = 60;
/** So many failed loads in a row open the breaker … */
const FAILURES_TO_OPEN = 5;
/** … for so long; then one load at a time is let through to see whether RA is back. */
const OPEN_SECONDS = 30;
/** Refreshes leave so much of the budget to loads that somebody waits for. */
const SHARE_OF_REFRESHES = 2 / 3;
/** What is asked without a visitor leaves more: refreshes too belong to somebody who has come. */
const SHARE_OF_WATCHING = 1 / 2;

/** How far servers may misjudge the store's clock, in seconds: one that stands still hears the time late. */
const SKEW_SECONDS = 15;

/** What all instances know together of how RA may be asked: one small value in the store. Times are the store's. */
export interface GateState {
  /** How many calls were made in which second (epoch), oldest first: at most 61 of them. */
  calls: [second: number, calls: number][];
  /** Until when RA has asked to be left alone (its 429), in epoch seconds. */
  pausedUntil: number;
  /** Failed loads in a row. */
  failures: number;
  /** Until when the breaker is open, or the probe that it let through has time; epoch seconds. */
  openUntil: number;
  /** The players whose latest answers were not JSON, as hashes with blanks between: each player counts once. */
  unreadable: string;
}

/** The gate as it is before anything was asked. */
export const OPEN_GATE: GateState = {
  calls: [],
  pausedUntil: 0,
  failures: 0,
  openUntil: 0,
  unreadable: "",
};

/**
 * A state without the times in it that no right clock can have written: calls that are yet to come, and pauses and an
 * open breaker with more time left than they ever have.
 *
 * @param now epoch seconds
 */
export function withoutWrongTimes(state: GateState, now: number): GateState {
  const isPossible = (at: number, longest: number) => at - now <= longest + SKEW_SECONDS;
  return {
    ...state,
    calls: state.calls.filter(([at]) => isPossible(at, 0)),
    pausedUntil: isPossible(state.pausedUntil, LIMITS.retryAfterSeconds) ? state.pausedUntil : 0,
    openUntil: isPossible(state.openUntil, OPEN_SECONDS) ? state.openUntil : 0,
  };
}

/** What somebody wants to ask of RA. */
export interface PermitRequest {
  calls: number;
  /**
   * A load is waited for by somebody, a refresh is not; a watch is for nobody who has come. `more` is the rest of
   * one that has begun.
   */
  cause: "load" | "refresh" | "watch" | "more";
}

/** Leave to make the calls, or why not, with the state that follows. */
export type PermitDecision = { granted: GateState } | { refused: UpstreamError };

/**
 * Whether calls may be made now.
 *
 * @param now epoch seconds
 * @param limit calls in any 60 seconds
 */
export function decidePermit(
  state: GateState,
  { calls, cause }: PermitRequest,
  limit: number,
  now: number,
): PermitDecision {
  if (now < state.pausedUntil) return { refused: new RateLimited(wait(state.pausedUntil - now)) };
  let { openUntil } = state;
  // What has begun is the probe, or was begun before the breaker opened.
  if (state.failures >= FAILURES_TO_OPEN && cause !== "more") {
    if (now < openUntil) return { refused: new Unavailable(wait(openUntil - now)) };
    openUntil = now + OPEN_SECONDS;
  }
  const recent = recentCalls(state.calls, now);
  const allowed = Math.floor(limit * shareOf(cause));
  const excess = countCalls(recent) + calls - allowed;
  if (excess > 0) return { refused: new Busy(wait(secondsUntilFree(recent, excess, now))) };
  return { granted: { ...state, calls: callsAfter(recent, calls, now), openUntil } };
}

/** The part of the budget that a cause may use up, with what others have used of it. */
function shareOf(cause: PermitRequest["cause"]): number {
  if (cause === "watch") return SHARE_OF_WATCHING;
  return cause === "refresh" ? SHARE_OF_REFRESHES : 1;
}

/** Calls with some more that are made now (epoch seconds), without those that no longer count. */
export function callsAfter(
  calls: GateState["calls"],
  more: number,
  now: number,
): GateState["calls"] {
  return sumCalls([...recentCalls(calls, now), [Math.floor(now), more]]);
}

/** A state with calls that it does not know of. */
export function withCalls(state: GateState, calls: GateState["calls"]): GateState {
  return calls.length === 0 ? state : { ...state, calls: sumCalls([...state.calls, ...calls]) };
}

/** One entry a second, oldest first. */
function sumCalls(calls: GateState["calls"]): GateState["calls"] {
  const bySecond = new Map<number, number>();
  for (const [at, count] of calls) bySecond.set(at, (bySecond.get(at) ?? 0) + count);
  return [...bySecond].sort(([one], [other]) => one - other);
}

function recentCalls(calls: GateState["calls"], now: number): GateState["calls"] {
  return calls.filter(([at]) => at > now - WINDOW_SECONDS);
}

/** How many calls are still allowed in the window that ends now (epoch seconds). */
export function callsLeft(state: GateState, limit: number, now: number): number {
  return Math.max(0, limit - countCalls(recentCalls(state.calls, now)));
}

/** Whether the breaker is open (epoch seconds). */
export function isBreakerOpen(state: GateState, now: number): boolean {
  return state.failures >= FAILURES_TO_OPEN && now < state.openUntil;
}

/** How a load ended. */
export interface LoadOutcome {
  /** Null: RA answered. */
  error: {
    code: UpstreamErrorCode;
    retryAfterSeconds: number | null;
    /** Of `invalid-response` only: whether RA itself has answered, if only about one player. */
    about?: "player" | "all";
  } | null;
  /** A hash of the name or ULID: it is stored. */
  user: string;
}

/**
 * The state after a load, or the same state if it says nothing new. Whether a player exists or not, and whether what
 * RA says about them can be read or not, RA has answered; what this site refused itself says nothing of RA.
 *
 * @param now epoch seconds
 */
export function afterLoad(state: GateState, { error, user }: LoadOutcome, now: number): GateState {
  switch (error?.code) {
    case undefined:
    case "player-not-found":
    case "invalid-user":
      return answered(state);
    case "rate-limited": {
      const seconds = error?.retryAfterSeconds ?? WINDOW_SECONDS;
      const pausedUntil = now + Math.min(seconds, LIMITS.retryAfterSeconds);
      return pausedUntil > state.pausedUntil ? { ...state, pausedUntil } : state;
    }
    case "invalid-response": {
      if (error?.about !== "all") return answered(state);
      const users = state.unreadable.split(" ").filter(Boolean);
      if (users.includes(user)) return state;
      const unreadable = [...users, user].slice(-FAILURES_TO_OPEN).join(" ");
      return failed({ ...state, unreadable }, now);
    }
    case "unavailable":
    case "timed-out":
    case "unauthorized-key":
      return failed(state, now);
    case "busy":
    case "too-many-requests":
    case "player-not-served":
      return state;
  }
}

function answered(state: GateState): GateState {
  if (state.failures === 0 && state.unreadable === "") return state;
  return { ...state, failures: 0, openUntil: 0, unreadable: "" };
}

function failed(state: GateState, now: number): GateState {
  // Counting on would make no difference, and the value would be written for every failure.
  const failures = Math.min(FAILURES_TO_OPEN, state.failures + 1);
  return {
    ...state,
    failures,
    openUntil: failures >= FAILURES_TO_OPEN ? now + OPEN_SECONDS : 0,
  };
}

function countCalls(calls: GateState["calls"]): number {
  return calls.reduce((sum, [, count]) => sum + count, 0);
}

/** After how many seconds so many calls have left the window; the whole window if they never all do. */
function secondsUntilFree(calls: GateState["calls"], excess: number, now: number): number {
  let left = excess;
  for (const [at, count] of calls) {
    left -= count;
    if (left <= 0) return at + WINDOW_SECONDS - now;
  }
  return WINDOW_SECONDS;
}

const wait = (seconds: number) => Math.max(1, Math.ceil(seconds));
