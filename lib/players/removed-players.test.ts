import { beforeEach, expect, test, vi } from "vitest";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { compareAndSet, type Store } from "@/lib/kv/store";
import { nameLinkKey, TOMBSTONE, tombstoneKey } from "./removal-keys";
import { createRemovedPlayers, noticeSeconds } from "./removed-players";

const ULID = "01hzy3".padEnd(26, "0");
const OTHER = "01hzy4".padEnd(26, "0");
const NOTICE = noticeSeconds(300);

let now: number;
let shared: Store;
beforeEach(() => {
  now = 1_795_000_000_000;
  // Within this process, but with all in one place, as Redis has it.
  shared = { ...createEmbeddedStore(() => now), name: "vercel-kv" };
});

const aServer = (isHidden?: (user: string) => boolean) =>
  createRemovedPlayers({
    store: shared,
    noticeSeconds: NOTICE,
    now: () => now,
    ...(isHidden && { isHidden }),
  });
const remove = (ulid: string) => shared.set(tombstoneKey(ulid), TOMBSTONE, null);

test("a server notices a removal within the notice time, and reads nothing from the store until then", async () => {
  const server = aServer();
  await server.refresh([ULID]);
  const asked = vi.spyOn(shared, "getMany");
  await remove(ULID);
  for (; now < 1_795_000_000_000 + NOTICE * 1000 - 1; now += 1000) {
    await server.refresh([ULID]);
    expect(server.has(ULID)).toBe(false);
  }
  expect(asked).not.toHaveBeenCalled();
  now = 1_795_000_000_000 + NOTICE * 1000;
  await server.refresh([ULID.toUpperCase()]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(server.has(ULID)).toBe(true);
});

test("the notice time is the fresh time, between ten seconds and five minutes", () => {
  expect([0, 60, 300, 86_400].map(noticeSeconds)).toEqual([10, 60, 300, 300]);
});

test("a removal is read in the same command as what is stored of the player, and hides it", async () => {
  await shared.set(`longplay:player:${ULID}`, "theirs", 60);
  await shared.set(`longplay:player:${OTHER}`, "another's", 60);
  await remove(ULID);
  const server = aServer();
  const asked = vi.spyOn(shared, "getMany");
  const keys = [ULID, OTHER].flatMap((ulid) => [
    `longplay:unknown:${ulid}`,
    `longplay:player:${ulid}`,
  ]);
  expect(await server.store.getMany(keys)).toEqual([String(now), null, null, "another's"]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(server.has(ULID)).toBe(true);
  expect(server.has(OTHER)).toBe(false);
});

test("nothing of a removed player is written, even by a server that does not know of the removal", async () => {
  const server = aServer();
  await server.refresh([ULID]);
  await remove(ULID);
  const { store } = server;
  expect(await store.set(`longplay:player:${ULID}`, "x", 60)).toBe(false);
  expect(await store.set("longplay:name:ann", `${ULID} 1`, 60)).toBe(false);
  expect(await store.set(`longplay:watched:${ULID}`, "1 1", null)).toBe(false);
  expect(await compareAndSet(store, `longplay:history:${ULID}`, null, "x", null)).toEqual({
    done: false,
    current: null,
    isRefused: true,
  });
  // It has noticed by that, before the time.
  expect(server.has(ULID)).toBe(true);
  expect((await shared.keys("longplay:", null)).keys).toEqual([tombstoneKey(ULID)]);
});

test("a name is remembered as a removed player's for a day, unreadably", async () => {
  await aServer().addName("Ann", ULID);
  const other = aServer();
  expect(await other.store.getMany(["longplay:unknown:ann", "longplay:name:ann"])).toEqual([
    String(now),
    null,
  ]);
  expect(await other.store.set("longplay:unknown:ann", "1", 300)).toBe(false);
  expect(await other.store.set("longplay:image:/UserPic/Ann.png", "x", 300)).toBe(false);
  const stored = await shared.get(nameLinkKey("ANN"));
  expect(stored).toMatch(/^lpr1:[0-9a-f]{32}$/);
  now += 86_400_001;
  await other.refresh(["ann"]);
  expect(other.has("ann")).toBe(false);
});

test("a hidden player is not in the store, and costs no write", async () => {
  const server = aServer((user) => user === "ann");
  await shared.set("longplay:name:ann", `${ULID} 1`, 60);
  const set = vi.spyOn(shared, "set");
  expect(await server.store.getMany(["longplay:unknown:ann", "longplay:name:ann"])).toEqual([
    String(now),
    null,
  ]);
  expect(await server.store.set("longplay:unknown:ann", "1", 60)).toBe(false);
  expect(set).not.toHaveBeenCalled();
});

test("a damaged value, or an odd answer of the store, removes no player", async () => {
  const server = aServer();
  for (const value of ["", "text", "[object Object]"]) {
    await shared.set(tombstoneKey(ULID), value, null);
    await server.refresh([ULID]);
    expect(server.has(ULID), value).toBe(false);
    now += NOTICE * 1000;
  }
  await shared.set(tombstoneKey(ULID), "lpr2:of a later version", null);
  await server.refresh([ULID]);
  expect(server.has(ULID)).toBe(true);
});

test("concurrent requests wait for a hanging store together", async () => {
  shared.getMany = () => new Promise(() => undefined);
  const server = aServer();
  await server.refresh([ULID]);
  const began = performance.now();
  for (let again = 0; again < 20; again++) await server.refresh([ULID]);
  expect(performance.now() - began).toBeLessThan(200);
});

test("while the store does not answer, what was known holds, and no request waits for long", async () => {
  await remove(ULID);
  const server = aServer();
  await server.refresh([ULID, OTHER]);
  now += NOTICE * 1000;
  vi.spyOn(shared, "getMany").mockRejectedValueOnce(new Error("down"));
  await server.refresh([ULID, OTHER]);
  expect([server.has(ULID), server.has(OTHER)]).toEqual([true, false]);
  now += 5000;
  vi.spyOn(shared, "getMany").mockReturnValueOnce(new Promise(() => undefined));
  await server.refresh([ULID, OTHER]);
  expect([server.has(ULID), server.has(OTHER)]).toEqual([true, false]);
});

test("keys that are not about players pass through unchanged", async () => {
  const { store } = aServer();
  expect(await store.set("longplay:image:/Images/1.png", "x", 60)).toBe(true);
  expect(await store.get("longplay:image:/Images/1.png")).toBe("x");
  expect((await compareAndSet(store, "longplay:upstream", null, "x", 60)).done).toBe(true);
  expect(await store.getMany(["longplay:upstream"])).toEqual(["x"]);
});
