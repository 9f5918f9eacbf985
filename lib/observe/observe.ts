import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

/** How something ended: `ok`, or the reason. */
export type Outcome = "ok" | UpstreamErrorCode | "failed";

/**
 * What happened to a snapshot for a history. `kept`: stored. `older`: the store has a later one. `failed`: will be
 * retried. `forgotten`: dropped, too many wait. `refused`: too many histories were started today. `foreign`: another
 * version of this site wrote that history. `removed`: the player was removed.
 */
export type HistoryOutcome =
  | "kept"
  | "older"
  | "failed"
  | "forgotten"
  | "refused"
  | "foreign"
  | "removed";

/** The circuit breaker before RA: whether loads go through, none does, or the next one does as a probe. */
export type BreakerState = "closed" | "open" | "half-open";

/**
 * Why a stale value was not refreshed now. `paused`: the last refresh failed or another server makes one. `locked`:
 * another server makes one. `full`: too many are under way. `fresh`: another request or server has refreshed it
 * meanwhile. `refused`: the rate limiter granted no calls.
 */
export type SkippedRefresh = "paused" | "locked" | "full" | "fresh" | "refused";

/** The endpoints of RA's API v2. */
export const V2_ENDPOINTS = ["player-games", "player-achievement-sets", "player-rank"] as const;

/** One of {@link V2_ENDPOINTS}. */
export type V2Endpoint = (typeof V2_ENDPOINTS)[number];

/** Events of this process for logs and metrics. None carries the key, an address or a URL. */
export type ObservedEvent =
  /** A view requested a player; `result` is where it came from, or the error. */
  | {
      type: "player";
      surface: string;
      result: "hit" | "stale" | "miss" | Outcome;
      milliseconds: number;
    }
  /** One request to RA. */
  | {
      type: "upstream";
      endpoint:
        | "profile"
        | "progress"
        | "unlocks"
        | "rank"
        | "points"
        | "game"
        | "awards"
        | V2Endpoint
        | "media";
      outcome: Outcome;
      milliseconds: number;
    }
  /** Unreadable rows of a player's list, in one response of RA. */
  | { type: "unreadable-rows"; rows: number }
  /** A player was fetched from RA: first, or as a refresh. */
  | {
      type: "load";
      cause: "load" | "refresh";
      outcome: Outcome;
      milliseconds: number;
      games: number;
    }
  /** A refresh that was due or asked for did not happen; `source` is what kind of value stayed as it is. */
  | { type: "refresh-skipped"; source: string; reason: SkippedRefresh }
  /** One command of the store. */
  | {
      type: "store";
      command: "get" | "set" | "compare-and-set" | "keys" | "time";
      ok: boolean;
      milliseconds: number;
      /** The store's error message, if the command failed (`lib/observe/store-answer.ts`). */
      answer?: string;
    }
  /** A snapshot of a player was stored in their history, or not. */
  | { type: "history"; outcome: HistoryOutcome; milliseconds: number }
  /** A run of the daily check: players by outcome, and how many are left today. */
  | {
      type: "watch";
      same: number;
      read: number;
      dropped: number;
      left: number;
      stoppedBy: Outcome | null;
      milliseconds: number;
    }
  /** The state of the rate limiter: calls left in this minute, failed loads in a row, and the circuit breaker. */
  | { type: "rate-limiter"; callsLeft: number; failures: number; breaker: BreakerState }
  /** Calls to RA were refused, because this minute's budget is used up. */
  | { type: "budget" }
  /** A message for the owner, without secrets. */
  | { type: "warning"; message: string }
  /** An unexpected error. */
  | { type: "error"; where: string; error: unknown };

/** Receives all events: counts or logs them. */
export type Observer = (event: ObservedEvent) => void;

/** Proxy, pages and routes are separate bundles in one process: they share one observer. */
const KEY = Symbol.for("longplay.observer");
const shared = globalThis as { [KEY]?: Observer };

/** Sets the observer of all events of this process. */
export function setObserver(observer: Observer): void {
  shared[KEY] = observer;
}

/** Passes an event to the observer, if there is one. Never throws. */
export function observe(event: ObservedEvent): void {
  try {
    shared[KEY]?.(event);
  } catch {
    // Observers never throw into callers.
  }
}

/**
 * Reports an unexpected error. It is logged without URLs, addresses and queries.
 *
 * @param where a word of the code, such as `card`
 */
export function observeError(error: unknown, where: string): void {
  observe({ type: "error", where, error });
}
