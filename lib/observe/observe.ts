import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

/** How something ended: well, or why it did not. */
export type Outcome = "ok" | UpstreamErrorCode | "failed";

/**
 * What became of a state of a player. `kept`: the store has it. `older`: the store has a later one. `failed`: it is
 * tried again. `forgotten`: too many wait. `refused`: too many histories were begun today. `foreign`: another
 * version of this site keeps that history. `removed`: nothing is kept of the player any more.
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

/** What happens in this process that its owner may want to know of. None carries a key, an address or a URL. */
export type ObservedEvent =
  /** A view asked for a player; `result` is where the answer came from, or why there was none. */
  | {
      type: "player";
      surface: string;
      result: "hit" | "stale" | "miss" | Outcome;
      milliseconds: number;
    }
  /** One request to RA. */
  | {
      type: "upstream";
      endpoint: "profile" | "progress" | "media";
      outcome: Outcome;
      milliseconds: number;
    }
  /** Rows of a player's list, in one answer of RA's, that could not be read. */
  | { type: "unreadable-rows"; rows: number }
  /** A player was read from RA, for the first time or again. */
  | {
      type: "load";
      cause: "load" | "refresh";
      outcome: Outcome;
      milliseconds: number;
      games: number;
    }
  /** One command of the store. */
  | {
      type: "store";
      command: "get" | "set" | "compare-and-set" | "keys" | "time";
      ok: boolean;
      milliseconds: number;
      /** What the store said, where it did not do the command (`lib/observe/store-answer.ts`). */
      answer?: string;
    }
  /** A state of a player went into their history, or did not. */
  | { type: "history"; outcome: HistoryOutcome; milliseconds: number }
  /** Players were checked for whom nobody has come: how many of each outcome, and how many are left for today. */
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
  /** Calls to RA were refused because the budget of this minute has no room for them. */
  | { type: "budget" }
  /** Something that the owner should read, in words that hold nothing secret. */
  | { type: "warning"; message: string }
  /** Something that should not have happened. */
  | { type: "error"; where: string; error: unknown };

/** Takes events: counts them, logs them. */
export type Observer = (event: ObservedEvent) => void;

/** The proxy, the pages and the routes are bundled apart but run in one process: one observer for all. */
const KEY = Symbol.for("longplay.observer");
const shared = globalThis as { [KEY]?: Observer };

/** Hands all events of this process to an observer from now on. */
export function setObserver(observer: Observer): void {
  shared[KEY] = observer;
}

/** Tells of an event, if anybody listens: a server does, a unit test does not. Never throws. */
export function observe(event: ObservedEvent): void {
  try {
    shared[KEY]?.(event);
  } catch {
    // Whoever does something worth telling is not to fail of being told about.
  }
}

/**
 * Tells of an error that nobody expected. What is logged of it holds no URL, address or query.
 *
 * @param where a word of the code, such as `card`
 */
export function observeError(error: unknown, where: string): void {
  observe({ type: "error", where, error });
}
