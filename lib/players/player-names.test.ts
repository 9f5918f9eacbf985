import { expect, test } from "vitest";
import { aCache, aServer, later, shareOneStore, site, ulid } from "@/e2e/support/unit-servers";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";

shareOneStore();

test("a name in any case and a ULID in any case are one entry", async () => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  for (const user of ["maxmilyin", "MAXMILYIN", ulid(), ulid().toLowerCase()]) {
    expect((await cache.get(user)).state).toBe("hit");
  }
  expect(standIn.count("profile")).toBe(1);
});

test("another server finds the entry by name and by ULID", async () => {
  await aServer().get("MaxMilyin");
  expect((await aServer().get("maxmilyin")).state).toBe("hit");
  expect((await aServer().get(ulid())).state).toBe("hit");
  expect(standIn.count("profile")).toBe(1);
});

test("not found is remembered for a minute, by every server", async () => {
  const cache = aServer();
  const missing = { code: "player-not-found" };
  await expect(cache.get("Nobody")).rejects.toMatchObject(missing);
  await expect(cache.get("nobody")).rejects.toMatchObject(missing);
  await expect(aServer().get("NOBODY")).rejects.toMatchObject(missing);
  later(59);
  await expect(cache.get("Nobody")).rejects.toMatchObject(missing);
  expect(standIn.count("profile")).toBe(1);
  later(2);
  standIn.setPlayer(aWirePlayer({ name: "Nobody" }));
  expect((await cache.get("Nobody")).state).toBe("miss");
  standIn.removePlayer("Nobody");
});

test("a renamed player is refreshed by ULID", async () => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  const renamed = aWirePlayer({ name: "Renamed", games: 5, profile: { ULID: ulid() } });
  standIn.setPlayer(renamed);
  later(301);
  await (await cache.get(ulid())).refresh?.();
  expect((await cache.get("Renamed")).player.games).toHaveLength(5);
  standIn.removePlayer("Renamed");
});

test("not found hides a stored player, and deletes nothing", async () => {
  const cache = aServer();
  await cache.get("MaxMilyin");
  const key = `longplay:player:${ulid().toLowerCase()}`;
  const stored = await site.store.get(key);
  standIn.removePlayer("MaxMilyin");
  later(301);
  await (await cache.get("MaxMilyin")).refresh?.();
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "player-not-found" });
  await expect(cache.get(ulid())).rejects.toMatchObject({ code: "player-not-found" });
  await expect(aServer().get(ulid())).rejects.toMatchObject({ code: "player-not-found" });
  expect(await site.store.get(key)).toBe(stored);
  later(301);
  // Whoever is hidden is not shown while RA cannot be asked.
  standIn.fail("unavailable");
  await expect(cache.get("MaxMilyin")).rejects.toMatchObject({ code: "unavailable" });
});

test("a name that another player has taken shows the other player, and the ULID keeps its player", async () => {
  const cache = aServer();
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
  expect((await aServer().get("MaxMilyin")).player.games).toHaveLength(2);
  standIn.removePlayer("Renamed");
});

test("an old name is trusted only while what RA said of it is fresh", async () => {
  const cache = aServer();
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

test("identify gives the player that RA said a name means", async () => {
  const cache = aCache();
  expect(cache.identify("MaxMilyin")).toBeNull();
  await cache.get("maxmilyin");
  expect(cache.identify("MAXMILYIN")).toBe(ulid().toLowerCase());
  expect(cache.identify(ulid())).toBe(ulid().toLowerCase());
});

test("a user who was not found is shown as soon as any server has found them", async () => {
  const [first, second] = [aServer(), aServer()];
  await expect(first.get("Newcomer")).rejects.toMatchObject({ code: "player-not-found" });
  later(10);
  const newcomer = aWirePlayer({ name: "Newcomer", games: 2 });
  standIn.setPlayer(newcomer);
  await second.get(newcomer.profile.ULID);
  await first.get(newcomer.profile.ULID);
  expect((await first.get("Newcomer")).player.games).toHaveLength(2);
  standIn.removePlayer("Newcomer");
});

test("a former name means its player while what RA said is fresh, for other servers too", async () => {
  const renamed = aWirePlayer({ name: "Renamed", games: 5, profile: { ULID: ulid() } });
  standIn.setPlayer({ ...renamed, formerNames: ["MaxMilyin"] });
  const cache = aServer();
  expect((await cache.get("MaxMilyin")).player.profile.name).toBe("Renamed");
  later(299);
  for (const instance of [cache, aServer()]) {
    expect((await instance.get("MaxMilyin")).state).toBe("hit");
  }
  expect(standIn.count("profile")).toBe(1);
  later(1);
  expect((await cache.get("MaxMilyin")).state).toBe("miss");
  standIn.removePlayer("Renamed");
});
