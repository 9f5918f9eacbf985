import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Busy, InvalidResponse, RateLimited } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { guardStore } from "./guarded-store";
import { createLoadLocks } from "./load-lock";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const locksOn = (store: Store) => createLoadLocks(guardStore(store, () => performance.now()));
const passed = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** What became of a promise so far. */
function outcomeOf(promise: Promise<unknown>) {
  const outcome: { ended?: true; error?: unknown } = {};
  void promise.then(
    () => {
      outcome.ended = true;
    },
    (error) => {
      outcome.error = error;
    },
  );
  return outcome;
}

test("one server holds a lock, and another acquires it once it is released", async () => {
  const store = createEmbeddedStore(Date.now);
  const [first, second] = [locksOn(store), locksOn(store)];
  const lock = await first.acquire("lock");
  expect(lock).not.toBeNull();
  expect(await second.acquire("lock")).toBeNull();
  expect(await second.acquire("another lock")).not.toBeNull();
  await lock?.release();
  expect(await second.acquire("lock")).not.toBeNull();
});

test("a lock is held for as long as the load takes, and not renewed after that", async () => {
  const store = createEmbeddedStore(Date.now);
  const lock = await locksOn(store).acquire("lock");
  await passed(60_000);
  expect(await locksOn(store).acquire("lock")).toBeNull();
  await lock?.release();
  expect(vi.getTimerCount()).toBe(0);
});

test("a lock that is not renewed expires after five seconds", async () => {
  const store = createEmbeddedStore(Date.now);
  const first = locksOn({
    ...store,
    // What is left of a process that has died: it took the lock, and does nothing any more.
    commit: (commit) =>
      commit.guards[0]?.expected === null ? store.commit(commit) : Promise.reject(),
  });
  await first.acquire("lock");
  await passed(4900);
  expect(await locksOn(store).acquire("lock")).toBeNull();
  await passed(200);
  expect(await locksOn(store).acquire("lock")).not.toBeNull();
});

test("a lock that another server has acquired since is left alone", async () => {
  const store = createEmbeddedStore(Date.now);
  const lock = await locksOn(store).acquire("lock");
  await store.set("lock", "another owner", 60);
  await passed(3000);
  await lock?.release(new Busy(5));
  expect(await store.get("lock")).toBe("another owner");
});

test("a waiter goes on soon after the lock is released", async () => {
  const store = createEmbeddedStore(Date.now);
  const lock = await locksOn(store).acquire("lock");
  const waiting = outcomeOf(locksOn(store).waitFor("lock"));
  await passed(10_000);
  expect(waiting).toEqual({});
  await lock?.release();
  await passed(400);
  expect(waiting).toEqual({ ended: true });
});

test("a waiter polls quickly at first, then every 400 ms", async () => {
  const store = createEmbeddedStore(Date.now);
  await locksOn(store).acquire("lock");
  const looks: number[] = [];
  const started = performance.now();
  const counting: Store = {
    ...store,
    get: (key) => {
      looks.push(performance.now() - started);
      return store.get(key);
    },
  };
  outcomeOf(locksOn(counting).waitFor("lock"));
  await passed(1700);
  expect(looks).toEqual([30, 90, 210, 460, 860, 1260, 1660]);
});

test("a waiter gets the error of the failed load, and when to come back", async () => {
  for (const error of [new RateLimited(40), new InvalidResponse()]) {
    const store = createEmbeddedStore(Date.now);
    const lock = await locksOn(store).acquire("lock");
    const waiting = outcomeOf(locksOn(store).waitFor("lock"));
    await lock?.release(error);
    await passed(400);
    const { code, retryAfterSeconds } = error;
    expect(waiting.error).toMatchObject({ code, retryAfterSeconds });
  }
});

test("a load that ended with a bug leaves no error for waiters", async () => {
  const store = createEmbeddedStore(Date.now);
  const lock = await locksOn(store).acquire("lock");
  const waiting = outcomeOf(locksOn(store).waitFor("lock"));
  await lock?.release(new TypeError("slip"));
  await passed(400);
  expect(waiting).toEqual({ ended: true });
});

test("a failed load blocks no further try, and is forgotten after two seconds", async () => {
  const store = createEmbeddedStore(Date.now);
  await (await locksOn(store).acquire("lock"))?.release(new Busy(5));
  const next = await locksOn(store).acquire("lock");
  expect(next).not.toBeNull();
  await next?.release(new Busy(5));
  await passed(1900);
  expect(await store.get("lock")).toBe("failed busy 5");
  await passed(200);
  expect(await store.get("lock")).toBeNull();
});

test("another server's load is waited for thirty seconds, then the site is busy", async () => {
  const store = createEmbeddedStore(Date.now);
  await locksOn(store).acquire("lock");
  const waiting = outcomeOf(locksOn(store).waitFor("lock"));
  await passed(29_900);
  expect(waiting).toEqual({});
  await passed(600);
  expect(waiting.error).toMatchObject({ code: "busy", retryAfterSeconds: 5 });
});

test("while the store does not answer, a lock is acquired without waiting", async () => {
  const down: Store = {
    ...createEmbeddedStore(Date.now),
    get: () => Promise.reject(new Error("down")),
    commit: () => Promise.reject(new Error("down")),
  };
  const lock = await locksOn(down).acquire("lock");
  await lock?.release();
  expect(lock).not.toBeNull();
  const waiting = outcomeOf(locksOn(down).waitFor("lock"));
  await passed(30);
  expect(waiting).toEqual({ ended: true });
});
