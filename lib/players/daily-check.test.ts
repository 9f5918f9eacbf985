import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer, library } from "@/e2e/support/wire-player";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createPlayerCache } from "./player-cache";

const HOUR = 3600;
const ROWS = library(700);
const ULID = aWirePlayer({ name: "Watched" }).profile.ULID;

let store: Store;

beforeEach(() => {
  // The time of day alone: answers of the stand-in take what they take.
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const name of ["Watched", "Renamed"]) standIn.removePlayer(name);
  standIn.setPlayer(aWirePlayer({ name: "Watched", games: ROWS }));
  store = createEmbeddedStore(Date.now);
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const anInstance = (callsPerMinute = 10_000) =>
  createPlayerCache({
    store,
    upstream: aClient(),
    freshSeconds: 300,
    staleSeconds: 30 * 24 * HOUR,
    callsPerMinute,
  });

/** What RA was asked since the last look, as `profile` and the rows of each list. */
function asked(): string[] {
  const calls = standIn.calls().map(({ endpoint, params }) => params.c ?? endpoint);
  standIn.resetCalls();
  return calls.sort();
}

/** A server that loaded the player some hours ago. */
async function loadedBefore(hours: number, callsPerMinute?: number) {
  const cache = anInstance(callsPerMinute);
  await (await cache.get("Watched")).stored;
  later(hours * HOUR);
  asked();
  return cache;
}
const check = (cache: ReturnType<typeof anInstance>) => cache.check(ULID, Date.now() - HOUR);

test("a player with nothing new costs one small call, and every server knows it", async () => {
  const cache = await loadedBefore(20);
  const checkedAt = Date.now();
  expect(await check(cache)).toEqual({ outcome: "same", checkedAt });
  expect(asked()).toEqual(["1"]);
  for (const instance of [cache, anInstance()]) {
    const { state, player } = await instance.get("Watched");
    expect([state, player.checkedAt, player.games.length]).toEqual(["hit", checkedAt, 700]);
  }
  expect(asked()).toEqual([]);
});

test("a check ends when its snapshot has been handed on", async () => {
  const handedOn: number[] = [];
  const cache = createPlayerCache({
    store,
    upstream: aClient(),
    freshSeconds: 300,
    staleSeconds: 30 * 24 * HOUR,
    callsPerMinute: 10_000,
    async onSnapshot({ checkedAt }) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      handedOn.push(checkedAt);
    },
  });
  for (const outcome of ["read", "same"]) {
    const checkedAt = Date.now();
    expect((await check(cache)).outcome).toBe(outcome);
    expect(handedOn.at(-1)).toBe(checkedAt);
    later(20 * HOUR);
  }
});

test.each([
  ["a new unlock", [{ ...ROWS[0], NumAwarded: 999 } as (typeof ROWS)[0], ...ROWS.slice(1)]],
  ["a game more further down", [...ROWS, ...library(701).slice(700)]],
  ["a game less", ROWS.slice(0, -1)],
])("%s has the player read again", async (_, games) => {
  const cache = await loadedBefore(20);
  standIn.setPlayer(aWirePlayer({ name: "Watched", games }));
  expect((await check(cache)).outcome).toBe("read");
  expect(asked()).toEqual(expect.arrayContaining(["1", "100", "profile"]));
  const { player } = await cache.get("Watched");
  expect(player.games).toHaveLength(games.length);
});

test("of daily checks every second reads the whole list, which shows a revision, though they drift", async () => {
  const cache = await loadedBefore(0);
  const days: string[] = [];
  for (const drift of [-600, 600, 0, -60, 60, 0]) {
    later(24 * HOUR + drift);
    await check(cache);
    days.push(asked().join(" "));
  }
  const whole = "500 500 profile";
  expect(days).toEqual(["1", whole, "1", whole, "1", whole]);
});

test("a player without a game is read again, as RA sends an empty list for unknown players too", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Watched", games: [], profile: { TotalPoints: 0 } }));
  const cache = await loadedBefore(20);
  expect(await check(cache)).toMatchObject({ outcome: "read" });
  expect(asked()).toEqual(["100", "profile"]);
});

test("a player checked since then costs nothing", async () => {
  const [cache, other] = [await loadedBefore(20), anInstance()];
  await (await cache.get("Watched")).refresh?.();
  asked();
  const checkedAt = Date.now();
  expect(await check(cache)).toEqual({ outcome: "known", checkedAt });
  expect(await check(other)).toEqual({ outcome: "known", checkedAt });
  expect(asked()).toEqual([]);
});

test("of servers that check a player at once, one asks", async () => {
  await loadedBefore(20);
  standIn.setLatency(30);
  const outcomes = await Promise.all(
    [1, 2, 3].map(async () => (await check(anInstance())).outcome),
  );
  expect(outcomes.sort()).toEqual(["elsewhere", "elsewhere", "same"]);
  expect(asked()).toEqual(["1"]);
});

test("a player who is not stored any more is loaded", async () => {
  expect(await anInstance().check("watched", Date.now())).toMatchObject({ outcome: "read" });
  expect(asked()).toEqual(["500", "500", "profile"]);
});

test("a player that RA no longer finds is not found here either", async () => {
  const cache = await loadedBefore(20);
  standIn.removePlayer("Watched");
  await expect(check(cache)).rejects.toMatchObject({ code: "player-not-found" });
  await expect(cache.get(ULID)).rejects.toMatchObject({ code: "player-not-found" });
  await expect(check(anInstance())).rejects.toMatchObject({ code: "player-not-found" });
});

test("while half of the budget is used nothing is asked, and visitors see no trace of it", async () => {
  const cache = await loadedBefore(20, 10);
  standIn.setPlayer(aWirePlayer({ name: "Visited" }));
  standIn.setPlayer(aWirePlayer({ name: "VisitedToo" }));
  for (const name of ["Visited", "VisitedToo"]) await cache.get(name);
  await expect(check(cache)).resolves.toMatchObject({ outcome: "same" });
  later(24 * HOUR);
  for (const name of ["Visited", "VisitedToo"]) await (await cache.get(name)).refresh?.();
  asked();
  // Three calls for the whole list would make seven of ten.
  await expect(check(cache)).rejects.toMatchObject({ code: "busy" });
  await expect(cache.check("Nobody", 0)).rejects.toMatchObject({ code: "busy" });
  expect(asked()).toEqual([]);
  const shown = await cache.get("Watched");
  expect(shown).toMatchObject({ state: "stale", refreshError: null });
  await expect(cache.get("Nobody")).rejects.toMatchObject({ code: "player-not-found" });
});

test("a list that takes more calls than half of the budget is read where nothing else was asked", async () => {
  const cache = await loadedBefore(40, 4);
  expect(await check(cache)).toMatchObject({ outcome: "read" });
  expect(asked()).toEqual(["500", "500", "profile"]);
});

test.each(["rate-limited", "unavailable"] as const)(
  "where RA is %s stored data stays, and the other servers know of the failure",
  async (failure) => {
    const cache = await loadedBefore(20);
    standIn.fail(failure);
    await expect(check(cache)).rejects.toMatchObject({ code: failure });
    const { player, state } = await cache.get("Watched");
    expect([state, player.games.length]).toEqual(["stale", 700]);
    const upstream = JSON.parse((await store.get("longplay:upstream")) ?? "{}");
    if (failure === "rate-limited") expect(upstream.pausedUntil).toBeGreaterThan(Date.now() / 1000);
    else expect(upstream.failures).toBe(1);
    expect(await store.get(`longplay:lock:${ULID.toLowerCase()}`)).toBeNull();
  },
);

test("an unchanged list does not take a name back from its new player", async () => {
  const cache = await loadedBefore(20);
  standIn.setPlayer(aWirePlayer({ name: "Renamed", games: ROWS, profile: { ULID } }));
  const taker = aWirePlayer({ name: "Watched", games: 2, profile: { ULID: "0".repeat(26) } });
  standIn.setPlayer(taker);
  await (await anInstance().get(taker.profile.ULID)).stored;
  asked();
  expect(await check(cache)).toMatchObject({ outcome: "read" });
  for (const instance of [cache, anInstance()]) {
    expect((await instance.get("Watched")).player.games).toHaveLength(2);
    expect((await instance.get("Renamed")).player.games).toHaveLength(700);
  }
});
