import { beforeEach, expect, test, vi } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { createWatchedPlayers } from "./watched-players";

const events = vi.hoisted((): { type: string; message?: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => events.push(event),
}));

const SECOND = 1000;
const DAY = 86_400_000;
const ULID = "01HDEM0AMP11GHTERX0000Z7Q1";
const USER = ULID.toLowerCase();

let now: number;
let store: Store;
const clock = () => now;
const anInstance = () => createWatchedPlayers(store, clock);

beforeEach(() => {
  now = 1_795_000_000_000;
  store = createEmbeddedStore(clock);
  events.length = 0;
});

const looked = (checkedAt = now) => ({ ...aPlayer([], { ulid: ULID }), checkedAt });

test("a visited player is remembered by all servers for 30 days after the last visit", async () => {
  const [first, second] = [anInstance(), anInstance()];
  await first.add(looked())?.();
  now += 10 * DAY;
  await second.add(looked(now - 500))?.();
  const known = { user: USER, visitedAt: now, checkedAt: now - 500 };
  expect(await first.list()).toEqual([known]);
  now += 30 * DAY - SECOND;
  expect(await anInstance().list()).toEqual([known]);
  now += 2 * SECOND;
  expect(await first.list()).toEqual([]);
});

test("a visit is written once per player, day and process", async () => {
  const set = vi.spyOn(store, "set");
  const instance = anInstance();
  await instance.add(looked())?.();
  for (let times = 0; times < 50; times++) expect(instance.add(looked())).toBeNull();
  expect(set).toHaveBeenCalledTimes(1);
  now += DAY;
  await instance.add(looked())?.();
  expect(set).toHaveBeenCalledTimes(2);
});

test("a visit that could not be written is written with the next one", async () => {
  vi.spyOn(store, "set").mockRejectedValueOnce(new Error("down"));
  const instance = anInstance();
  await instance.add(looked())?.();
  expect(await instance.list()).toEqual([]);
  now += 5000;
  await instance.add(looked())?.();
  expect(await instance.list()).toHaveLength(1);
});

test("a check moves checkedAt, and neither prolongs the 30 days nor overwrites a visit", async () => {
  const [first, second] = [anInstance(), anInstance()];
  await first.add(looked())?.();
  const [before] = (await first.list()) ?? [];
  if (!before) throw new Error("Nobody is remembered.");
  now += 20 * DAY;
  await first.move(before, now);
  expect(await first.list()).toEqual([{ ...before, checkedAt: now }]);
  await second.add(looked(now + 7))?.();
  // It knows nothing of that look.
  await first.move({ ...before, checkedAt: now }, now + 1);
  expect(await first.list()).toEqual([{ user: USER, visitedAt: now, checkedAt: now + 7 }]);
  now += 30 * DAY + SECOND;
  expect(await first.list()).toEqual([]);
});

test("checks do not prolong the 30 days of a player without visits", async () => {
  const instance = anInstance();
  await instance.add(looked())?.();
  for (let day = 0; day < 29; day++) {
    now += DAY;
    for (const each of (await instance.list()) ?? []) await instance.move(each, now);
  }
  expect(await instance.list()).toHaveLength(1);
  now += DAY + SECOND;
  expect(await instance.list()).toEqual([]);
});

test("a forgotten player is remembered again by the next visit, even on the same day", async () => {
  const instance = anInstance();
  await instance.add(looked())?.();
  for (const each of (await instance.list()) ?? []) await instance.forget(each);
  expect(await instance.list()).toEqual([]);
  await instance.add(looked())?.();
  expect(await instance.list()).toHaveLength(1);
});

test("a value that cannot be parsed is no player", async () => {
  await store.set(`longplay:watched:${USER}`, "lp9", 60);
  expect(await anInstance().list()).toEqual([]);
});

test("a store that does not answer is not an empty list", async () => {
  vi.spyOn(store, "keys").mockRejectedValue(new Error("down"));
  expect(await anInstance().list()).toBeNull();
  vi.restoreAllMocks();
  await anInstance().add(looked())?.();
  vi.spyOn(store, "getMany").mockRejectedValue(new Error("down"));
  expect(await anInstance().list()).toBeNull();
  expect(await anInstance().read([USER])).toBeNull();
});

test("listing drops players without a visit for 90 days, and a later visit is written", async () => {
  const forgotten: string[] = [];
  const instance = createWatchedPlayers(store, clock, async (user) => forgotten.push(user));
  await instance.add(looked())?.();
  now += 90 * DAY;
  expect(await instance.list()).toEqual([]);
  expect(await store.get(`longplay:watched:${USER}`)).not.toBeNull();
  expect(forgotten).toEqual([]);
  now += SECOND;
  expect(await instance.list()).toEqual([]);
  expect(await store.get(`longplay:watched:${USER}`)).toBeNull();
  expect(forgotten).toEqual([USER]);
  await instance.add(looked())?.();
  expect(await instance.list()).toHaveLength(1);
});

test("no more players are listed than there is room for, over all pages, with a warning", async () => {
  for (let number = 0; number < LIMITS.watchedPlayers; number++) {
    await store.set(`longplay:watched:${String(number).padStart(26, "0")}`, `${now} 1`, null);
  }
  expect(await anInstance().list()).toHaveLength(LIMITS.watchedPlayers);
  const warnings = () => events.filter(({ type }) => type === "warning");
  expect(warnings()).toEqual([]);
  await store.set(`longplay:watched:${USER}`, `${now + SECOND} 1`, null);
  const listed = await anInstance().list();
  expect(listed).toHaveLength(LIMITS.watchedPlayers);
  // Those who were looked at last are the ones that are watched.
  expect(listed?.[0]?.user).toBe(USER);
  expect(warnings()).toHaveLength(1);
});

test("listing ends after a bounded number of pages of keys", async () => {
  const keys = vi.spyOn(store, "keys").mockResolvedValue({ keys: [], cursor: "more" });
  expect(await anInstance().list()).toEqual([]);
  expect(keys).toHaveBeenCalledTimes(LIMITS.watchedKeyPages);
});

test("times written by a clock that was ahead are repaired: their players are due, and forgotten in the end", async () => {
  const ahead = now + 400 * 86_400_000;
  await store.set(`longplay:watched:${USER}`, `${ahead} ${ahead}`, null);
  const watched = createWatchedPlayers(store, () => now);
  expect(await watched.list()).toEqual([{ user: USER, visitedAt: now, checkedAt: 0 }]);
  expect(await store.get(`longplay:watched:${USER}`)).toBe(`${now} 0`);
});
