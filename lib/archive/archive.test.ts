import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Game, Profile } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { eventsOf } from "@/lib/history/events";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { forgetPlayer } from "@/lib/players/forget-player";
import { createRemovedPlayers } from "@/lib/players/removed-players";
import { createArchive } from "./archive";
import { dayKey, headKey } from "./keys";
import { dayEnvelope } from "./stored-day";
import { headEnvelope } from "./stored-head";

const events = vi.hoisted((): { type: string; outcome?: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => events.push(event),
  observeError: (error: unknown) => {
    throw error;
  },
}));

const HOUR = 3_600_000;
const ULID = aPlayer([]).profile.ulid;
const key = (day: string) => dayKey(ULID.toLowerCase(), day);
const HEAD = headKey(ULID.toLowerCase());

/** The values, whether the store is down or not. */
let inner: Store;
let store: Store;
let isDown: boolean;
let commands: string[];
let clock: number;

beforeEach(() => {
  events.length = 0;
  commands = [];
  isDown = false;
  clock = Date.UTC(2026, 10, 20, 12);
  inner = createEmbeddedStore();
  const counted = <Result>(name: string, run: () => Promise<Result>) => {
    commands.push(name);
    return isDown ? Promise.reject(new Error("down")) : run();
  };
  store = {
    ...inner,
    get: (...given) => counted("get", () => inner.get(...given)),
    getMany: (...given) => counted("getMany", () => inner.getMany(...given)),
    commit: (...given) => counted("commit", () => inner.commit(...given)),
    keys: (...given) => counted("keys", () => inner.keys(...given)),
  };
});

const anArchive = () => createArchive(store, () => clock);
const outcomes = () => events.flatMap(({ type, outcome }) => (type === "history" ? [outcome] : []));

/** A snapshot of Anna with these games, an hour after the last one. */
function seen(games: Game[], profile: Partial<Profile> = {}) {
  clock += HOUR;
  return { ...aPlayer(games, profile), checkedAt: clock };
}

/** The commands that it took. */
async function cost(work: Promise<void>): Promise<string[]> {
  commands = [];
  await work;
  return commands;
}

const read = async (archive = anArchive()) => {
  const history = await archive.read(ULID, "2026-01-01", "2027-12-31");
  if (!history) throw new Error("It cannot be read.");
  return history;
};

test("a history starts with the first snapshot", async () => {
  const archive = anArchive();
  expect(await read(archive)).toEqual({ startedAt: null, days: [], unreadable: [] });
  await archive.keep(seen([aGame()]), null);
  const { startedAt, days } = await read();
  expect(startedAt).toBe(clock);
  expect(days).toMatchObject([{ day: "2026-11-20", startsAnew: true, games: [] }]);
});

test("a refresh costs no command without news, and one with news or on a new day", async () => {
  const archive = anArchive();
  const game = aGame();
  expect(await cost(archive.keep(seen([game]), null))).toEqual(["getMany", "commit"]);
  expect(await cost(archive.keep(seen([game]), null))).toEqual([]);
  expect(await cost(archive.keep(seen([{ ...game, numAwarded: 6 }]), null))).toEqual(["commit"]);
  expect(await cost(archive.keep(seen([game], { points: 1 }), null))).toEqual(["commit"]);
  clock += 24 * HOUR;
  expect(await cost(archive.keep(seen([game], { points: 1 }), null))).toEqual(["commit"]);
  expect(await cost(archive.keep(seen([game], { points: 1 }), null))).toEqual([]);
  // A process that has just started reads first.
  expect(await cost(anArchive().keep(seen([game], { points: 1 }), null))).toEqual(["getMany"]);
});

test("a new rich presence message is no news", async () => {
  const archive = anArchive();
  const games = [aGame()];
  await archive.keep(seen(games, { lastSeen: "World 1" }), null);
  const later = seen(games, { lastSeen: "World 2", lastGameId: 9 });
  const { days } = await read();
  expect(await cost(archive.keep(later, null))).toEqual([]);
  expect((await read()).days).toEqual(days);
});

test("days are read in the order of the calendar, closed ones from memory", async () => {
  const archive = anArchive();
  for (let numAwarded = 1; numAwarded <= 5; numAwarded++) {
    await archive.keep(seen([aGame({ id: 1, numAwarded })]), null);
    clock += 24 * HOUR;
  }
  const { days } = await read(archive);
  expect(days.map(({ day }) => day)).toEqual([20, 21, 22, 23, 24].map((day) => `2026-11-${day}`));
  commands = [];
  const some = await archive.read(ULID, "2026-11-21", "2026-11-22");
  expect(some?.days.map(({ games }) => games[0]?.after?.numAwarded)).toEqual([2, 3]);
  expect(commands).toEqual([]);
});

test("a head is fresh for 30 seconds, so another process's day is seen by then", async () => {
  const [one, other] = [anArchive(), anArchive()];
  const player = seen([aGame()]);
  await one.keep(player, null);
  expect((await read(one)).days).toHaveLength(1);
  await other.keep({ ...player, checkedAt: clock + 24 * HOUR }, null);
  clock += 29_999;
  commands = [];
  expect((await read(one)).days).toHaveLength(1);
  expect(commands).not.toContain("get");
  clock += 1;
  expect((await read(one)).days).toHaveLength(2);
});

test("a read waits for a write that is under way", async () => {
  const archive = anArchive();
  await archive.keep(seen([aGame({ id: 1, numAwarded: 1 })]), null);
  const { commit } = store;
  let goOn = () => {};
  const slow = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  store.commit = (writes) => slow.then(() => commit(writes));
  const writing = archive.keep(seen([aGame({ id: 1, numAwarded: 2 })]), null);
  const reading = read(archive);
  setTimeout(goOn, 20);
  expect((await reading).days[0]?.games[0]?.after?.numAwarded).toBe(2);
  await writing;
});

test("a read does not wait longer than 250 ms for a write that hangs", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const archive = anArchive();
  await archive.keep(seen([aGame({ id: 1, numAwarded: 1 })]), null);
  store.commit = () => new Promise(() => undefined);
  void archive.keep(seen([aGame({ id: 1, numAwarded: 2 })]), null);
  const done = vi.fn();
  const reading = read(archive);
  void reading.then(done);
  await vi.advanceTimersByTimeAsync(249);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await reading).days).toMatchObject([{ day: "2026-11-20", games: [] }]);
});

test("a game that left the list keeps its title when a process writes that does not know it", async () => {
  const archive = anArchive();
  const before = seen([aGame({ id: 5, title: "Étoile II" }), aGame({ id: 6 })]);
  await archive.keep(before, null);
  await archive.keep(seen(before.games.slice(1)), before);
  await anArchive().keep(seen([...before.games.slice(1), aGame({ id: 7 })]), null);
  const [day] = (await read()).days;
  expect(day && eventsOf(day)).toContainEqual({ kind: "gone", id: 5, title: "Étoile II" });
});

test("snapshots that the store could not take are written with the next one, each to its day", async () => {
  const archive = anArchive();
  const game = aGame({ id: 1, numAwarded: 0 });
  await archive.keep(seen([game]), null);
  isDown = true;
  clock += 24 * HOUR;
  await archive.keep(seen([{ ...game, numAwarded: 1 }]), null);
  clock += 24 * HOUR;
  await archive.keep(seen([{ ...game, numAwarded: 2 }]), null);
  expect(await archive.read(ULID, "2026-11-20", "2026-11-30")).toBeNull();
  isDown = false;
  clock += 24 * HOUR;
  await archive.keep(seen([{ ...game, numAwarded: 3 }]), null);
  const won = (await read()).days.map(({ games }) => games[0]?.after?.numAwarded);
  expect(won).toEqual([undefined, 1, 2, 3]);
  expect(outcomes()).toEqual(["kept", "failed", "failed", "kept", "kept", "kept"]);
});

test("a late day that only one process saw is inserted before the days of another", async () => {
  const [late, other] = [anArchive(), anArchive()];
  const game = (numAwarded: number) => aGame({ id: 1, numAwarded, maxPossible: 90 });
  await other.keep(seen([game(1), aGame({ id: 2 })]), null);
  isDown = true;
  clock += 24 * HOUR;
  const second = seen([game(2), aGame({ id: 3 })], { name: "Ann9", points: 7 });
  await late.keep(second, null);
  isDown = false;
  for (const numAwarded of [3, 4]) {
    clock += 24 * HOUR;
    await other.keep(seen([game(numAwarded), aGame({ id: 2 })]), null);
  }
  await late.keep(seen([game(4), aGame({ id: 2 })]), null);
  const { days } = await read();
  const numbers = (id: number) =>
    days.map(({ games }) => {
      const change = games.find((each) => each.id === id);
      return change && [change.before?.numAwarded, change.after?.numAwarded];
    });
  expect(days.map(({ day }) => day.slice(-2))).toEqual(["20", "21", "22", "23"]);
  expect(days.map(({ startsAnew }) => startsAnew)).toEqual([true, false, false, false]);
  expect(numbers(1)).toEqual([undefined, [1, 2], [2, 3], [3, 4]]);
  expect(numbers(2)).toEqual([undefined, [5, undefined], [undefined, 5], undefined]);
  expect(numbers(3)).toEqual([undefined, [undefined, 5], [5, undefined], undefined]);
  const [, , third] = days;
  expect(third).toMatchObject({ since: second.checkedAt, before: { points: 7 } });
  expect(third?.renamed).toEqual({ from: "Ann9", to: "Anna" });
  // A part of the history has the same records.
  const part = await anArchive().read(ULID, "2026-11-22", "2026-11-22");
  expect(part?.days).toEqual([third]);
});

test("a later snapshot of a late day is seen by a process that has read the day before", async () => {
  const [late, other] = [anArchive(), anArchive()];
  const game = (numAwarded: number) => aGame({ id: 1, numAwarded, maxPossible: 90 });
  await other.keep(seen([game(1)]), null);
  const day = clock + 24 * HOUR;
  clock += 48 * HOUR;
  await other.keep(seen([game(4)]), null);
  for (const [hour, numAwarded] of [
    [0, 2],
    [1, 3],
  ] as const) {
    await late.keep({ ...aPlayer([game(numAwarded)]), checkedAt: day + hour * HOUR }, null);
    clock += HOUR;
    const { days } = await read(other);
    expect(days.map(({ games }) => games[0]?.after?.numAwarded)).toEqual([
      undefined,
      numAwarded,
      4,
    ]);
  }
});

test("a process whose clock is a month ahead costs no day of other processes", async () => {
  const archive = anArchive();
  const game = (numAwarded: number) => aGame({ id: 1, numAwarded });
  await archive.keep(seen([game(1)]), null);
  const ahead = seen([game(2)]);
  await anArchive().keep({ ...ahead, checkedAt: clock + 31 * 24 * HOUR }, null);
  for (const numAwarded of [3, 4, 5, 6]) {
    clock += 11 * HOUR;
    await archive.keep(seen([game(numAwarded)]), null);
  }
  const days = (await read()).days.map(({ day, games }) => [
    day.slice(5),
    games[0]?.before?.numAwarded,
    games[0]?.after?.numAwarded,
  ]);
  expect(days).toEqual([
    ["11-20", undefined, undefined],
    ["11-21", 1, 4],
    ["11-22", 4, 6],
    ["12-21", 6, 2],
  ]);
});

test("a store that has just failed is not asked for five seconds", async () => {
  const archive = anArchive();
  isDown = true;
  const player = seen([aGame()]);
  expect(await cost(archive.keep(player, null))).toEqual(["getMany"]);
  clock += 4999;
  expect(await cost(archive.keep({ ...player, checkedAt: clock }, null))).toEqual([]);
  clock += 1;
  expect(await cost(archive.keep({ ...player, checkedAt: clock }, null))).toEqual(["getMany"]);
});

test("a pending snapshot is retried after 15 and 30 seconds, and so is one of a second outage", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const archive = anArchive();
  for (const outage of ["first", "second"]) {
    isDown = true;
    const player = seen([aGame()], { name: outage });
    await archive.keep(player, null);
    const before = await inner.getMany([HEAD, key("2026-11-20")]);
    clock += 15_000;
    await vi.advanceTimersByTimeAsync(15_000);
    isDown = false;
    clock += 30_000;
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await inner.getMany([HEAD, key("2026-11-20")]), outage).toEqual(before);
    await vi.advanceTimersByTimeAsync(1);
    expect((await read()).days.at(-1)?.checkedAt, outage).toBe(player.checkedAt);
    await vi.advanceTimersByTimeAsync(HOUR);
  }
  expect(outcomes()).toEqual(["failed", "failed", "kept", "failed", "failed", "kept"]);
});

test("a damaged record of the open day is made again from the base of the day", async () => {
  const game = aGame({ id: 1, numAwarded: 1 });
  await anArchive().keep(seen([game]), null);
  await anArchive().keep(seen([{ ...game, numAwarded: 2 }]), null);
  await store.set(key("2026-11-20"), "lphd1:damaged", null);
  expect((await read()).unreadable).toEqual(["2026-11-20"]);
  await anArchive().keep(seen([{ ...game, numAwarded: 3 }]), null);
  const { days, unreadable } = await read();
  expect(unreadable).toEqual([]);
  const [change] = days[0]?.games ?? [];
  expect([change?.before?.numAwarded, change?.after?.numAwarded]).toEqual([1, 3]);
});

test("the changes of a damaged record are in the next day, if its own is over", async () => {
  const game = aGame({ id: 1, numAwarded: 1 });
  await anArchive().keep(seen([game]), null);
  await anArchive().keep(seen([{ ...game, numAwarded: 2 }]), null);
  await store.set(key("2026-11-20"), "lphd1:damaged", null);
  clock += 24 * HOUR;
  await anArchive().keep(seen([{ ...game, numAwarded: 3 }]), null);
  const { days } = await read();
  expect(days.map(({ games }) => games.length)).toEqual([0, 1]);
  expect(days[1]?.games[0]).toMatchObject({ before: { numAwarded: 1 }, after: { numAwarded: 3 } });
});

test("a damaged record of a closed day stays as it is, and reads as unreadable", async () => {
  const player = seen([aGame({ id: 1 })]);
  await anArchive().keep(player, null);
  for (let day = 0; day < 2; day++) {
    clock += 24 * HOUR;
    await anArchive().keep(seen([aGame({ id: 1 })]), null);
  }
  await store.set(key("2026-11-20"), "lphd1:damaged", null);
  await anArchive().keep({ ...player, games: [], checkedAt: player.checkedAt + HOUR }, null);
  expect(await store.get(key("2026-11-20"))).toBe("lphd1:damaged");
  const { days, unreadable } = await read();
  expect(unreadable).toEqual(["2026-11-20"]);
  expect(days.map(({ day }) => day)).toEqual(["2026-11-21", "2026-11-22"]);
  expect(outcomes().at(-1)).toBe("older");
});

test("a history without a readable head restarts and keeps its days, the open one with its changes", async () => {
  const game = aGame({ id: 1, numAwarded: 1 });
  const archive = anArchive();
  await archive.keep(seen([game]), null);
  clock += 24 * HOUR;
  await archive.keep(seen([{ ...game, numAwarded: 2 }]), null);
  const expected = (await read()).days;
  for (const head of ["lphh1:damaged", null]) {
    if (head) await store.set(HEAD, head, null);
    else await store.commit({ guards: [], delete: [HEAD] });
    await anArchive().keep(seen([{ ...game, numAwarded: 3 }, aGame({ id: 2 })]), null);
    const { startedAt, days } = await read();
    expect(startedAt).toBe(Date.UTC(2026, 10, 20));
    expect(days[0]).toEqual(expected[0]);
    // What else changed between the last record and the restart is not known: game 2 is no change.
    expect(days[1]).toMatchObject({
      startsAnew: true,
      games: [{ id: 1, before: { numAwarded: 1 }, after: { numAwarded: 3 } }],
    });
  }
});

test("a history without a readable head closes its last day when it restarts on a later one", async () => {
  await anArchive().keep(seen([aGame({ id: 1 })]), null);
  await store.set(HEAD, "lphh1:damaged", null);
  clock += 48 * HOUR;
  await anArchive().keep(seen([aGame({ id: 1 }), aGame({ id: 2 })]), null);
  const { days } = await read();
  expect(days).toMatchObject([
    { day: "2026-11-20", games: [] },
    { day: "2026-11-22", startsAnew: true, games: [] },
  ]);
  const text = (await store.get(key("2026-11-20"))) ?? "";
  expect(dayEnvelope.open(text)).toMatchObject({ value: { isClosed: true, isLate: false } });
});

test("a history in a later format is left alone", async () => {
  await anArchive().keep(seen([aGame()]), null);
  const head = (await store.get(HEAD)) ?? "";
  expect(headEnvelope.open(head).state).toBe("read");
  await store.set(HEAD, head.replace("lphh1:", "lphh2:"), null);
  await anArchive().keep(seen([]), null);
  expect(await store.get(HEAD)).toBe(head.replace("lphh1:", "lphh2:"));
  expect(outcomes().at(-1)).toBe("foreign");
  expect(await anArchive().read(ULID, "2026-11-20", "2026-11-20")).toBeNull();
});

test("a process starts a bounded number of histories a day, and continues existing ones", async () => {
  const archive = anArchive();
  const player = seen([]);
  const ulidOf = (number: number) => String(number).padStart(26, "0");
  const keep = (number: number) => {
    const profile = { ...player.profile, ulid: ulidOf(number) };
    return archive.keep({ ...player, checkedAt: clock, profile }, null);
  };
  for (let number = 0; number <= LIMITS.historiesBegunADay; number++) await keep(number);
  expect(outcomes().filter((outcome) => outcome === "refused")).toHaveLength(1);
  expect(await store.get(headKey(ulidOf(LIMITS.historiesBegunADay)))).toBeNull();
  clock += 24 * HOUR;
  await keep(LIMITS.historiesBegunADay);
  await keep(0);
  expect(await store.get(headKey(ulidOf(LIMITS.historiesBegunADay)))).not.toBeNull();
  expect(outcomes().filter((outcome) => outcome === "refused")).toHaveLength(1);
});

test("a history that a full store does not take does not count as started", async () => {
  const archive = anArchive();
  const { commit } = store;
  store.commit = () => Promise.reject(new Error("full"));
  for (let tries = 0; tries <= LIMITS.historiesBegunADay; tries++) {
    clock += 10_000;
    await archive.keep({ ...aPlayer([]), checkedAt: clock }, null);
  }
  expect(new Set(outcomes())).toEqual(new Set(["failed"]));
  store.commit = commit;
  clock += 10_000;
  await archive.keep({ ...aPlayer([]), checkedAt: clock }, null);
  expect(outcomes().at(-1)).toBe("kept");
});

test("pending snapshots of a removed player are dropped, without another retry", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const whole = store;
  ({ store } = createRemovedPlayers({ store: whole, noticeSeconds: 300, now: () => clock }));
  const archive = anArchive();
  await archive.keep(seen([aGame()]), null);
  isDown = true;
  await archive.keep(seen([aGame({ numAwarded: 1 })]), null);
  isDown = false;
  await forgetPlayer(whole, ULID);
  events.length = 0;
  clock += HOUR;
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(outcomes()).toEqual(["removed"]);
  expect((await whole.keys("longplay:history:", null)).keys).toEqual([]);
});
