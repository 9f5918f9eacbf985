import { beforeEach, expect, test, vi } from "vitest";
import { Busy, InvalidResponse, RateLimited, Unavailable } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { guardStore } from "./guarded-store";
import { createUpstreamGate } from "./upstream-gate";

const heard = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => heard.push(event) }));
beforeEach(() => {
  heard.length = 0;
});

const gateOn = (store: Store, limit = 60, now = () => 1_795_000_000_000) =>
  createUpstreamGate(guardStore(store, now), limit, now);
const permits = (gate: ReturnType<typeof gateOn>, times: number) =>
  Promise.allSettled(
    Array.from({ length: times }, () => gate.permit({ calls: 1, cause: "load" })),
  ).then((all) => all.filter(({ status }) => status === "fulfilled").length);

test("four instances together give no more than the budget", async () => {
  const store = createEmbeddedStore();
  const gates = Array.from({ length: 4 }, () => gateOn(store, 50));
  const given = await Promise.all(gates.map((gate) => permits(gate, 40)));
  expect(given.reduce((sum, count) => sum + count, 0)).toBe(50);
});

test("what one instance heard of RA stops the others", async () => {
  const store = createEmbeddedStore();
  const [first, second] = [gateOn(store), gateOn(store)];
  await second.permit({ calls: 1, cause: "load" });
  await first.report("someone", new RateLimited(60));
  await expect(second.permit({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "rate-limited",
    retryAfterSeconds: 60,
  });
});

test("failures of different instances count together", async () => {
  const store = createEmbeddedStore();
  const gates = Array.from({ length: 5 }, () => gateOn(store));
  for (const gate of gates) await gate.report("someone", new Unavailable());
  await expect(gateOn(store).permit({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "unavailable",
  });
});

test("a player is not named in the store, and counts once for all instances", async () => {
  const store = createEmbeddedStore();
  const first = gateOn(store);
  for (const user of ["SomeOne", "SomeOne", "01HZY3".padEnd(26, "0")]) {
    await first.report(user, new InvalidResponse("all"));
  }
  await gateOn(store).report("someone", new InvalidResponse("all"));
  const stored = await store.get("longplay:upstream");
  expect(stored).toContain('"failures":2');
  expect(stored).not.toMatch(/someone|01hzy3/i);
});

test("without its store an instance keeps to the budget by itself", async () => {
  const down: Store = {
    name: "vercel-kv",
    keeps: async () => ({ kept: true }),
    time: () => Promise.reject(new Error("down")),
    get: () => Promise.reject(new Error("down")),
    getMany: () => Promise.reject(new Error("down")),
    set: () => Promise.reject(new Error("down")),
    compareAndSet: () => Promise.reject(new Error("down")),
    keys: () => Promise.reject(new Error("down")),
  };
  expect(await permits(gateOn(down, 10), 40)).toBe(10);
});

test("what was asked while the store did not answer counts when it does", async () => {
  const store = createEmbeddedStore();
  let isDown = false;
  const failing = async () => {
    throw new Error("down");
  };
  const flaky: Store = {
    ...store,
    get: (key) => (isDown ? failing() : store.get(key)),
    compareAndSet: (...given) => (isDown ? failing() : store.compareAndSet(...given)),
  };
  let now = 1_795_000_000_000;
  const [first, second] = [gateOn(flaky, 60, () => now), gateOn(flaky, 60, () => now)];
  expect((await permits(first, 10)) + (await permits(second, 10))).toBe(20);
  isDown = true;
  expect((await permits(first, 15)) + (await permits(second, 15))).toBe(30);
  isDown = false;
  // The store is looked at again.
  now += 5000;
  await first.permit({ calls: 1, cause: "load" });
  await second.permit({ calls: 1, cause: "load" });
  expect((await permits(first, 40)) + (await permits(second, 40))).toBe(8);
});

test("a damaged value is as good as none, and is replaced", async () => {
  const store = createEmbeddedStore();
  await store.set("longplay:upstream", '{"calls":"many"}', 60);
  expect(await permits(gateOn(store, 10), 20)).toBe(10);
});

test("a crowd that is refused costs the store next to nothing", async () => {
  const store = createEmbeddedStore();
  let commands = 0;
  const counting: Store = {
    ...store,
    get: (key) => {
      commands++;
      return store.get(key);
    },
    compareAndSet: (...given) => {
      commands++;
      return store.compareAndSet(...given);
    },
  };
  const gate = gateOn(counting, 10);
  await permits(gate, 10);
  commands = 0;
  await permits(gate, 150);
  expect(commands).toBeLessThanOrEqual(2);
});

test("more questions at once than there is room for are refused at once", async () => {
  const slow: Store = {
    ...createEmbeddedStore(),
    compareAndSet: () => new Promise(() => undefined),
  };
  const gate = gateOn(slow, 10_000);
  const asked = Array.from({ length: 400 }, () => gate.permit({ calls: 1, cause: "load" }));
  const refused = asked
    .slice(LIMITS.permitsWaiting + 1)
    .map((permit) => permit.catch(({ code }) => code));
  expect(new Set(await Promise.all(refused))).toEqual(new Set(["busy"]));
});

test("a refusal holds for a second without another look at the store, for the like of it only", async () => {
  const store = createEmbeddedStore();
  let now = 1_795_000_000_000;
  const gate = gateOn(store, 10, () => now);
  await gate.permit({ calls: 9, cause: "load" });
  const two = { calls: 2, cause: "load" } as const;
  expect(() => gate.throwIfRefused(two)).not.toThrow();
  await expect(gate.permit(two)).rejects.toMatchObject({ code: "busy", retryAfterSeconds: 60 });
  now += 999;
  expect(() => gate.throwIfRefused(two)).toThrow(expect.objectContaining({ code: "busy" }));
  expect(() => gate.throwIfRefused({ calls: 1, cause: "load" })).not.toThrow();
  expect(() => gate.throwIfRefused({ calls: 2, cause: "more" })).not.toThrow();
  now += 1;
  expect(() => gate.throwIfRefused(two)).not.toThrow();
});

test("what is agreed on is stored for an hour", async () => {
  const store = createEmbeddedStore();
  const compareAndSet = vi.spyOn(store, "compareAndSet");
  await gateOn(store).permit({ calls: 2, cause: "load" });
  expect(compareAndSet.mock.calls).toEqual([
    ["longplay:upstream", null, expect.stringContaining('"calls":[[1795000000,2]]'), 3600],
  ]);
});

test("that all is well, or that this site made a slip, is nothing to tell others", async () => {
  const store = createEmbeddedStore();
  const compareAndSet = vi.spyOn(store, "compareAndSet");
  const gate = gateOn(store);
  await gate.report("someone", null);
  await gate.report("someone", new TypeError("slip"));
  await gate.report("someone", new Busy(5));
  expect(compareAndSet).not.toHaveBeenCalled();
  await gate.report("someone", new Unavailable());
  await gate.report("someone", null);
  expect(compareAndSet).toHaveBeenCalledTimes(2);
});

test("what changes nothing is not written, though not all is well", async () => {
  const store = createEmbeddedStore();
  const gate = gateOn(store);
  await gate.report("someone", new Unavailable());
  const compareAndSet = vi.spyOn(store, "compareAndSet");
  await gate.report("someone", new Busy(5));
  expect(compareAndSet).not.toHaveBeenCalled();
});

test("nobody is refused by what is not so any more", async () => {
  const store = createEmbeddedStore();
  const gate = gateOn(store, 10);
  await gate.permit({ calls: 10, cause: "load" });
  await store.compareAndSet("longplay:upstream", await store.get("longplay:upstream"), null, 1);
  await expect(gate.permit({ calls: 10, cause: "load" })).resolves.toBeUndefined();
});

test("where others are always faster, an instance gives up and is busy for a second", async () => {
  const store = createEmbeddedStore();
  let tries = 0;
  const contended: Store = {
    ...store,
    compareAndSet: async () => {
      tries++;
      return { done: false, current: null };
    },
  };
  await expect(gateOn(contended).permit({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "busy",
    retryAfterSeconds: 1,
  });
  expect(tries).toBe(20);
  await expect(gateOn(contended).report("someone", new Unavailable())).resolves.toBeUndefined();
});

test("what is left and how RA does is observed after each question and each report", async () => {
  const gate = gateOn(createEmbeddedStore());
  const gates = () => heard.filter((event) => (event as { type: string }).type === "gate");
  await gate.permit({ calls: 2, cause: "load" });
  expect(gates()).toEqual([{ type: "gate", callsLeft: 58, failures: 0, isOpen: false }]);
  for (let times = 0; times < 5; times++) await gate.report(`player${times}`, new Unavailable());
  expect(gates().at(-1)).toEqual({ type: "gate", callsLeft: 58, failures: 5, isOpen: true });
});

test("a state of which too much is odd is as good as none", async () => {
  const odd = [
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
  for (const value of odd) {
    const store = createEmbeddedStore();
    await store.set("longplay:upstream", value, 60);
    expect(await permits(gateOn(store, 10), 20)).toBe(10);
  }
});

/** A store with a clock of its own that is some minutes off this process's one. */
function withClock(store: Store, clock: () => number): Store {
  return {
    ...store,
    time: async () => clock(),
    compareAndSet: async (...given) => ({
      ...(await store.compareAndSet(...given)),
      at: clock(),
    }),
  };
}

const NOW = 1_795_000_000_000;
const MINUTES_MS = 60_000;

for (const minutes of [10, -10]) {
  test(`an instance whose clock is ${minutes} minutes off keeps to the budget of all, and hinders nobody`, async () => {
    let passed = 0;
    const store = withClock(createEmbeddedStore(), () => NOW + passed);
    const right = gateOn(store, 60, () => NOW + passed);
    const wrong = gateOn(store, 60, () => NOW + passed + minutes * MINUTES_MS);
    let given = 0;
    for (let rounds = 0; rounds < 14; rounds++) {
      given += (await permits(right, 5)) + (await permits(wrong, 5));
      passed += 1000;
    }
    expect(given).toBe(60);
    for (const gate of [right, wrong]) {
      await expect(gate.permit({ calls: 1, cause: "load" })).rejects.toMatchObject({
        code: "busy",
        retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds <= 60),
      });
    }
    passed += MINUTES_MS;
    expect(await permits(right, 5)).toBe(5);
    expect(await permits(wrong, 5)).toBe(5);
  });
}

test("calls that were counted before the store told its time are counted at that time", async () => {
  let isDown = true;
  const inner = withClock(createEmbeddedStore(), () => NOW);
  const failing = () => Promise.reject(new Error("down"));
  const store: Store = {
    ...inner,
    time: () => (isDown ? failing() : inner.time()),
    compareAndSet: (...given) => (isDown ? failing() : inner.compareAndSet(...given)),
  };
  let passed = 0;
  const gate = gateOn(store, 60, () => NOW + passed - 10 * MINUTES_MS);
  expect(await permits(gate, 20)).toBe(20);
  isDown = false;
  passed += 5000;
  expect(await permits(gate, 60)).toBe(40);
});

test("times that no right clock can have written stop nobody", async () => {
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
    await expect(gateOn(store).permit({ calls: 1, cause: "load" })).resolves.toBeUndefined();
  }
});

test("a pause that RA asked for is kept to, up to its bound", async () => {
  const store = createEmbeddedStore();
  await gateOn(store).report("someone", new RateLimited(86_400));
  await expect(gateOn(store).permit({ calls: 1, cause: "load" })).rejects.toMatchObject({
    code: "rate-limited",
    retryAfterSeconds: LIMITS.retryAfterSeconds,
  });
});

test("a refusal by the budget is told of, and no other", async () => {
  const budgets = () => heard.filter((event) => (event as { type: string }).type === "budget");
  const gate = gateOn(createEmbeddedStore(), 10);
  await gate.report("someone", new RateLimited(60));
  await permits(gate, 1);
  expect(budgets()).toEqual([]);
  const spent = gateOn(createEmbeddedStore(), 10);
  await permits(spent, 12);
  expect(budgets()).not.toEqual([]);
});
