import pLimit from "p-limit";
import { z } from "zod";
import { CACHE_TIMES } from "@/lib/cache-times";
import { isPaused } from "@/lib/domain/stored-time";
import { Busy, isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { markOf } from "@/lib/user-mark";
import { breakerState } from "./circuit-breaker";
import type { GuardedStore } from "./guarded-store";
import {
  type AcquireRequest,
  afterLoad,
  callsAfter,
  callsLeft,
  decideAcquire,
  INITIAL_STATE,
  isFilling,
  type LimiterState,
  withCalls,
  withoutWrongTimes,
} from "./limiter-state";

/** Attempts to write the state while other servers write it; each one that fails lets another server in. */
const MAX_ATTEMPTS = 20;
/** Digits of a user's hash: enough to tell the few players in the state apart. */
const USER_DIGITS = 12;
/** A refusal is repeated for this long without reading the store again. */
const REFUSAL_MS = 1000;

const storedState = z.object({
  calls: z.array(z.tuple([z.number(), z.number()])).max(100),
  pausedUntil: z.number(),
  failures: z.number(),
  openUntil: z.number(),
  unreadable: z.string(),
});

/** Limits the calls to RA of all servers together: the budget, RA's own pauses and the circuit breaker. */
export type RateLimiter = ReturnType<typeof createRateLimiter>;

/**
 * rate-limiter-flexible and @upstash/ratelimit know costs, but no priorities and no breaker that all servers share. The
 * rules are pure (`limiter-state.ts`, `circuit-breaker.ts`); this file is how servers agree on the state. Each expects
 * to find what it read last, so one command is mostly enough:
 *
 *     A  ── compare-and-set(s0 → s1) ── done
 *     B  ── compare-and-set(s0 → s1') ── refused, now it is s1 ── compare-and-set(s1 → s2) ── done
 *
 * Within a process requests run one after the other, so each server has at most one in the race. While the store does
 * not answer, each server applies the same rules alone.
 *
 * All times are on the store's clock, which each command returns: the servers' own clocks may be minutes apart.
 *
 * @param limit calls in any 60 seconds
 * @param now epoch milliseconds, for a store without a clock, and until the store has returned the time
 * @param of what is limited: all calls to RA, or those to its API v2, which also has a limit of its own
 */
export function createRateLimiter(
  store: GuardedStore,
  limit: number,
  now: () => number = Date.now,
  of: "upstream" | "upstream-v2" = "upstream",
) {
  const key = `longplay:${of}`;
  const oneByOne = pLimit(1);
  /** By cause and number of calls: at most as many as a library has pages. */
  const refusals = new Map<string, { until: number; error: UpstreamError }>();
  /** The stored value when it was last read. */
  let seen: string | null = null;
  let state: LimiterState = INITIAL_STATE;
  /** Calls counted while the store did not answer: they are added to the stored state later. */
  let unsyncedCalls: LimiterState["calls"] = [];
  /** The store's last time (epoch milliseconds), and this process's running time then. */
  let clock: { at: number; ran: number } | null = null;
  let hasNoClock = false;

  const seconds = () => (clock === null ? now() : clock.at + performance.now() - clock.ran) / 1000;

  function setClock(at: number): void {
    const ahead = Math.round(seconds() - at / 1000);
    clock = { at, ran: performance.now() };
    // These were counted by this process's own clock.
    if (ahead !== 0)
      unsyncedCalls = unsyncedCalls.map(([second, count]) => [second - ahead, count]);
  }

  /** Sets the clock by the store's. A store without a clock, or one that does not answer, changes nothing. */
  async function syncClock(): Promise<void> {
    if (hasNoClock) return;
    const at = await store.time();
    hasNoClock = at === null;
    if (typeof at === "number") setClock(at);
  }

  /** Reads the stored state and the time. @returns whether the store answered */
  async function sync(): Promise<boolean> {
    const [current] = await Promise.all([store.get(key), syncClock()]);
    if (current === undefined) return false;
    setState(current);
    return true;
  }

  function setState(stored: string | null, at?: number): void {
    if (at !== undefined) setClock(at);
    seen = stored;
    state = withCalls(withoutWrongTimes(decode(stored), seconds()), unsyncedCalls);
  }

  /**
   * Replaces the state by what `decide` returns. An error of `decide` only counts for a state that was just read.
   *
   * @returns whether the store has the new state
   * @throws what `decide` throws
   */
  async function change(decide: (state: LimiterState) => LimiterState): Promise<boolean> {
    let isCurrent = clock === null && !hasNoClock && (await sync());
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      let next: LimiterState;
      try {
        next = decide(state);
      } catch (error) {
        // Without the store this server's own state decides.
        if (isCurrent || !(await sync())) throw error;
        isCurrent = true;
        continue;
      }
      if (next === state) return true;
      const exchange = await store.compareAndSet(
        key,
        seen,
        JSON.stringify(next),
        CACHE_TIMES.limiterState.seconds,
      );
      if (exchange === undefined) {
        state = next;
        return false;
      }
      if (exchange.done) unsyncedCalls = [];
      setState(exchange.current, exchange.at);
      if (exchange.done) return true;
      isCurrent = true;
    }
    throw new Busy(1);
  }

  function emitState(): void {
    // Metrics and the log have the budget for all calls.
    if (of !== "upstream") return;
    observe({
      type: "rate-limiter",
      callsLeft: callsLeft(state, limit, seconds()),
      failures: state.failures,
      breaker: breakerState(state, seconds()),
    });
  }

  const keyOf = ({ cause, calls }: AcquireRequest) => `${cause} ${calls}`;

  function throwIfRefused(request: AcquireRequest): void {
    const refusal = refusals.get(keyOf(request));
    if (refusal && isPaused(refusal.until, now(), REFUSAL_MS)) throw refusal.error;
  }

  return {
    /** Reads no store. @throws UpstreamError if the same request was refused a moment ago */
    throwIfRefused,
    /**
     * Counts calls that are about to be made.
     *
     * @throws UpstreamError: `Busy`, `RateLimited` or `Unavailable`, with the seconds to wait, if they may not be made
     */
    async acquire(request: AcquireRequest): Promise<void> {
      throwIfRefused(request);
      if (oneByOne.pendingCount >= LIMITS.acquiresWaiting) throw new Busy(5);
      await oneByOne(async () => {
        // The same request may have been refused while this one waited.
        throwIfRefused(request);
        let refused: UpstreamError | undefined;
        try {
          const isSynced = await change((current) => {
            const decision = decideAcquire(current, request, limit, seconds());
            if ("granted" in decision) return decision.granted;
            refused = decision.refused;
            throw refused;
          });
          if (!isSynced) unsyncedCalls = callsAfter(unsyncedCalls, request.calls, seconds());
        } catch (error) {
          // `change` is busy too where other servers always write first: that is not the budget. Filling uses all of
          // its share whenever there is something to fill.
          const isNews = of === "upstream" && !isFilling(request.cause) && error === refused;
          if (isNews && refused?.code === "busy") observe({ type: "budget" });
          if (isUpstreamError(error)) {
            refusals.set(keyOf(request), { until: now() + REFUSAL_MS, error });
          }
          throw error;
        } finally {
          emitState();
        }
      });
    },
    /** Records how a load ended: `error` is null if RA answered. Never throws. */
    async report(user: string, error: unknown): Promise<void> {
      if (error !== null && !isUpstreamError(error)) return;
      // A hash, since the stored value must not name players: `forget` cannot find them in it.
      const outcome = { error, user: markOf(user).slice(0, USER_DIGITS) };
      // Mostly RA answers, and did before: there is nothing to write.
      if (afterLoad(state, outcome, seconds()) === state && state.failures === 0) return;
      await oneByOne(() => change((current) => afterLoad(current, outcome, seconds())))
        .catch(() => undefined)
        .finally(emitState);
    },
  };
}

/** The stored state, or the initial one if the value is damaged or of another version. */
function decode(stored: string | null): LimiterState {
  if (stored === null) return INITIAL_STATE;
  try {
    return storedState.parse(JSON.parse(stored));
  } catch {
    return INITIAL_STATE;
  }
}
