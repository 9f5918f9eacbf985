import { beforeEach, expect, test, vi } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import {
  Busy,
  InvalidResponse,
  PlayerNotFound,
  PlayerNotServed,
  RateLimited,
  TimedOut,
} from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import type { Checked } from "./daily-check";
import { createWatchedPlayers } from "./watched-players";
import { createWatcher } from "./watcher";

const events = vi.hoisted((): { type: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => events.push(event),
  observeError: () => events.push({ type: "error" }),
}));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MIDNIGHT = Date.UTC(2026, 10, 24);
const NOON = MIDNIGHT + 12 * HOUR;

let now: number;
let store: Store;
/** Who was checked, in that order. */
let checked: string[];
/** What there is instead of an answer that there is nothing new, by number of the player. */
let failures: Map<number, Error | Checked["outcome"]>;

const clock = () => now;
const ulidOf = (number: number) => `01HDEM0AMP11GHTERX0000${1000 + number}`;
const numberOf = (user: string) => (user.length === 26 ? Number(user.slice(-4)) - 1000 : 999);

beforeEach(() => {
  now = NOON + HOUR;
  store = createEmbeddedStore(clock);
  checked = [];
  failures = new Map();
  events.length = 0;
});

/** An instance of the site, with a cache that only says what RA would have answered. */
function anInstance(options: { always?: string[]; notServed?: number[] } = {}) {
  const watched = createWatchedPlayers(store, clock);
  const watcher = createWatcher({
    watched,
    always: options.always ?? [],
    now: clock,
    checkServed: async (user) => {
      if (options.notServed?.includes(numberOf(user))) throw new PlayerNotServed();
    },
    check: async (user) => {
      checked.push(user.length === 26 ? String(numberOf(user)) : user);
      now += 1;
      const failure = failures.get(numberOf(user)) ?? "same";
      if (failure instanceof Error) throw failure;
      return { outcome: failure, checkedAt: failure === "elsewhere" ? 0 : now };
    },
  });
  return {
    watched,
    ...watcher,
    /** Stores visited players who were checked some hours ago. */
    async look(...hoursAgo: number[]) {
      for (const [number, hours] of hoursAgo.entries()) {
        const player = { ...aPlayer([], { ulid: ulidOf(number) }), checkedAt: now - hours * HOUR };
        await watched.add(player)?.();
      }
    },
  };
}

test("players not checked since noon are checked once, the least recently checked first", async () => {
  const site = anInstance();
  await site.look(5, 40, 0.5, 25, 1);
  expect(await site.run()).toMatchObject({ same: 3, left: 0, stoppedBy: null });
  expect(checked).toEqual(["1", "3", "0"]);
  now = NOON + DAY - 1;
  await site.run();
  expect(checked).toHaveLength(3);
  now = NOON + DAY;
  expect(await site.run()).toMatchObject({ same: 5 });
  expect(checked.slice(3)).toEqual(["4", "2", "1", "3", "0"]);
});

test("players left over are checked the next morning", async () => {
  const site = anInstance();
  await site.look(1);
  now = NOON + DAY - 2 * HOUR;
  expect(await site.run()).toMatchObject({ same: 0, left: 0 });
  now = NOON + 2 * DAY - HOUR;
  expect(await site.run()).toMatchObject({ same: 1 });
});

test("when no player is left a run costs no store command until the next noon", async () => {
  const site = anInstance();
  await site.look(30);
  await site.run();
  const commands = (["get", "getMany", "set", "commit", "keys"] as const).map((name) =>
    vi.spyOn(store, name),
  );
  for (let times = 0; times < 20; times++) await site.run();
  for (const command of commands) expect(command).not.toHaveBeenCalled();
  expect(events.filter(({ type }) => type === "watch")).toHaveLength(1);
});

test("while the store does not answer no due player is dropped from the list", async () => {
  const site = anInstance();
  await site.look(30, 31);
  vi.spyOn(store, "getMany").mockRejectedValueOnce(new Error("down"));
  expect(await site.run()).toMatchObject({ same: 0, left: 0 });
  now += HOUR;
  vi.restoreAllMocks();
  const read = store.getMany.bind(store);
  let commands = 0;
  vi.spyOn(store, "getMany").mockImplementation(async (keys) => {
    commands++;
    // Between the listing and the first check.
    if (commands === 2) throw new Error("down");
    return read(keys);
  });
  expect(await site.run()).toMatchObject({ same: 0, left: 2, stoppedBy: "failed" });
  now += HOUR;
  expect(await site.run()).toMatchObject({ same: 2, left: 0, stoppedBy: null });
});

test("two servers check each player once, in turns or at once", async () => {
  const [one, other] = [anInstance(), anInstance()];
  await one.look(30, 31, 32, 33);
  await one.run();
  await other.run();
  expect(checked).toHaveLength(4);
  now += DAY;
  // The lock of the cache is between those who come to a player together.
  await Promise.all([one.run(), other.run()]);
  expect(new Set(checked.slice(4)).size).toBe(4);
});

test("a player that another server is checking moves to the end of the list", async () => {
  const site = anInstance();
  await site.look(40, 30);
  failures.set(0, "elsewhere");
  expect(await site.run()).toMatchObject({ same: 1, left: 1 });
  const [player] = [...((await site.watched.read([ulidOf(0).toLowerCase()]))?.values() ?? [])];
  if (player) await site.watched.move(player, now);
  expect(await site.run()).toMatchObject({ same: 0, left: 0 });
  expect(checked).toEqual(["0", "1"]);
});

test.each([
  ["a budget that visitors may need", new Busy(10)],
  ["RA's own limit", new RateLimited(60)],
])("%s ends a run at once, and the next one goes on there", async (_, error) => {
  const site = anInstance();
  await site.look(43, 42, 41, 40);
  failures.set(1, error);
  expect(await site.run()).toMatchObject({ same: 1, left: 3, stoppedBy: error.code });
  failures.clear();
  expect(await site.run()).toMatchObject({ same: 3, left: 0, stoppedBy: null });
  expect(checked).toEqual(["0", "1", "1", "2", "3"]);
});

test("one failing player does not block the queue", async () => {
  const site = anInstance();
  await site.look(43, 42, 41);
  failures.set(0, new TimedOut());
  failures.set(1, new InvalidResponse());
  expect(await site.run()).toMatchObject({ same: 0, left: 3, stoppedBy: "timed-out" });
  expect(await site.run()).toMatchObject({ same: 1, left: 2, stoppedBy: "timed-out" });
  expect(checked).toEqual(["0", "1", "2", "0"]);
});

test("a bug is reported, and the next run goes on", async () => {
  const site = anInstance();
  await site.look(43, 42);
  failures.set(0, new TypeError("slip"));
  expect(await site.run()).toMatchObject({ stoppedBy: "failed", left: 2 });
  expect(events.map(({ type }) => type)).toContain("error");
  expect(await site.run()).toMatchObject({ same: 1 });
});

test("a player not found by RA, or no longer served, is dropped", async () => {
  const site = anInstance({ notServed: [1] });
  await site.look(43, 42, 41);
  failures.set(0, new PlayerNotFound());
  expect(await site.run()).toMatchObject({ same: 1, dropped: 2, left: 0 });
  now += DAY;
  expect(await site.run()).toMatchObject({ same: 1, dropped: 0 });
  expect(checked).toEqual(["0", "2", "2"]);
});

test("WATCHED_PLAYERS are checked without visits, and first", async () => {
  const site = anInstance({ always: ["LampLighter"] });
  await site.look(43);
  expect(await site.run()).toMatchObject({ same: 2, left: 0 });
  await site.run();
  now += 90 * DAY;
  await site.run();
  expect(checked).toEqual(["lamplighter", "0", "lamplighter"]);
});

test("a run is bounded in players and time, and the next one goes on", async () => {
  const site = anInstance();
  await site.look(...Array.from({ length: LIMITS.watchedARun + 3 }, (_, at) => 100 - at));
  expect(await site.run()).toMatchObject({ same: LIMITS.watchedARun, left: 3 });
  const slow = createWatcher({
    watched: site.watched,
    always: [],
    now: clock,
    checkServed: async () => undefined,
    check: async () => {
      now += LIMITS.watchRunMs / 2;
      return { outcome: "same", checkedAt: now };
    },
  });
  expect(await slow.run()).toMatchObject({ same: 2, left: 1 });
});

test("concurrent runs are one", async () => {
  const site = anInstance();
  await site.look(43);
  const [one, other] = await Promise.all([site.run(), site.run()]);
  expect(one).toBe(other);
  expect(checked).toHaveLength(1);
});

test("after a failed listing the next run lists again", async () => {
  const site = anInstance();
  await site.look(43);
  vi.spyOn(store, "keys").mockRejectedValueOnce(new Error("down"));
  expect(await site.run()).toMatchObject({ same: 0, left: 0, stoppedBy: "failed" });
  expect(await site.run()).toMatchObject({ same: 1, stoppedBy: null });
});

test("after a stop no check begins", async () => {
  const site = anInstance();
  await site.look(43, 42);
  site.stop();
  expect(await site.run()).toMatchObject({ same: 0, left: 2 });
  expect(checked).toEqual([]);
});
