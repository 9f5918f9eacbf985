import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PlayerNotFound, Unavailable } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { type ObservedEvent, setObserver } from "@/lib/observe/observe";
import { createCachedSource } from "./cached-source";
import { guardStore } from "./guarded-store";
import { createLimitedCalls } from "./limited-calls";
import { createRateLimiter } from "./rate-limiter";
import type { SourceOptions } from "./source-options";
import { createTieredCache } from "./tiered-cache";

let store: Store;
let events: ObservedEvent[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  store = createEmbeddedStore(Date.now);
  events = [];
  setObserver((event) => events.push(event));
});
afterEach(() => {
  setObserver(() => undefined);
  vi.useRealTimers();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** A source of words, as one server has it: `fetch` gives the key and how often it was called. */
function aSource(changed: Partial<SourceOptions<string>> & { callsPerMinute?: number } = {}) {
  const now = Date.now;
  const guarded = guardStore(store, now);
  const limiter = createRateLimiter(guarded, changed.callsPerMinute ?? 1000, now);
  const values = createTieredCache<string>({
    store: guarded,
    storeKey: (id) => `longplay:word:${id}`,
    encode: (word) => `1 ${Date.now()} ${word}`,
    decode(text) {
      const [, at, value] = /^1 (\d+) (.*)$/.exec(text) ?? [];
      return value === undefined ? null : { value, fetchedAt: Number(at) };
    },
    sizeOf: (word) => word.length,
    maxSize: 1000,
    maxWrites: 10,
    freshSeconds: 300,
    staleSeconds: 3600,
    now,
  });
  let count = 0;
  const fetch = vi.fn<SourceOptions<string>["fetch"]>(async (key, { acquire }) => {
    await acquire(1);
    return { id: key, value: `${key} ${++count}`, fetchedAt: Date.now() };
  });
  const source = createCachedSource<string>({
    name: "word",
    values,
    store: guarded,
    calls: createLimitedCalls(limiter),
    firstCalls: 1,
    maxLoads: 10,
    lockKey: (key) => `longplay:lock:word:${key}`,
    fetch,
    now,
    ...changed,
  });
  return {
    source,
    fetch,
    /** Waits until what was loaded is stored. */
    async get(key: string) {
      const cached = await source.get(key);
      await cached.stored;
      return cached;
    },
  };
}

const skipped = () => events.filter(({ type }) => type === "refresh-skipped");
const aSkip = (reason: string) => ({ type: "refresh-skipped", source: "word", reason });

test("a value is a miss, then a hit, then stale and refreshed behind the answer, and then a miss", async () => {
  const { get } = aSource();
  expect(await get("moth")).toMatchObject({ state: "miss", value: "moth 1", refresh: null });
  later(299);
  expect(await get("moth")).toMatchObject({ state: "hit", value: "moth 1", ageSeconds: 299 });
  later(1);
  const stale = await get("moth");
  expect(stale).toMatchObject({ state: "stale", value: "moth 1" });
  await stale.refresh?.();
  expect(await get("moth")).toMatchObject({ state: "hit", value: "moth 2", ageSeconds: 0 });
  later(3900);
  expect(await get("moth")).toMatchObject({ state: "miss", value: "moth 3" });
});

test("concurrent callers of two servers share one fetch, and a third server reads the store", async () => {
  const servers = [aSource(), aSource()];
  const words = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => (await servers[at % 2]?.get("owl"))?.value),
  );
  expect(new Set(words)).toEqual(new Set(["owl 1"]));
  expect(servers.map(({ fetch }) => fetch.mock.calls.length).sort()).toEqual([0, 1]);
  const third = aSource();
  expect(await third.get("owl")).toMatchObject({ state: "hit", value: "owl 1" });
  expect(third.fetch).not.toHaveBeenCalled();
});

test("a source without a lock is loaded by each server", async () => {
  const commit = vi.spyOn(store, "commit");
  const { get } = aSource({ lockKey: null, calls: createLimitedCalls(null) });
  expect((await get("owl")).state).toBe("miss");
  expect(commit).not.toHaveBeenCalled();
});

test("a fetch is given what is known, however old", async () => {
  const { get, fetch } = aSource();
  await get("moth");
  later(3901);
  await get("moth");
  expect(fetch.mock.calls.map(([, { previous }]) => previous?.value)).toEqual([
    undefined,
    "moth 1",
  ]);
});

test("what the upstream sends is handed on with the value before, and a damaged value is a miss", async () => {
  const onSnapshot = vi.fn(async () => undefined);
  const { get } = aSource({ onSnapshot });
  await store.set("longplay:word:moth", "2 another format", 60);
  expect((await get("moth")).state).toBe("miss");
  later(300);
  await (await get("moth")).refresh?.();
  expect(onSnapshot.mock.calls).toEqual([
    ["moth 1", null],
    ["moth 2", "moth 1"],
  ]);
});

test("what is gone upstream is an error of the load, and of a refresh that keeps the value", async () => {
  const { get, fetch } = aSource();
  await get("moth");
  fetch.mockRejectedValue(new PlayerNotFound());
  later(300);
  await (await get("moth")).refresh?.();
  expect(await get("moth")).toMatchObject({ value: "moth 1", refreshError: "player-not-found" });
  await expect(get("owl")).rejects.toMatchObject({ code: "player-not-found" });
});

test("a refresh that another request has made is skipped as fresh", async () => {
  const { get } = aSource();
  await get("moth");
  later(300);
  const [one, other] = [await get("moth"), await get("moth")];
  await one.refresh?.();
  expect(skipped()).toEqual([]);
  await other.refresh?.();
  expect(skipped()).toEqual([aSkip("fresh")]);
});

test("a refresh that another server has made is skipped as fresh", async () => {
  const [here, there] = [aSource(), aSource()];
  await here.get("moth");
  await there.get("moth");
  later(300);
  const stale = await here.get("moth");
  await (await there.get("moth")).refresh?.();
  await stale.refresh?.();
  expect(skipped()).toEqual([aSkip("fresh")]);
  expect(here.fetch).toHaveBeenCalledTimes(1);
});

test("a refresh that another server makes now is skipped as locked, and then paused", async () => {
  const { get } = aSource();
  await get("moth");
  later(300);
  await store.set("longplay:lock:word:moth", "another server", 60);
  await (await get("moth")).refresh?.();
  expect(skipped()).toEqual([aSkip("locked")]);
  expect((await get("moth")).refresh).toBeNull();
  expect(skipped()).toEqual([aSkip("locked"), aSkip("paused")]);
});

test("after a failed refresh the next ones are skipped as paused", async () => {
  const { get, fetch } = aSource();
  await get("moth");
  later(300);
  fetch.mockRejectedValueOnce(new Unavailable(9));
  await (await get("moth")).refresh?.();
  expect(skipped()).toEqual([]);
  later(8);
  expect(await get("moth")).toMatchObject({ refresh: null, refreshError: "unavailable" });
  expect(skipped()).toEqual([aSkip("paused")]);
  later(1);
  expect((await get("moth")).refresh).not.toBeNull();
});

test("a refresh for which the rate limiter grants no calls is skipped as refused", async () => {
  const { get } = aSource({ callsPerMinute: 1 });
  await get("moth");
  later(300);
  const stale = await get("moth");
  await get("owl");
  await stale.refresh?.();
  expect(skipped()).toEqual([aSkip("refused")]);
  expect(await get("moth")).toMatchObject({ value: "moth 1", refreshError: "busy" });
});

test("a refresh above the bound is skipped as full, and a load above it is busy", async () => {
  const { get, source, fetch } = aSource({ maxLoads: 1 });
  await get("moth");
  await get("owl");
  later(300);
  const [moth, owl] = [await get("moth"), await get("owl")];
  let end = () => {};
  fetch.mockImplementation(
    (key) =>
      new Promise((resolve) => {
        end = () => resolve({ id: key, value: "late", fetchedAt: Date.now() });
      }),
  );
  const refreshed = moth.refresh?.();
  await vi.waitUntil(() => fetch.mock.calls.length === 3);
  await owl.refresh?.();
  expect(skipped()).toEqual([aSkip("full")]);
  end();
  await refreshed;
  const loading = source.get("bat");
  await vi.waitUntil(() => fetch.mock.calls.length === 4);
  await expect(source.get("hare")).rejects.toMatchObject({ code: "busy" });
  end();
  expect((await loading).value).toBe("late");
});

test("a background load that finds no room once its calls are granted is busy", async () => {
  const { source, fetch } = aSource({ maxLoads: 1 });
  fetch.mockImplementation(() => new Promise(() => undefined));
  const background = source.loadInBackground("moth");
  const failed = expect(background).rejects.toMatchObject({ code: "busy" });
  void source.get("owl");
  await failed;
});

test("a fresh value that is older than it must be is refreshed first, once", async () => {
  const { source, get, fetch } = aSource();
  await get("a");
  later(10);
  const since = Date.now() - 5000;
  expect((await source.getUpdated("a", since)).value).toBe("a 2");
  expect((await source.getUpdated("a", since)).value).toBe("a 2");
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("if that fails the old value is answered, and it is not tried again at once", async () => {
  const { source, get, fetch } = aSource();
  await get("a");
  later(10);
  fetch.mockRejectedValue(new Unavailable());
  const update = () => source.getUpdated("a", Date.now() - 5000);
  expect((await update()).value).toBe("a 1");
  expect((await update()).value).toBe("a 1");
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("a time in the future asks for nothing", async () => {
  const { source, get, fetch } = aSource();
  await get("a");
  expect((await source.getUpdated("a", Date.now() + 60_000)).value).toBe("a 1");
  expect(fetch).toHaveBeenCalledTimes(1);
});
