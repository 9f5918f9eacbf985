import { beforeEach, expect, test, vi } from "vitest";
import { Busy, InvalidResponse, RateLimited, Unavailable } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { compareAndSet, type Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { guardStore } from "./guarded-store";
import { createRateLimiter } from "./rate-limiter";

const events = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => events.push(event) }));
beforeEach(() => {
  events.length = 0;
});

const limiterOn = (store: Store, limit = 60, now = () => 1_795_000_000_000) =>
  createRateLimiter(guardStore(store, now), limit, now);
const acquireOften = (limiter: ReturnType<typeof limiterOn>, times: number) =>
  Promise.allSettled(
    Array.from({ length: times }, () => limiter.acquire({ calls: 1, cause: "load" })),
  ).then((all) => all.filter(({ status }) => status === "fulfilled").length);

test("four servers together grant no more than the budget", async () => {
  const store = createEmbeddedStore();
  const limiters = Array.from({ length: 4 }, () => limiterOn(store, 50));
  const given = await Promise.all(limiters.map((limiter) => acquireOften(limiter, 40)));
  expect(given.reduce((sum, count) => sum + count, 0)).toBe(50);
});

test("a 429 that one server got pauses the others", async () => {
  const store = createEmbeddedStore();
  const [first, second] = [limiterOn(store), limiterOn(store)];
  await second.acquire({ calls: 1, cause: "load" });
  await first.report("someone", new RateLimited(60));
  await expect(second.acquire({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "rate-limited",
    retryAfterSeconds: 60,
  });
});

test("failures of different servers count together", async () => {
  const store = createEmbeddedStore();
  const limiters = Array.from({ length: 5 }, () => limiterOn(store));
  for (const limiter of limiters) await limiter.report("someone", new Unavailable());
  await expect(limiterOn(store).acquire({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "unavailable",
  });
});

test("a player is not named in the store, and counts once for all servers", async () => {
  const store = createEmbeddedStore();
  const first = limiterOn(store);
  for (const user of ["SomeOne", "SomeOne", "01HZY3".padEnd(26, "0")]) {
    await first.report(user, new InvalidResponse("all"));
  }
  await limiterOn(store).report("someone", new InvalidResponse("all"));
  const stored = await store.get("longplay:upstream");
  expect(stored).toContain('"failures":2');
  expect(stored).not.toMatch(/someone|01hzy3/i);
});

test("without its store a server keeps to the budget alone", async () => {
  const down: Store = {
    name: "vercel-kv",
    durability: async () => ({ kept: true }),
    time: () => Promise.reject(new Error("down")),
    get: () => Promise.reject(new Error("down")),
    getMany: () => Promise.reject(new Error("down")),
    set: () => Promise.reject(new Error("down")),
    commit: () => Promise.reject(new Error("down")),
    keys: () => Promise.reject(new Error("down")),
  };
  expect(await acquireOften(limiterOn(down, 10), 40)).toBe(10);
});

test("calls made while the store was down count when it is back", async () => {
  const store = createEmbeddedStore();
  let isDown = false;
  const failing = async () => {
    throw new Error("down");
  };
  const flaky: Store = {
    ...store,
    get: (key) => (isDown ? failing() : store.get(key)),
    commit: (...given) => (isDown ? failing() : store.commit(...given)),
  };
  let now = 1_795_000_000_000;
  const [first, second] = [limiterOn(flaky, 60, () => now), limiterOn(flaky, 60, () => now)];
  expect((await acquireOften(first, 10)) + (await acquireOften(second, 10))).toBe(20);
  isDown = true;
  expect((await acquireOften(first, 15)) + (await acquireOften(second, 15))).toBe(30);
  isDown = false;
  // The pause after the store's failure is over.
  now += 5000;
  await first.acquire({ calls: 1, cause: "load" });
  await second.acquire({ calls: 1, cause: "load" });
  expect((await acquireOften(first, 40)) + (await acquireOften(second, 40))).toBe(8);
});

test("a damaged value counts as none, and is replaced", async () => {
  const store = createEmbeddedStore();
  await store.set("longplay:upstream", '{"calls":"many"}', 60);
  expect(await acquireOften(limiterOn(store, 10), 20)).toBe(10);
});

test("refusing a crowd costs at most two store commands", async () => {
  const store = createEmbeddedStore();
  let commands = 0;
  const counting: Store = {
    ...store,
    get: (key) => {
      commands++;
      return store.get(key);
    },
    commit: (...given) => {
      commands++;
      return store.commit(...given);
    },
  };
  const limiter = limiterOn(counting, 10);
  await acquireOften(limiter, 10);
  commands = 0;
  await acquireOften(limiter, 150);
  expect(commands).toBeLessThanOrEqual(2);
});

test("a full queue refuses at once", async () => {
  const slow: Store = {
    ...createEmbeddedStore(),
    commit: () => new Promise(() => undefined),
  };
  const limiter = limiterOn(slow, 10_000);
  const asked = Array.from({ length: 400 }, () => limiter.acquire({ calls: 1, cause: "load" }));
  const refused = asked
    .slice(LIMITS.acquiresWaiting + 1)
    .map((acquired) => acquired.catch(({ code }) => code));
  expect(new Set(await Promise.all(refused))).toEqual(new Set(["busy"]));
});

test("a refusal is repeated for a second without the store, for the same request only", async () => {
  const store = createEmbeddedStore();
  let now = 1_795_000_000_000;
  const limiter = limiterOn(store, 10, () => now);
  await limiter.acquire({ calls: 9, cause: "load" });
  const two = { calls: 2, cause: "load" } as const;
  expect(() => limiter.throwIfRefused(two)).not.toThrow();
  await expect(limiter.acquire(two)).rejects.toMatchObject({ code: "busy", retryAfterSeconds: 60 });
  now += 999;
  expect(() => limiter.throwIfRefused(two)).toThrow(expect.objectContaining({ code: "busy" }));
  expect(() => limiter.throwIfRefused({ calls: 1, cause: "load" })).not.toThrow();
  expect(() => limiter.throwIfRefused({ calls: 2, cause: "more" })).not.toThrow();
  now += 1;
  expect(() => limiter.throwIfRefused(two)).not.toThrow();
});

test("the state is stored for an hour", async () => {
  const store = createEmbeddedStore();
  const commit = vi.spyOn(store, "commit");
  await limiterOn(store).acquire({ calls: 2, cause: "load" });
  expect(commit.mock.calls).toEqual([
    [
      {
        guards: [{ key: "longplay:upstream", expected: null }],
        set: [
          {
            key: "longplay:upstream",
            value: expect.stringContaining('"calls":[[1795000000,2]]'),
            ttlSeconds: 3600,
          },
        ],
        isAwaited: true,
      },
    ],
  ]);
});

test("a success after successes, and an error of this site, write nothing", async () => {
  const store = createEmbeddedStore();
  const commit = vi.spyOn(store, "commit");
  const limiter = limiterOn(store);
  await limiter.report("someone", null);
  await limiter.report("someone", new TypeError("bug"));
  await limiter.report("someone", new Busy(5));
  expect(commit).not.toHaveBeenCalled();
  await limiter.report("someone", new Unavailable());
  await limiter.report("someone", null);
  expect(commit).toHaveBeenCalledTimes(2);
});

test("an outcome that changes nothing is not written, even after a failure", async () => {
  const store = createEmbeddedStore();
  const limiter = limiterOn(store);
  await limiter.report("someone", new Unavailable());
  const commit = vi.spyOn(store, "commit");
  await limiter.report("someone", new Busy(5));
  expect(commit).not.toHaveBeenCalled();
});

test("an outdated state refuses nothing: it is read again first", async () => {
  const store = createEmbeddedStore();
  const limiter = limiterOn(store, 10);
  await limiter.acquire({ calls: 10, cause: "load" });
  await compareAndSet(store, "longplay:upstream", await store.get("longplay:upstream"), null, 1);
  await expect(limiter.acquire({ calls: 10, cause: "load" })).resolves.toBeUndefined();
});

test("a server that always loses the race gives up, and is busy for a second", async () => {
  const store = createEmbeddedStore();
  let tries = 0;
  const contended: Store = {
    ...store,
    commit: async () => {
      tries++;
      return { done: false, current: [null] };
    },
  };
  await expect(limiterOn(contended).acquire({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "busy",
    retryAfterSeconds: 1,
  });
  expect(tries).toBe(20);
  await expect(limiterOn(contended).report("someone", new Unavailable())).resolves.toBeUndefined();
});

test("each acquire and each report emits calls left and the breaker's state", async () => {
  const limiter = limiterOn(createEmbeddedStore());
  const states = () =>
    events.filter((event) => (event as { type: string }).type === "rate-limiter");
  await limiter.acquire({ calls: 2, cause: "load" });
  expect(states()).toEqual([
    { type: "rate-limiter", callsLeft: 58, failures: 0, breaker: "closed" },
  ]);
  for (let times = 0; times < 5; times++) await limiter.report(`player${times}`, new Unavailable());
  expect(states().at(-1)).toEqual({
    type: "rate-limiter",
    callsLeft: 58,
    failures: 5,
    breaker: "open",
  });
});

test("a malformed state counts as none", async () => {
  const malformed = [
    "not JSON",
    JSON.stringify({ calls: [[1, 2, 3]], pausedUntil: 9e9, failures: 0, openUntil: 0 }),
    JSON.stringify({
      calls: Array.from({ length: 101 }, () => [1_795_000_000, 1]),
      pausedUntil: 0,
      failures: 0,
      openUntil: 0,
      unreadable: "",
    }),
  ];
  for (const value of malformed) {
    const store = createEmbeddedStore();
    await store.set("longplay:upstream", value, 60);
    expect(await acquireOften(limiterOn(store, 10), 20)).toBe(10);
  }
});

/** A store whose own clock may differ from this process's. */
function withClock(store: Store, clock: () => number): Store {
  return {
    ...store,
    time: async () => clock(),
    commit: async (...given) => ({
      ...(await store.commit(...given)),
      at: clock(),
    }),
  };
}

const NOW = 1_795_000_000_000;
const MINUTES_MS = 60_000;

for (const minutes of [10, -10]) {
  test(`a server whose clock is ${minutes} minutes off keeps to the shared budget, and blocks no other`, async () => {
    let passed = 0;
    const store = withClock(createEmbeddedStore(), () => NOW + passed);
    const right = limiterOn(store, 60, () => NOW + passed);
    const wrong = limiterOn(store, 60, () => NOW + passed + minutes * MINUTES_MS);
    let given = 0;
    for (let rounds = 0; rounds < 14; rounds++) {
      given += (await acquireOften(right, 5)) + (await acquireOften(wrong, 5));
      passed += 1000;
    }
    expect(given).toBe(60);
    for (const limiter of [right, wrong]) {
      await expect(limiter.acquire({ calls: 1, cause: "load" })).rejects.toMatchObject({
        code: "busy",
        retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds <= 60),
      });
    }
    passed += MINUTES_MS;
    expect(await acquireOften(right, 5)).toBe(5);
    expect(await acquireOften(wrong, 5)).toBe(5);
  });
}

test("calls counted before the store's time is known are moved to that time", async () => {
  let isDown = true;
  const inner = withClock(createEmbeddedStore(), () => NOW);
  const failing = () => Promise.reject(new Error("down"));
  const store: Store = {
    ...inner,
    time: () => (isDown ? failing() : inner.time()),
    commit: (...given) => (isDown ? failing() : inner.commit(...given)),
  };
  let passed = 0;
  const limiter = limiterOn(store, 60, () => NOW + passed - 10 * MINUTES_MS);
  expect(await acquireOften(limiter, 20)).toBe(20);
  isDown = false;
  passed += 5000;
  expect(await acquireOften(limiter, 60)).toBe(40);
});

test("times that no right clock can have written refuse nothing", async () => {
  const ahead = (NOW + 2 * 86_400_000) / 1000;
  const fine = { calls: [], pausedUntil: 0, failures: 0, openUntil: 0, unreadable: "" };
  for (const state of [
    { ...fine, pausedUntil: ahead },
    { ...fine, pausedUntil: NOW / 1000 + LIMITS.retryAfterSeconds + 60 },
    { ...fine, failures: 5, openUntil: ahead },
    { ...fine, calls: [[ahead, 60]] },
  ]) {
    const store = createEmbeddedStore();
    await store.set("longplay:upstream", JSON.stringify(state), 3600);
    await expect(limiterOn(store).acquire({ calls: 1, cause: "load" })).resolves.toBeUndefined();
  }
});

test("a pause that RA asked for is kept, up to its bound", async () => {
  const store = createEmbeddedStore();
  await limiterOn(store).report("someone", new RateLimited(86_400));
  await expect(limiterOn(store).acquire({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "rate-limited",
    retryAfterSeconds: LIMITS.retryAfterSeconds,
  });
});

test("a refusal by the budget emits an event, another does not", async () => {
  const budgets = () => events.filter((event) => (event as { type: string }).type === "budget");
  const limiter = limiterOn(createEmbeddedStore(), 10);
  await limiter.report("someone", new RateLimited(60));
  await acquireOften(limiter, 1);
  expect(budgets()).toEqual([]);
  const spent = limiterOn(createEmbeddedStore(), 10);
  await acquireOften(spent, 12);
  expect(budgets()).not.toEqual([]);
});

test("reads the state that an earlier version stored, and writes it in the same form", async () => {
  const stored =
    '{"calls":[[1795000000,9]],"pausedUntil":0,"failures":5,"openUntil":1794999999.5,"unreadable":"0a1b2c3d4e5f"}';
  const store = createEmbeddedStore();
  await store.set("longplay:upstream", stored, 3600);
  const limiter = limiterOn(store, 10);
  await expect(limiter.acquire({ calls: 2, cause: "load" })).rejects.toMatchObject({
    code: "busy",
  });
  await limiter.acquire({ calls: 1, cause: "load" });
  expect(await store.get("longplay:upstream")).toBe(
    '{"calls":[[1795000000,10]],"pausedUntil":0,"failures":5,"openUntil":1795000030,"unreadable":"0a1b2c3d4e5f"}',
  );
  await limiter.report("someone", null);
  expect(await store.get("longplay:upstream")).toBe(
    '{"calls":[[1795000000,10]],"pausedUntil":0,"failures":0,"openUntil":0,"unreadable":""}',
  );
});
