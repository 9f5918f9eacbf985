import { expect, test, vi } from "vitest";
import {
  aCache,
  aServer,
  later,
  rows,
  shareOneStore,
  site,
  ulid,
} from "@/e2e/support/unit-servers";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { TooManyRequests } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { compareAndSet, type Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";

shareOneStore();

const crowd = (servers: ReturnType<typeof aServer>[], requests: number) =>
  Promise.all(
    Array.from({ length: requests }, (_, at) =>
      (servers[at % servers.length] as ReturnType<typeof aServer>).get("MaxMilyin"),
    ),
  );
const progressAndProfile = () => [standIn.count("progress"), standIn.count("profile")];

test("concurrent requests share one load", async () => {
  const cache = aServer();
  await Promise.all(["MaxMilyin", "maxmilyin", "MAXMILYIN"].map((user) => cache.get(user)));
  expect(standIn.count("profile")).toBe(1);
});

test("a refresh takes what another server has stored meanwhile", async () => {
  const [first, second] = [aServer(), aServer()];
  await first.get("MaxMilyin");
  await second.get("MaxMilyin");
  rows(4);
  later(301);
  const stale = await second.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  await (await first.get("MaxMilyin")).refresh?.();
  expect(standIn.count("profile")).toBe(2);
  await stale.refresh?.();
  expect(standIn.count("profile")).toBe(2);
  expect((await second.get("MaxMilyin")).player.games).toHaveLength(4);
});

test("with the store down, one server still shares its entry", async () => {
  site.store = {
    name: "vercel-kv",
    durability: async () => ({ kept: true }),
    time: async () => null,
    get: () => Promise.reject(new Error("down")),
    getMany: () => Promise.reject(new Error("down")),
    set: () => Promise.reject(new Error("down")),
    commit: () => Promise.reject(new Error("down")),
    keys: () => Promise.reject(new Error("down")),
  };
  const cache = aServer();
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
  expect((await cache.get("MaxMilyin")).state).toBe("hit");
});

test("a crowd on four servers costs the calls of one load", async () => {
  rows(1313);
  standIn.setLatency(40);
  const four = Array.from({ length: 4 }, () => aServer());
  const answers = await crowd(four, 200);
  expect(new Set(answers.map(({ player }) => player.games.length))).toEqual(new Set([1313]));
  // Only those who asked the instance that loaded have missed.
  expect(answers.filter(({ state }) => state === "miss")).toHaveLength(50);
  expect(progressAndProfile()).toEqual([3, 1]);
});

test("when the server that loads dies, another takes over", async () => {
  // Its locks run out while the others wait.
  site.store = createEmbeddedStore();
  const [second, third] = [aServer(), aServer()];
  // What a process leaves that was killed while it loaded.
  await compareAndSet(site.store, "longplay:lock:maxmilyin", null, "a dead owner", 0.3);
  const answers = await crowd([second, third], 10);
  expect(answers).toHaveLength(10);
  expect(progressAndProfile()).toEqual([1, 1]);
});

test("a failed load fails for all who wait for it, and the next request tries again", async () => {
  standIn.setLatency(40);
  standIn.fail("unavailable");
  const four = Array.from({ length: 4 }, () => aServer());
  const outcomes = await Promise.all(
    four.map((instance) => instance.get("MaxMilyin").catch(({ code }) => code)),
  );
  expect(outcomes).toEqual(["unavailable", "unavailable", "unavailable", "unavailable"]);
  const failedCalls = standIn.count("profile");
  standIn.fail(null);
  expect((await (four[3] as (typeof four)[0]).get("MaxMilyin")).player.games).toHaveLength(3);
  // The one load, and at most one retry of it.
  expect(failedCalls).toBeLessThanOrEqual(2);
});

test("loads keep to the budget, and stored players are answered all the same", async () => {
  for (const name of ["First", "Second", "Third"]) standIn.setPlayer(aWirePlayer({ name }));
  const cache = aServer({ callsPerMinute: 4 });
  await cache.get("First");
  await cache.get("Second");
  await expect(cache.get("Third")).rejects.toMatchObject({ code: "busy" });
  later(301);
  await expect(aServer({ callsPerMinute: 4 }).get("First")).resolves.toMatchObject({
    state: "stale",
  });
});

test("a stale player is read from the store where another server has stored a newer snapshot", async () => {
  const [first, second] = [aServer(), aServer()];
  await first.get("MaxMilyin");
  await second.get("MaxMilyin");
  rows(4);
  later(301);
  await (await first.get("MaxMilyin")).refresh?.();
  const { state, player } = await second.get("MaxMilyin");
  expect([state, player.games.length]).toEqual(["hit", 4]);
  expect(standIn.count("profile")).toBe(2);
});

test("a client over its limit is refused alone, and never what is stored", async () => {
  const cache = aServer();
  const refuse = () => {
    throw new TooManyRequests(9);
  };
  standIn.setLatency(40);
  const refused = cache.getFor("MaxMilyin", refuse).catch(({ code }) => code);
  const served = cache.get("MaxMilyin");
  expect(await refused).toBe("too-many-requests");
  expect((await served).state).toBe("miss");
  expect((await cache.getFor("MaxMilyin", refuse)).state).toBe("hit");
});

test("a failed refresh is shown with the newest snapshot, even if another server stored it", async () => {
  const [first, second] = [aServer(), aServer()];
  await first.get("MaxMilyin");
  await second.get("MaxMilyin");
  rows(4);
  later(301);
  const stale = await second.get("MaxMilyin");
  await (await first.get("MaxMilyin")).refresh?.();
  later(301);
  standIn.fail("unavailable");
  await stale.refresh?.();
  const shown = await second.get("MaxMilyin");
  expect(shown.player.games).toHaveLength(4);
  expect(shown.refreshError).toBe("unavailable");
  expect(shown.refresh).toBeNull();
});

test("while another server refreshes a player, this one shows the stale snapshot and tries again in a second", async () => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  later(301);
  const lock = `longplay:lock:${ulid().toLowerCase()}`;
  await site.store.set(lock, "another instance", 60);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(standIn.count("profile")).toBe(1);
  expect(await cache.get("MaxMilyin")).toMatchObject({ state: "stale", refresh: null });
  later(1);
  await compareAndSet(site.store, lock, "another instance", null, 1);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect((await cache.get("MaxMilyin")).state).toBe("hit");
});

test("a request above the bound of loads is busy", async () => {
  const cache = aCache({
    upstream: { ...aClient(), fetchPlayer: () => new Promise(() => undefined) },
    callsPerMinute: 1_000_000,
  });
  for (let at = 0; at < LIMITS.loadsUnderWay; at++) void cache.get(`player${at}`);
  await expect(cache.get("oneTooMany")).rejects.toMatchObject({
    code: "busy",
    retryAfterSeconds: 5,
  });
});

test("a server waits on for another's load while the store does not answer", async () => {
  const lock = "longplay:lock:maxmilyin";
  await site.store.set(lock, "another instance", 60);
  let hasFailed = false;
  const flaky: Store = {
    ...site.store,
    // One look fails: none is made for five seconds, though locks can be taken.
    get: (key) => {
      if (key !== lock || hasFailed) return site.store.get(key);
      hasFailed = true;
      return Promise.reject(new Error("late"));
    },
  };
  let outcome: unknown;
  const waiting = aCache({ store: flaky })
    .get("MaxMilyin")
    .then(
      ({ player }) => {
        outcome = player.games.length;
      },
      (error: unknown) => {
        outcome = error;
      },
    );
  await vi.waitFor(() => expect(hasFailed).toBe(true));
  // Longer than the quick tries take.
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(outcome).toBeUndefined();
  expect(standIn.calls()).toHaveLength(0);
  await compareAndSet(site.store, lock, "another instance", null, 60);
  await waiting;
  expect(outcome).toBe(3);
  expect(standIn.count("profile")).toBe(1);
});
