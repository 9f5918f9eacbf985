import pLimit from "p-limit";
import { z } from "zod";
import { isPaused } from "@/lib/domain/stored-time";
import { Busy, isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { markOf } from "@/lib/user-mark";
import {
  afterLoad,
  callsAfter,
  callsLeft,
  decidePermit,
  type GateState,
  isBreakerOpen,
  OPEN_GATE,
  type PermitRequest,
  withCalls,
  withoutWrongTimes,
} from "./gate-state";
import type { GuardedStore } from "./guarded-store";

const KEY = "longplay:upstream";
/** Longer than any pause, and than the window that calls are counted in. */
const KEPT_SECONDS = 3600;
/** Tries to write the state before other instances' writes; each one's success lets another in. */
const MAX_TRIES = 20;
/** So much of a user's hash tells the few players of the state apart. */
const USER_DIGITS = 12;
/** So long a refusal holds in this process without another look at the store. */
const REFUSAL_MS = 1000;

const storedState = z.object({
  calls: z.array(z.tuple([z.number(), z.number()])).max(100),
  pausedUntil: z.number(),
  failures: z.number(),
  openUntil: z.number(),
  unreadable: z.string(),
});

/** Who may ask RA, and how much: the budget, RA's own pauses and the breaker, for all instances. */
export interface UpstreamGate {
  /** Costs nothing. @throws UpstreamError if the same was refused a moment ago */
  throwIfRefused(request: PermitRequest): void;
  /**
   * Gives leave to make calls, and counts them.
   *
   * @throws UpstreamError: `Busy`, `RateLimited` or `Unavailable`, with the time to come back
   */
  permit(request: PermitRequest): Promise<void>;
  /** Tells how a load ended. Never throws. */
  report(user: string, error: unknown): Promise<void>;
}

/**
 * No library has priorities, and a breaker that all servers share and that runs without a store too. The rules are pure
 * (`gate-state.ts`); here is only how instances agree on them. What each read last is what it expects
 * to find, so mostly one command does:
 *
 *     A  ── compare-and-set(s0 → s1) ── done
 *     B  ── compare-and-set(s0 → s1') ── refused, here is s1 ── compare-and-set(s1 → s2) ── done
 *
 * Within a process one question goes after the other, so no more than one of each instance is in the
 * race. While the store does not answer, each instance keeps to the same rules by itself.
 *
 * All times are on the store's clock, of which each command tells: the servers' own ones may be minutes apart.
 *
 * @param now epoch milliseconds, for a store that has no clock of its own, and until it has told the time
 */
export function createUpstreamGate(
  store: GuardedStore,
  limit: number,
  now: () => number = Date.now,
): UpstreamGate {
  const oneByOne = pLimit(1);
  /** By cause and number of calls, of which there are as many as a library can have pages. */
  const refusals = new Map<string, { until: number; error: UpstreamError }>();
  /** As the store had it when it was last heard of. */
  let seen: string | null = null;
  let state: GateState = OPEN_GATE;
  /** Calls that were counted while the store did not answer: the others are to hear of them. */
  let untold: GateState["calls"] = [];
  /** What the store's clock showed last, and when by this process's own running time; null: it has not told. */
  let clock: { at: number; ran: number } | null = null;
  let hasNoClock = false;

  const seconds = () => (clock === null ? now() : clock.at + performance.now() - clock.ran) / 1000;

  function setClock(at: number): void {
    const ahead = Math.round(seconds() - at / 1000);
    clock = { at, ran: performance.now() };
    // What was counted by this process's own clock was made at the same time by the store's.
    if (ahead !== 0) untold = untold.map(([second, count]) => [second - ahead, count]);
  }

  /** Asks the store what time it is. One that does not answer, or has no clock, leaves the time as it is. */
  async function askTime(): Promise<void> {
    if (hasNoClock) return;
    const at = await store.time();
    hasNoClock = at === null;
    if (typeof at === "number") setClock(at);
  }

  /** Reads what the others know, and what time it is. @returns whether the store told both */
  async function readWithTime(): Promise<boolean> {
    const [current] = await Promise.all([store.get(KEY), askTime()]);
    if (current === undefined) return false;
    learn(current);
    return true;
  }

  function learn(current: string | null, at?: number): void {
    if (at !== undefined) setClock(at);
    seen = current;
    state = withCalls(withoutWrongTimes(read(current), seconds()), untold);
  }

  /**
   * Changes the state as `decide` wants. A refusal is only believed of a state that was just read.
   *
   * @returns whether the store knows
   * @throws what `decide` throws
   */
  async function change(decide: (state: GateState) => GateState): Promise<boolean> {
    let justRead = clock === null && !hasNoClock && (await readWithTime());
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      let next: GateState;
      try {
        next = decide(state);
      } catch (error) {
        if (justRead) throw error;
        // A store that does not answer cannot tell otherwise.
        if (!(await readWithTime())) throw error;
        justRead = true;
        continue;
      }
      if (next === state) return true;
      const exchange = await store.compareAndSet(KEY, seen, JSON.stringify(next), KEPT_SECONDS);
      if (exchange === undefined) {
        state = next;
        return false;
      }
      if (exchange.done) untold = [];
      learn(exchange.current, exchange.at);
      if (exchange.done) return true;
      justRead = true;
    }
    throw new Busy(1);
  }

  function tell(): void {
    observe({
      type: "gate",
      callsLeft: callsLeft(state, limit, seconds()),
      failures: state.failures,
      isOpen: isBreakerOpen(state, seconds()),
    });
  }

  const keyOf = ({ cause, calls }: PermitRequest) => `${cause} ${calls}`;

  function throwIfRefused(request: PermitRequest): void {
    const known = refusals.get(keyOf(request));
    if (known && isPaused(known.until, now(), REFUSAL_MS)) throw known.error;
  }

  return {
    throwIfRefused,
    async permit(request) {
      throwIfRefused(request);
      if (oneByOne.pendingCount >= LIMITS.permitsWaiting) throw new Busy(5);
      await oneByOne(async () => {
        // It may have been refused while this one waited.
        throwIfRefused(request);
        let refused: UpstreamError | undefined;
        try {
          const isTold = await change((known) => {
            const decision = decidePermit(known, request, limit, seconds());
            if ("granted" in decision) return decision.granted;
            refused = decision.refused;
            throw refused;
          });
          if (!isTold) untold = callsAfter(untold, request.calls, seconds());
        } catch (error) {
          // Other reasons to be busy say nothing of the budget.
          if (error === refused && refused?.code === "busy") observe({ type: "budget" });
          if (isUpstreamError(error)) {
            refusals.set(keyOf(request), { until: now() + REFUSAL_MS, error });
          }
          throw error;
        } finally {
          tell();
        }
      });
    },
    async report(user, error) {
      if (error !== null && !isUpstreamError(error)) return;
      // The store must not name players here: `forget` cannot find them in this value.
      const outcome = { error, user: markOf(user).slice(0, USER_DIGITS) };
      // Mostly all is well, and was: nothing to tell anybody.
      if (afterLoad(state, outcome, seconds()) === state && state.failures === 0) return;
      await oneByOne(() => change((known) => afterLoad(known, outcome, seconds())))
        .catch(() => undefined)
        .finally(tell);
    },
  };
}

/** A value that another version wrote, or that is damaged, is as good as none. */
function read(value: string | null): GateState {
  if (value === null) return OPEN_GATE;
  try {
    return storedState.parse(JSON.parse(value));
  } catch {
    return OPEN_GATE;
  }
}
