import { describe, expect, test } from "vitest";
import {
  Busy,
  InvalidResponse,
  InvalidUser,
  PlayerNotFound,
  PlayerNotServed,
  RateLimited,
  TimedOut,
  TooManyRequests,
  UnauthorizedKey,
  Unavailable,
} from "@/lib/domain/upstream-error";
import {
  type AcquireRequest,
  afterLoad,
  callsAfter,
  callsLeft,
  decideAcquire,
  INITIAL_STATE,
  type LimiterState,
  withCalls,
} from "./limiter-state";

const LIMIT = 60;
const NOW = 1_795_000_000;
const aLoad: AcquireRequest = { calls: 2, cause: "load" };
const aRefresh: AcquireRequest = { calls: 2, cause: "refresh" };

function decide(state: LimiterState, request: AcquireRequest, now = NOW) {
  return decideAcquire(state, request, LIMIT, now);
}
function granted(state: LimiterState, request: AcquireRequest, now = NOW): LimiterState {
  const decision = decide(state, request, now);
  if ("refused" in decision) throw decision.refused;
  return decision.granted;
}
function refused(state: LimiterState, request: AcquireRequest, now = NOW) {
  const decision = decide(state, request, now);
  if ("granted" in decision) throw new Error("was granted");
  return decision.refused;
}
function failing(times: number, now = NOW): LimiterState {
  let state = INITIAL_STATE;
  for (let at = 0; at < times; at++) {
    state = afterLoad(state, { error: new Unavailable(), user: `user${at}` }, now);
  }
  return state;
}

describe("the budget", () => {
  test("is never more than the limit in any minute, however calls are spread", () => {
    let state = INITIAL_STATE;
    const made: number[] = [];
    for (let now = NOW; now < NOW + 300; now += 0.7) {
      const decision = decide(state, aLoad, now);
      if ("refused" in decision) continue;
      state = decision.granted;
      made.push(now, now);
    }
    for (const from of made) {
      expect(made.filter((at) => at >= from && at < from + 59).length).toBeLessThanOrEqual(LIMIT);
    }
    // It is used up too: five minutes allow nearly five times the limit.
    expect(made.length).toBeGreaterThan(4 * LIMIT);
  });

  test("says when enough of it will be free", () => {
    let state = granted(INITIAL_STATE, { calls: 40, cause: "load" }, NOW);
    state = granted(state, { calls: 20, cause: "load" }, NOW + 30);
    expect(refused(state, aLoad, NOW + 45)).toMatchObject({ code: "busy", retryAfterSeconds: 15 });
    expect(refused(state, { calls: 50, cause: "load" }, NOW + 45)).toMatchObject({
      retryAfterSeconds: 45,
    });
    expect(() => granted(state, aLoad, NOW + 60)).not.toThrow();
  });

  test("reserves a third for loads that a visitor waits for", () => {
    const state = granted(INITIAL_STATE, { calls: 40, cause: "load" });
    expect(refused(state, aRefresh).code).toBe("busy");
    expect(callsLeft(granted(state, aLoad), LIMIT, NOW)).toBe(18);
  });

  test("filling takes calls only while all others have two thirds of them left", () => {
    const fill = (state: LimiterState) => decide(state, { calls: 1, cause: "fill" });
    const nearly = granted(INITIAL_STATE, { calls: LIMIT / 3 - 1, cause: "load" });
    const full = granted(nearly, { calls: 1, cause: "fill" });
    expect(fill(full)).toHaveProperty("refused");
    for (const [cause, share] of [
      ["watch", 1 / 2],
      ["refresh", 2 / 3],
      ["load", 1],
    ] as const) {
      const left = LIMIT * share - LIMIT / 3;
      expect(decide(full, { calls: left, cause })).toHaveProperty("granted");
      expect(decide(full, { calls: left + 1, cause })).toHaveProperty("refused");
    }
    // While RA may be down the first call is a visitor's.
    expect(refused(failing(5), { calls: 1, cause: "fill" }).code).toBe("unavailable");
    const later = NOW + 31;
    expect(decide(failing(5), { calls: 1, cause: "fill" }, later)).toHaveProperty("refused");
    expect(decide(failing(5), aLoad, later)).toHaveProperty("granted");
    // The smallest budget that a site can have is enough for one.
    expect(decideAcquire(INITIAL_STATE, { calls: 1, cause: "fill" }, 4, NOW)).toHaveProperty(
      "granted",
    );
  });

  test("visitors go before refreshes, then come daily checks, times and unlocks", () => {
    const most = (cause: AcquireRequest["cause"]) => {
      let calls = 0;
      while ("granted" in decide(INITIAL_STATE, { calls: calls + 1, cause })) calls++;
      return calls;
    };
    const causes: AcquireRequest["cause"][] = ["load", "refresh", "watch", "times", "fill"];
    expect(causes.map(most)).toEqual([60, 40, 30, 25, 20]);
    expect(refused(failing(5), { calls: 1, cause: "times" }, NOW + 31).code).toBe("unavailable");
  });

  test("reserves half from the daily check, whatever used the other half", () => {
    const watch = (state: LimiterState) => decide(state, { calls: 1, cause: "watch" });
    const nearly = granted(INITIAL_STATE, { calls: 29, cause: "load" });
    expect(watch(nearly)).toHaveProperty("granted");
    expect(watch(granted(nearly, { calls: 1, cause: "watch" }))).toHaveProperty("refused");
    expect(watch(granted(INITIAL_STATE, { calls: 40, cause: "refresh" }))).toHaveProperty(
      "refused",
    );
  });

  test("opened games take half, and leave the rest to players, even while RA may be down", () => {
    const game = (state: LimiterState, at = NOW) => decide(state, { calls: 1, cause: "game" }, at);
    const nearly = granted(INITIAL_STATE, { calls: LIMIT / 2 - 1, cause: "load" });
    const full = granted(nearly, { calls: 1, cause: "game" });
    expect(game(full)).toHaveProperty("refused");
    expect(decide(full, aRefresh)).toHaveProperty("granted");
    expect(decide(full, aLoad)).toHaveProperty("granted");
    expect(game(failing(5), NOW + 31)).toHaveProperty("refused");
    expect(decide(failing(5), aLoad, NOW + 31)).toHaveProperty("granted");
  });

  test("leaves refreshes two thirds, in whole calls", () => {
    const refresh = (calls: number) =>
      decideAcquire(INITIAL_STATE, { calls, cause: "refresh" }, 4, NOW);
    expect(refresh(2)).toHaveProperty("granted");
    expect(refresh(3)).toHaveProperty("refused");
  });

  test("refuses more calls than all of it, for a whole window", () => {
    expect(refused(INITIAL_STATE, { calls: LIMIT + 1, cause: "load" })).toMatchObject({
      retryAfterSeconds: 60,
    });
    expect(() => granted(INITIAL_STATE, { calls: LIMIT, cause: "load" })).not.toThrow();
  });

  test("refuses for whole seconds, at least one", () => {
    const full = granted(INITIAL_STATE, { calls: LIMIT, cause: "load" });
    expect(refused(full, aLoad, NOW + 59.9).retryAfterSeconds).toBe(1);
    expect(refused(full, aLoad, NOW + 30.5).retryAfterSeconds).toBe(30);
  });

  test("sums the calls of each second, oldest first, without those of a minute ago", () => {
    const calls: LimiterState["calls"] = [
      [NOW - 60, 9],
      [NOW - 5, 1],
      [NOW, 2],
    ];
    expect(callsAfter(calls, 3, NOW + 0.7)).toEqual([
      [NOW - 5, 1],
      [NOW, 5],
    ]);
    expect(callsLeft({ ...INITIAL_STATE, calls }, LIMIT, NOW)).toBe(57);
    expect(callsLeft({ ...INITIAL_STATE, calls: [[NOW, 99]] }, LIMIT, NOW)).toBe(0);
  });

  test("takes in unsynced calls in their order", () => {
    const state: LimiterState = { ...INITIAL_STATE, calls: [[NOW, 2]], failures: 3 };
    expect(
      withCalls(state, [
        [NOW - 9, 4],
        [NOW, 1],
      ]),
    ).toEqual({
      ...state,
      calls: [
        [NOW - 9, 4],
        [NOW, 3],
      ],
    });
    expect(withCalls(state, [])).toBe(state);
  });

  test("stores at most a minute of calls", () => {
    let state = INITIAL_STATE;
    for (let now = NOW; now < NOW + 600; now++) {
      state = granted(state, { calls: 1, cause: "load" }, now);
    }
    expect(state.calls.length).toBeLessThanOrEqual(61);
  });
});

describe("RA's 429", () => {
  test("stops everything for its Retry-After, and not longer", () => {
    const state = afterLoad(INITIAL_STATE, { error: new RateLimited(40), user: "a" }, NOW);
    for (const request of [aLoad, aRefresh, { calls: 1, cause: "more" } as const]) {
      expect(refused(state, request, NOW + 10)).toMatchObject({
        code: "rate-limited",
        retryAfterSeconds: 30,
      });
    }
    expect(() => granted(state, aLoad, NOW + 40)).not.toThrow();
  });

  test("without Retry-After stops everything for a minute", () => {
    const silent = { code: "rate-limited", retryAfterSeconds: null } as const;
    const state = afterLoad(INITIAL_STATE, { error: silent, user: "a" }, NOW);
    expect(refused(state, aLoad, NOW).retryAfterSeconds).toBe(60);
  });

  test("is not cut short by a later, shorter one", () => {
    const first = afterLoad(INITIAL_STATE, { error: new RateLimited(40), user: "a" }, NOW);
    const second = afterLoad(first, { error: new RateLimited(5), user: "b" }, NOW + 1);
    expect(refused(second, aLoad, NOW + 20).code).toBe("rate-limited");
  });
});

describe("the circuit breaker", () => {
  test("opens for 30 seconds at the fifth failure in a row, and not before", () => {
    expect(() => granted(failing(4), aLoad)).not.toThrow();
    expect(refused(failing(5), aLoad, NOW + 10)).toMatchObject({
      code: "unavailable",
      retryAfterSeconds: 20,
    });
    expect(failing(4).openUntil).toBe(0);
  });

  test("counts no further than to five, so that the state is not written for each failure", () => {
    expect(failing(9)).toEqual(failing(5));
  });

  test("then lets one probe through at a time", () => {
    expect(refused(failing(5), aLoad, NOW + 29.9).code).toBe("unavailable");
    const probed = granted(failing(5), aLoad, NOW + 30);
    expect(refused(probed, aLoad, NOW + 32).code).toBe("unavailable");
    expect(() => granted(probed, { calls: 3, cause: "more" }, NOW + 32)).not.toThrow();
    // A probe that never ends does not keep the breaker open for ever.
    expect(() => granted(probed, aLoad, NOW + 62)).not.toThrow();
  });

  test("closes when RA answers, even that there is no such player", () => {
    for (const error of [null, new PlayerNotFound(), new InvalidUser()]) {
      const closed = afterLoad(failing(5), { error, user: "a" }, NOW + 31);
      expect(closed).toEqual(INITIAL_STATE);
      expect(() => granted(granted(closed, aLoad, NOW + 31), aLoad, NOW + 31)).not.toThrow();
    }
  });

  test("counts from zero after a success", () => {
    const state = afterLoad(failing(4), { error: null, user: "a" }, NOW);
    const again = afterLoad(state, { error: new TimedOut(), user: "b" }, NOW);
    expect(() => granted(again, aLoad)).not.toThrow();
  });

  const afterAnswers = (about: "player" | "all", users: string[]) =>
    users.reduce(
      (state, user) => afterLoad(state, { error: new InvalidResponse(about), user }, NOW),
      INITIAL_STATE,
    );

  test("does not count JSON about a player that cannot be read, however often", () => {
    for (const users of ["abababab", "abcdefgh"]) {
      expect(afterAnswers("player", [...users])).toBe(INITIAL_STATE);
    }
    expect(afterLoad(failing(5), { error: new InvalidResponse(), user: "a" }, NOW + 31)).toEqual(
      INITIAL_STATE,
    );
  });

  test("opens when answers about five players were not JSON, and not before", () => {
    expect(() => granted(afterAnswers("all", [..."abababababab"]), aLoad)).not.toThrow();
    expect(() => granted(afterAnswers("all", [..."abcdabcd"]), aLoad)).not.toThrow();
    expect(refused(afterAnswers("all", [..."abcde"]), aLoad, NOW + 1).code).toBe("unavailable");
  });

  test("counts outages, timeouts and a refused key", () => {
    for (const error of [new Unavailable(), new TimedOut(), new UnauthorizedKey()]) {
      expect(afterLoad(INITIAL_STATE, { error, user: "a" }, NOW).failures).toBe(1);
    }
  });

  test("ignores this site's own refusals", () => {
    for (const error of [new Busy(5), new TooManyRequests(5), new PlayerNotServed()]) {
      for (const state of [INITIAL_STATE, failing(4)]) {
        expect(afterLoad(state, { error, user: "a" }, NOW)).toBe(state);
      }
    }
  });

  test("forgets the players without JSON as soon as RA answers", () => {
    const once = afterAnswers("all", ["a"]);
    expect(once).toMatchObject({ failures: 1, unreadable: "a" });
    expect(afterLoad({ ...once, failures: 0 }, { error: null, user: "b" }, NOW)).toEqual(
      INITIAL_STATE,
    );
  });

  test("returns the same object if nothing changes, so that nothing is written", () => {
    expect(afterLoad(INITIAL_STATE, { error: null, user: "a" }, NOW)).toBe(INITIAL_STATE);
  });
});
