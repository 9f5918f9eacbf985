import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import type { Player } from "@/lib/domain/player";
import { TooManyRequests } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { createPlayerCache } from "./player-cache";

const heard = vi.hoisted((): { type: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => heard.push(event),
}));

let store: Store;

beforeEach(() => {
  // The time of day alone: answers of the stand-in take what they take.
  vi.useFakeTimers({ toFake: ["Date"] });
  heard.length = 0;
  standIn.setPlayer(aWirePlayer({ name: "MaxMilyin", games: 3 }));
  store = createEmbeddedStore(Date.now);
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

const aCache = (changed: Partial<Parameters<typeof createPlayerCache>[0]> = {}) =>
  createPlayerCache({
    store,
    upstream: aClient(),
    freshSeconds: 300,
    staleSeconds: 3600,
    callsPerMinute: 10_000,
    ...changed,
  });

/** One instance of the site: what it stores is shared, what it keeps at hand is its own. */
function anInstance(changed: { callsPerMinute?: number } = {}) {
  const cache = aCache(changed);
  return {
    getFor: cache.get,
    /** Waits until what was loaded is stored too, so that another instance can be asked next. */
    async get(user: string) {
      const cached = await cache.get(user);
      await cached.stored;
      return cached;
    },
  };
}

const ulid = () => aWirePlayer({ name: "MaxMilyin" }).profile.ULID;
const rows = (games: number) => standIn.setPlayer(aWirePlayer({ name: "MaxMilyin", games }));

test("the first request asks RA, the next ones do not", async () => {
  const cache = anInstance();
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
  later(299);
  expect((await cache.get("MaxMilyin")).state).toBe("hit");
  expect(standIn.count("profile")).toBe(1);
});

test("name in any case and ULID in any case are one entry", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  for (const user of ["maxmilyin", "MAXMILYIN", ulid(), ulid().toLowerCase()]) {
    expect((await cache.get(user)).state).toBe("hit");
  }
  expect(standIn.count("profile")).toBe(1);
});

test("another instance finds the entry by name and by ULID", async () => {
  await anInstance().get("MaxMilyin");
  expect((await anInstance().get("maxmilyin")).state).toBe("hit");
  expect((await anInstance().get(ulid())).state).toBe("hit");
  expect(standIn.count("profile")).toBe(1);
});

test("concurrent requests share one load", async () => {
  const cache = anInstance();
  await Promise.all(["MaxMilyin", "maxmilyin", "MAXMILYIN"].map((user) => cache.get(user)));
  expect(standIn.count("profile")).toBe(1);
});

test("a stale entry is answered at once and refreshed by what it brings along", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  rows(4);
  later(301);
  const stale = await cache.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  expect(stale.player.games).toHaveLength(3);
  expect(standIn.count("profile")).toBe(1);
  await stale.refresh?.();
  expect(standIn.count("profile")).toBe(2);
  const fresh = await cache.get("MaxMilyin");
  expect(fresh.state).toBe("hit");
  expect(fresh.player.games).toHaveLength(4);
});

test("several stale answers make one refresh, together or one after the other", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  later(301);
  const stale = await Promise.all([1, 2, 3].map(() => cache.get("MaxMilyin")));
  expect(stale.map(({ state }) => state)).toEqual(["stale", "stale", "stale"]);
  const [first, second, third] = stale;
  await Promise.all([first?.refresh?.(), second?.refresh?.()]);
  await third?.refresh?.();
  expect(standIn.count("profile")).toBe(2);
});

test("a refresh takes what another instance has stored meanwhile", async () => {
  const [first, second] = [anInstance(), anInstance()];
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

test("a failed refresh loses nothing, says why, and is not tried again at once", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  later(301);
  standIn.fail("unavailable");
  await (await cache.get("MaxMilyin")).refresh?.();
  const after = await cache.get("MaxMilyin");
  expect(after.player.games).toHaveLength(3);
  expect(after.refreshError).toBe("unavailable");
  expect(after.refresh).toBeNull();
  later(31);
  expect((await cache.get("MaxMilyin")).refresh).not.toBeNull();
  expect((await anInstance().get("MaxMilyin")).player.games).toHaveLength(3);
});

test("what is older than the stale time is asked for anew", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  later(3_901);
  standIn.fail("unavailable");
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "unavailable" });
  standIn.fail(null);
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
});

test("that there is no such user is remembered for a minute, by every instance", async () => {
  const cache = anInstance();
  const missing = { code: "player-not-found" };
  await expect(cache.get("Nobody")).rejects.toMatchObject(missing);
  await expect(cache.get("nobody")).rejects.toMatchObject(missing);
  await expect(anInstance().get("NOBODY")).rejects.toMatchObject(missing);
  later(59);
  await expect(cache.get("Nobody")).rejects.toMatchObject(missing);
  expect(standIn.count("profile")).toBe(1);
  later(2);
  standIn.setPlayer(aWirePlayer({ name: "Nobody" }));
  expect((await cache.get("Nobody")).state).toBe("miss");
  standIn.removePlayer("Nobody");
});

test("an error of RA is not remembered", async () => {
  const cache = anInstance();
  standIn.fail("unavailable", { times: 1 });
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "unavailable" });
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
});

test("a stored value that cannot be read is a miss", async () => {
  await anInstance().get("MaxMilyin");
  await store.set(`longplay:player:${ulid().toLowerCase()}`, "lp0:from another version", 60);
  expect((await anInstance().get("MaxMilyin")).state).toBe("miss");
});

test("a player who changed names is refreshed by ULID", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  const renamed = aWirePlayer({ name: "Renamed", games: 5, profile: { ULID: ulid() } });
  standIn.setPlayer(renamed);
  later(301);
  await (await cache.get(ulid())).refresh?.();
  expect((await cache.get("Renamed")).player.games).toHaveLength(5);
  standIn.removePlayer("Renamed");
});

test("an entry whose store is down is still shared within the instance", async () => {
  store = {
    name: "vercel-kv",
    keeps: async () => ({ kept: true }),
    time: async () => null,
    get: () => Promise.reject(new Error("down")),
    getMany: () => Promise.reject(new Error("down")),
    set: () => Promise.reject(new Error("down")),
    compareAndSet: () => Promise.reject(new Error("down")),
    keys: () => Promise.reject(new Error("down")),
  };
  const cache = anInstance();
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
  expect((await cache.get("MaxMilyin")).state).toBe("hit");
});

const crowd = (instances: ReturnType<typeof anInstance>[], requests: number) =>
  Promise.all(
    Array.from({ length: requests }, (_, at) =>
      (instances[at % instances.length] as ReturnType<typeof anInstance>).get("MaxMilyin"),
    ),
  );
const progressAndProfile = () => [standIn.count("progress"), standIn.count("profile")];

test("a crowd on four instances costs the calls of one load", async () => {
  rows(1313);
  standIn.setLatency(40);
  const four = Array.from({ length: 4 }, () => anInstance());
  const answers = await crowd(four, 200);
  expect(new Set(answers.map(({ player }) => player.games.length))).toEqual(new Set([1313]));
  // Only those who asked the instance that loaded have missed.
  expect(answers.filter(({ state }) => state === "miss")).toHaveLength(50);
  expect(progressAndProfile()).toEqual([3, 1]);
});

test("when the instance that loads dies, another takes over", async () => {
  // Its locks run out while the others wait.
  store = createEmbeddedStore();
  const [second, third] = [anInstance(), anInstance()];
  // What a process leaves that was killed while it loaded.
  await store.compareAndSet("longplay:lock:maxmilyin", null, "a dead owner", 0.3);
  const answers = await crowd([second, third], 10);
  expect(answers).toHaveLength(10);
  expect(progressAndProfile()).toEqual([1, 1]);
});

test("a load that fails fails for all who wait for it, and the next one tries anew", async () => {
  standIn.setLatency(40);
  standIn.fail("unavailable");
  const four = Array.from({ length: 4 }, () => anInstance());
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

test("loads keep to the budget, and what is stored is answered all the same", async () => {
  for (const name of ["First", "Second", "Third"]) standIn.setPlayer(aWirePlayer({ name }));
  const cache = anInstance({ callsPerMinute: 4 });
  await cache.get("First");
  await cache.get("Second");
  await expect(cache.get("Third")).rejects.toMatchObject({ code: "busy" });
  later(301);
  await expect(anInstance({ callsPerMinute: 4 }).get("First")).resolves.toMatchObject({
    state: "stale",
  });
});

test("unknown: what was known is hidden, not lost, and is there again when RA has it again", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  const key = `longplay:player:${ulid().toLowerCase()}`;
  const stored = await store.get(key);
  standIn.removePlayer("MaxMilyin");
  later(301);
  await (await cache.get("MaxMilyin")).refresh?.();
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "player-not-found" });
  await expect(cache.get(ulid())).rejects.toMatchObject({ code: "player-not-found" });
  await expect(anInstance().get(ulid())).rejects.toMatchObject({ code: "player-not-found" });
  expect(await store.get(key)).toBe(stored);
  later(301);
  // Whoever is hidden is not shown while RA cannot be asked.
  standIn.fail("unavailable");
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "unavailable" });
});

test("a name that another player has taken shows the other player, and the ULID stays whose it is", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  const renamed = aWirePlayer({ name: "Renamed", games: 5, profile: { ULID: ulid() } });
  standIn.setPlayer(renamed);
  standIn.setPlayer(
    aWirePlayer({ name: "MaxMilyin", games: 2, profile: { ULID: "0".repeat(26) } }),
  );
  later(301);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect((await cache.get("MaxMilyin")).player.games).toHaveLength(2);
  await (await cache.get(ulid())).refresh?.();
  expect((await cache.get(ulid())).player.profile.name).toBe("Renamed");
  expect((await anInstance().get("MaxMilyin")).player.games).toHaveLength(2);
  standIn.removePlayer("Renamed");
});

test("an old name is believed only as long as what RA said of it is fresh", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  standIn.setPlayer(aWirePlayer({ name: "Renamed", games: 5, profile: { ULID: ulid() } }));
  later(301);
  await (await cache.get(ulid())).refresh?.();
  standIn.setPlayer(
    aWirePlayer({ name: "MaxMilyin", games: 2, profile: { ULID: "0".repeat(26) } }),
  );
  expect((await cache.get("MaxMilyin")).player.games).toHaveLength(2);
  standIn.removePlayer("Renamed");
});

test("a stale player is taken from the store where another instance has stored a newer one", async () => {
  const [first, second] = [anInstance(), anInstance()];
  await first.get("MaxMilyin");
  await second.get("MaxMilyin");
  rows(4);
  later(301);
  await (await first.get("MaxMilyin")).refresh?.();
  const { state, player } = await second.get("MaxMilyin");
  expect([state, player.games.length]).toEqual(["hit", 4]);
  expect(standIn.count("profile")).toBe(2);
});

test("a warm player costs the store nothing, a stale one a look every ten seconds", async () => {
  let commands = 0;
  const embedded = store;
  store = {
    ...embedded,
    getMany: (keys) => {
      commands++;
      return embedded.getMany(keys);
    },
    get: (key) => {
      commands++;
      return embedded.get(key);
    },
  };
  const cache = anInstance();
  await cache.get("MaxMilyin");
  commands = 0;
  for (let times = 0; times < 50; times++) await cache.get("MaxMilyin");
  later(20);
  await cache.get("MaxMilyin");
  expect(commands).toBe(0);
  later(281);
  for (let times = 0; times < 50; times++) await cache.get("MaxMilyin");
  expect(commands).toBe(1);
});

test("an answer does not wait for the store to take what was loaded", async () => {
  const embedded = store;
  store = { ...embedded, set: () => new Promise(() => undefined) };
  expect((await anInstance().getFor("MaxMilyin")).state).toBe("miss");
});

test("a client that may not ask for more is refused alone, and never what is stored", async () => {
  const cache = anInstance();
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

test("a failed refresh is known of what is shown then, be it what another instance stored", async () => {
  const [first, second] = [anInstance(), anInstance()];
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

test.each([
  ["after as long as RA said", 40, 40],
  ["at the latest when what is shown has aged by its fresh time", 900, 300],
] as const)("a failed refresh is tried again %s", async (_, retryAfter, seconds) => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  later(301);
  standIn.fail("rate-limited", { retryAfter });
  await (await cache.get("MaxMilyin")).refresh?.();
  later(seconds - 1);
  expect((await cache.get("MaxMilyin")).refresh).toBeNull();
  later(1);
  expect((await cache.get("MaxMilyin")).refresh).not.toBeNull();
});

test("while another instance refreshes a player, this one shows what it has and looks again in a second", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  later(301);
  const lock = `longplay:lock:${ulid().toLowerCase()}`;
  await store.set(lock, "another instance", 60);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(standIn.count("profile")).toBe(1);
  expect(await cache.get("MaxMilyin")).toMatchObject({ state: "stale", refresh: null });
  later(1);
  await store.compareAndSet(lock, "another instance", null, 1);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect((await cache.get("MaxMilyin")).state).toBe("hit");
});

test("the list is read whole again once it is a day since it was", async () => {
  rows(700);
  const cache = anInstance();
  const sizes = async () => {
    standIn.resetCalls();
    await (await cache.get("MaxMilyin")).refresh?.();
    return standIn
      .calls()
      .flatMap(({ endpoint, params }) => (endpoint === "progress" ? params.c : []));
  };
  await cache.get("MaxMilyin");
  for (let hour = 0; hour < 23; hour++) {
    later(3600);
    await (await cache.get("MaxMilyin")).refresh?.();
  }
  later(3599);
  expect(await sizes()).toEqual(["100"]);
  later(301);
  expect(await sizes()).toEqual(["500", "500"]);
});

test("how old an answer is counts from when RA was asked", async () => {
  const cache = anInstance();
  expect((await cache.get("MaxMilyin")).ageSeconds).toBe(0);
  later(120);
  expect(await cache.get("MaxMilyin")).toMatchObject({ ageSeconds: 120, refreshError: null });
  later(180);
  expect(await cache.get("MaxMilyin")).toMatchObject({ state: "stale", ageSeconds: 300 });
});

test("data is stored for as long as it may be shown, and a name as long as its player", async () => {
  const kept: Record<string, number | null> = {};
  const embedded = store;
  store = {
    ...embedded,
    set: (key, value, ttlSeconds) => {
      kept[key] = ttlSeconds;
      return embedded.set(key, value, ttlSeconds);
    },
  };
  const cache = anInstance();
  await cache.get("MaxMilyin");
  await expect(cache.get("Nobody")).rejects.toMatchObject({ code: "player-not-found" });
  expect(kept).toEqual({
    [`longplay:player:${ulid().toLowerCase()}`]: 3900,
    "longplay:name:maxmilyin": 3900,
    "longplay:unknown:nobody": 60,
  });
  // That somebody is unknown is known for as long as there is something that it hides.
  standIn.removePlayer("MaxMilyin");
  later(301);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(kept["longplay:unknown:maxmilyin"]).toBe(3900);
});

test("a store that is slow to answer delays no stale answer for long", async () => {
  const cache = anInstance();
  await cache.get("MaxMilyin");
  later(301);
  const getMany = vi.spyOn(store, "getMany").mockReturnValue(new Promise(() => undefined));
  expect((await cache.get("MaxMilyin")).state).toBe("stale");
  expect(getMany).toHaveBeenCalledTimes(1);
});

test("who is identified is whom RA said a name means", async () => {
  const cache = aCache();
  expect(cache.identify("MaxMilyin")).toBeNull();
  await cache.get("maxmilyin");
  expect(cache.identify("MAXMILYIN")).toBe(ulid().toLowerCase());
  expect(cache.identify(ulid())).toBe(ulid().toLowerCase());
});

test("when too many loads are under way the next player is told to come back", async () => {
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

test("who was unknown is shown as soon as anybody has heard that they exist", async () => {
  const [first, second] = [anInstance(), anInstance()];
  await expect(first.get("Newcomer")).rejects.toMatchObject({ code: "player-not-found" });
  later(10);
  const newcomer = aWirePlayer({ name: "Newcomer", games: 2 });
  standIn.setPlayer(newcomer);
  await second.get(newcomer.profile.ULID);
  await first.get(newcomer.profile.ULID);
  expect((await first.get("Newcomer")).player.games).toHaveLength(2);
  standIn.removePlayer("Newcomer");
});

test("a former name means whom RA said for as long as that is fresh, to other instances too", async () => {
  const renamed = aWirePlayer({ name: "Renamed", games: 5, profile: { ULID: ulid() } });
  standIn.setPlayer({ ...renamed, formerNames: ["MaxMilyin"] });
  const cache = anInstance();
  expect((await cache.get("MaxMilyin")).player.profile.name).toBe("Renamed");
  later(299);
  for (const instance of [cache, anInstance()]) {
    expect((await instance.get("MaxMilyin")).state).toBe("hit");
  }
  expect(standIn.count("profile")).toBe(1);
  later(1);
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
  standIn.removePlayer("Renamed");
});

test("each load and each refresh is observed with how it ended", async () => {
  const cache = anInstance();
  const loads = () => heard.splice(0).filter(({ type }) => type === "load");
  const told = (cause: string, outcome: string, games: number) => ({
    type: "load",
    cause,
    outcome,
    milliseconds: expect.any(Number),
    games,
  });
  await cache.get("MaxMilyin");
  expect(loads()).toEqual([told("load", "ok", 3)]);
  later(301);
  standIn.fail("unavailable");
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(loads()).toEqual([told("refresh", "unavailable", 0)]);
});

test("a slip of this site in a refresh is warned of, and goes no further", async () => {
  const upstream = aClient();
  const cache = aCache({ upstream });
  await cache.get("MaxMilyin");
  later(301);
  upstream.fetchPlayer = () => Promise.reject(new TypeError("slip"));
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(heard).toContainEqual({
    type: "warning",
    message: "A refresh failed: TypeError: slip",
  });
  expect((await cache.get("MaxMilyin")).state).toBe("stale");
});

test("each state that RA tells is handed on with the one before, and nothing but its end waits for that", async () => {
  const states: [Player, Player | null][] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const onSnapshot = (...given: [Player, Player | null]) => {
    states.push(given);
    return ended;
  };
  const cache = aCache({ onSnapshot });
  const first = await cache.get("MaxMilyin");
  expect(states).toEqual([[first.player, null]]);
  let isOver = false;
  void first.stored?.then(() => {
    isOver = true;
  });
  // The player is stored, and the lock is free, all the same.
  const isStored = async () =>
    (await store.get(`longplay:player:${ulid().toLowerCase()}`)) !== null;
  await vi.waitUntil(isStored);
  rows(4);
  later(301);
  const refresh = (await cache.get("MaxMilyin")).refresh?.();
  await vi.waitUntil(() => states.length === 2);
  const { player, state } = await cache.get("MaxMilyin");
  expect(state).toBe("hit");
  expect(states[1]).toEqual([player, first.player]);
  rows(5);
  later(301);
  expect((await cache.getSince(ulid(), Date.now())).player.games).toHaveLength(5);
  expect(isOver).toBe(false);
  end();
  await Promise.all([first.stored, refresh]);
});

test("a state that cannot be handed on is stored all the same", async () => {
  const onSnapshot = () => Promise.reject(new Error("full"));
  await (await aCache({ onSnapshot }).get("MaxMilyin")).stored;
  expect((await anInstance().get("MaxMilyin")).state).toBe("hit");
});

/** A store as a server left it whose clock was so many seconds ahead. */
async function storedAhead(seconds: number): Promise<void> {
  later(seconds);
  await anInstance().get("MaxMilyin");
  later(-seconds);
}

const TWO_DAYS = 2 * 86_400;

test("a player who was stored by a clock two days ahead is stale, and the next answer of RA replaces it", async () => {
  await storedAhead(TWO_DAYS);
  rows(4);
  standIn.resetCalls();
  const instance = anInstance();
  const stale = await instance.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  expect(stale.player.games).toHaveLength(3);
  expect(standIn.calls()).toHaveLength(0);
  await stale.refresh?.();
  const fresh = await instance.get("MaxMilyin");
  expect([fresh.state, fresh.player.games.length]).toEqual(["hit", 4]);
  expect(fresh.player.checkedAt).toBeLessThanOrEqual(Date.now());
  const elsewhere = await anInstance().get("MaxMilyin");
  expect([elsewhere.state, elsewhere.player.games.length]).toEqual(["hit", 4]);
});

test("a process whose clock was set back replaces what it has in memory", async () => {
  later(TWO_DAYS);
  const instance = anInstance();
  await instance.get("MaxMilyin");
  rows(4);
  later(-TWO_DAYS);
  const stale = await instance.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  await stale.refresh?.();
  expect(await instance.get("MaxMilyin")).toMatchObject({ state: "hit" });
});

test("a page of a version that is dated ahead is made from what there is", async () => {
  await storedAhead(TWO_DAYS);
  const cache = aCache();
  const { player, refresh } = await cache.get("MaxMilyin");
  await refresh?.();
  expect((await cache.getSince(ulid(), player.checkedAt)).player.checkedAt).toBeLessThanOrEqual(
    Date.now(),
  );
});

test("that nobody has a name is not believed of a clock that was ahead", async () => {
  later(TWO_DAYS);
  await expect(anInstance().get("Newcomer")).rejects.toMatchObject({ code: "player-not-found" });
  await vi.waitFor(async () => expect(await store.get("longplay:unknown:newcomer")).not.toBeNull());
  later(-TWO_DAYS);
  standIn.setPlayer(aWirePlayer({ name: "Newcomer", games: 2 }));
  expect((await anInstance().get("Newcomer")).player.games).toHaveLength(2);
  standIn.removePlayer("Newcomer");
});

test("a player whom RA hides is gone, though they are stored by a clock that was ahead", async () => {
  await storedAhead(TWO_DAYS);
  standIn.removePlayer("MaxMilyin");
  const instance = anInstance();
  const stale = await instance.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  await stale.refresh?.();
  await expect(instance.get("MaxMilyin")).rejects.toMatchObject({ code: "player-not-found" });
});

test("a name that changed hands is not believed of a clock that was ahead", async () => {
  const other = aWirePlayer({ name: "Somebody", games: 1 });
  await store.set(
    "longplay:name:maxmilyin",
    `${other.profile.ULID.toLowerCase()} ${Date.now() + TWO_DAYS * 1000}`,
    3600,
  );
  standIn.setPlayer(other);
  await anInstance().get("Somebody");
  expect((await anInstance().get("MaxMilyin")).player.profile.name).toBe("MaxMilyin");
  standIn.removePlayer("Somebody");
});

test("who waits for another instance's load waits on while the store does not tell of it", async () => {
  const lock = "longplay:lock:maxmilyin";
  await store.set(lock, "another instance", 60);
  let hasFailed = false;
  const flaky: Store = {
    ...store,
    // One look fails: none is made for five seconds, though locks can be taken.
    get: (key) => {
      if (key !== lock || hasFailed) return store.get(key);
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
  await store.compareAndSet(lock, "another instance", null, 60);
  await waiting;
  expect(outcome).toBe(3);
  expect(standIn.count("profile")).toBe(1);
});
