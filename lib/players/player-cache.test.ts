import { expect, test, vi } from "vitest";
import { aServer, later, rows, shareOneStore, site, ulid } from "@/e2e/support/unit-servers";
import { standIn } from "@/e2e/support/unit-stand-in";

shareOneStore();

test("the first request asks RA, the next ones do not", async () => {
  const cache = aServer();
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
  later(299);
  expect((await cache.get("MaxMilyin")).state).toBe("hit");
  expect(standIn.count("profile")).toBe(1);
});

test("a stale entry is answered at once, and its refresh replaces it", async () => {
  const cache = aServer();
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
  const cache = aServer();
  await cache.get("MaxMilyin");
  later(301);
  const stale = await Promise.all([1, 2, 3].map(() => cache.get("MaxMilyin")));
  expect(stale.map(({ state }) => state)).toEqual(["stale", "stale", "stale"]);
  const [first, second, third] = stale;
  await Promise.all([first?.refresh?.(), second?.refresh?.()]);
  await third?.refresh?.();
  expect(standIn.count("profile")).toBe(2);
});

test("a failed refresh loses nothing, says why, and is not tried again at once", async () => {
  const cache = aServer();
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
  expect((await aServer().get("MaxMilyin")).player.games).toHaveLength(3);
});

test("data older than the stale time is loaded again", async () => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  later(3_901);
  standIn.fail("unavailable");
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "unavailable" });
  standIn.fail(null);
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
});

test("an error of RA is not remembered", async () => {
  const cache = aServer();
  standIn.fail("unavailable", { times: 1 });
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "unavailable" });
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
});

test("a stored value that cannot be decoded is a miss", async () => {
  await aServer().get("MaxMilyin");
  await site.store.set(`longplay:player:${ulid().toLowerCase()}`, "lp0:from another version", 60);
  expect((await aServer().get("MaxMilyin")).state).toBe("miss");
});

test("a warm player costs no store command, a stale one a read every ten seconds", async () => {
  let commands = 0;
  const embedded = site.store;
  site.store = {
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
  const cache = aServer();
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
  const embedded = site.store;
  site.store = { ...embedded, set: () => new Promise(() => undefined) };
  expect((await aServer().getFor("MaxMilyin")).state).toBe("miss");
});

test.each([
  ["after as long as RA said", 40, 40],
  ["at the latest when what is shown has aged by its fresh time", 900, 300],
] as const)("a failed refresh is tried again %s", async (_, retryAfter, seconds) => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  later(301);
  standIn.fail("rate-limited", { retryAfter });
  await (await cache.get("MaxMilyin")).refresh?.();
  later(seconds - 1);
  expect((await cache.get("MaxMilyin")).refresh).toBeNull();
  later(1);
  expect((await cache.get("MaxMilyin")).refresh).not.toBeNull();
});

test("the list is read whole again a day after it was", async () => {
  rows(700);
  const cache = aServer();
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

test("the age of an answer counts from when RA was asked", async () => {
  const cache = aServer();
  expect((await cache.get("MaxMilyin")).ageSeconds).toBe(0);
  later(120);
  expect(await cache.get("MaxMilyin")).toMatchObject({ ageSeconds: 120, refreshError: null });
  later(180);
  expect(await cache.get("MaxMilyin")).toMatchObject({ state: "stale", ageSeconds: 300 });
});

test("a player is stored for as long as it may be shown, and a name as long as its player", async () => {
  const kept: Record<string, number | null> = {};
  const embedded = site.store;
  site.store = {
    ...embedded,
    set: (key, value, ttlSeconds) => {
      kept[key] = ttlSeconds;
      return embedded.set(key, value, ttlSeconds);
    },
  };
  const cache = aServer();
  await cache.get("MaxMilyin");
  await expect(cache.get("Nobody")).rejects.toMatchObject({ code: "player-not-found" });
  expect(kept).toEqual({
    [`longplay:player:${ulid().toLowerCase()}`]: 3900,
    "longplay:name:maxmilyin": 3900,
    "longplay:unknown:nobody": 60,
  });
  // Not found is stored for as long as it hides something.
  standIn.removePlayer("MaxMilyin");
  later(301);
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(kept["longplay:unknown:maxmilyin"]).toBe(3900);
});

test("a slow store delays no stale answer for long", async () => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  later(301);
  const getMany = vi.spyOn(site.store, "getMany").mockReturnValue(new Promise(() => undefined));
  expect((await cache.get("MaxMilyin")).state).toBe("stale");
  expect(getMany).toHaveBeenCalledTimes(1);
});
