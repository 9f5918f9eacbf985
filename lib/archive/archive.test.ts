import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Game, Profile } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { happenings } from "@/lib/history/happenings";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { forgetPlayer } from "@/lib/players/forget-player";
import { createRemovedPlayers } from "@/lib/players/removed-players";
import { createArchive } from "./archive";
import { dayKey, headKey } from "./keys";
import { dayEnvelope } from "./stored-day";
import { headEnvelope } from "./stored-head";

const heard = vi.hoisted((): { type: string; outcome?: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => heard.push(event),
  observeError: (error: unknown) => {
    throw error;
  },
}));

const HOUR = 3_600_000;
const ULID = aPlayer([]).profile.ulid;
const key = (day: string) => dayKey(ULID.toLowerCase(), day);
const HEAD = headKey(ULID.toLowerCase());

let store: Store;
let isDown: boolean;
let commands: string[];
let clock: number;

beforeEach(() => {
  heard.length = 0;
  commands = [];
  isDown = false;
  clock = Date.UTC(2026, 10, 20, 12);
  const inner = createEmbeddedStore();
  const told = <Result>(name: string, run: () => Promise<Result>) => {
    commands.push(name);
    return isDown ? Promise.reject(new Error("down")) : run();
  };
  store = {
    ...inner,
    get: (...given) => told("get", () => inner.get(...given)),
    getMany: (...given) => told("getMany", () => inner.getMany(...given)),
    compareAndSet: (...given) => told("exchange", () => inner.compareAndSet(...given)),
    keys: (...given) => told("keys", () => inner.keys(...given)),
  };
});

const anArchive = () => createArchive(store, () => clock);
const outcomes = () => heard.flatMap(({ type, outcome }) => (type === "history" ? [outcome] : []));

/** Anna with these games, as RA tells of her now; an hour goes by. */
function seen(games: Game[], profile: Partial<Profile> = {}) {
  clock += HOUR;
  return { ...aPlayer(games, profile), checkedAt: clock };
}

/** How many commands that took. */
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

test("the first state is the start, and nothing is told of the time before", async () => {
  const archive = anArchive();
  expect(await read(archive)).toEqual({ startedAt: null, days: [], unreadable: [] });
  await archive.keep(seen([aGame()]), null);
  const { startedAt, days } = await read();
  expect(startedAt).toBe(clock);
  expect(days).toMatchObject([{ day: "2026-11-20", startsAnew: true, games: [] }]);
});

test("a refresh costs no command without news, one with news, and three when the day turns", async () => {
  const archive = anArchive();
  const game = aGame();
  expect(await cost(archive.keep(seen([game]), null))).toEqual(["getMany", "exchange", "exchange"]);
  expect(await cost(archive.keep(seen([game]), null))).toEqual([]);
  expect(await cost(archive.keep(seen([{ ...game, numAwarded: 6 }]), null))).toEqual(["exchange"]);
  expect(await cost(archive.keep(seen([game], { points: 1 }), null))).toEqual(["exchange"]);
  clock += 24 * HOUR;
  const turned = ["exchange", "exchange", "exchange"];
  expect(await cost(archive.keep(seen([game], { points: 1 }), null))).toEqual(turned);
  expect(await cost(archive.keep(seen([game], { points: 1 }), null))).toEqual([]);
  // A process that has just started has to look first.
  expect(await cost(anArchive().keep(seen([game], { points: 1 }), null))).toEqual(["getMany"]);
});

test("days are read in the order of the calendar, those over from memory", async () => {
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

test("another process's days are seen within half a minute", async () => {
  const [one, other] = [anArchive(), anArchive()];
  await one.keep(seen([aGame()]), null);
  await read(one);
  clock += 24 * HOUR;
  await other.keep(seen([]), null);
  clock += 30_001;
  expect((await read(one)).days).toHaveLength(2);
});

test("a game that left the list keeps its title, whoever writes after that", async () => {
  const archive = anArchive();
  const before = seen([aGame({ id: 5, title: "Étoile II" }), aGame({ id: 6 })]);
  await archive.keep(before, null);
  await archive.keep(seen(before.games.slice(1)), before);
  await anArchive().keep(seen([...before.games.slice(1), aGame({ id: 7 })]), null);
  const [day] = (await read()).days;
  expect(day && happenings(day)).toContainEqual({ kind: "gone", id: 5, title: "Étoile II" });
});

test("states that a store could not take are written with the next one, each to its day", async () => {
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

test("a day that only one process saw is told, though another has gone on to the next ones", async () => {
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
  expect(numbers(1)).toEqual([undefined, [1, 2], [2, 3], [3, 4]]);
  expect(numbers(2)).toEqual([undefined, [5, undefined], [undefined, 5], undefined]);
  expect(numbers(3)).toEqual([undefined, [undefined, 5], [5, undefined], undefined]);
  const [, , third] = days;
  expect(third).toMatchObject({ since: second.checkedAt, before: { points: 7 } });
  expect(third?.renamed).toEqual({ from: "Ann9", to: "Anna" });
  // A part of the history tells the same of its days.
  const part = await anArchive().read(ULID, "2026-11-22", "2026-11-22");
  expect(part?.days).toEqual([third]);
});

test("a process whose clock is a month ahead costs no day of the others", async () => {
  const archive = anArchive();
  const game = (numAwarded: number) => aGame({ id: 1, numAwarded });
  await archive.keep(seen([game(1)]), null);
  const ahead = seen([game(2)]);
  await anArchive().keep({ ...ahead, checkedAt: clock + 31 * 24 * HOUR }, null);
  for (const numAwarded of [3, 4, 5, 6]) {
    clock += 11 * HOUR;
    await archive.keep(seen([game(numAwarded)]), null);
  }
  const told = (await read()).days.map(({ day, games }) => [
    day.slice(5),
    games[0]?.before?.numAwarded,
    games[0]?.after?.numAwarded,
  ]);
  expect(told).toEqual([
    ["11-20", undefined, undefined],
    ["11-21", 1, 4],
    ["11-22", 4, 6],
    ["12-21", 6, 2],
  ]);
});

test("a store that has just failed is left alone for five seconds", async () => {
  const archive = anArchive();
  isDown = true;
  const player = seen([aGame()]);
  expect(await cost(archive.keep(player, null))).toEqual(["getMany"]);
  clock += 4999;
  expect(await cost(archive.keep({ ...player, checkedAt: clock }, null))).toEqual([]);
  clock += 1;
  expect(await cost(archive.keep({ ...player, checkedAt: clock }, null))).toEqual(["getMany"]);
});

test("what waits is written without another state too, once the store answers again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const archive = anArchive();
    isDown = true;
    await archive.keep(seen([aGame()]), null);
    clock += 15_000;
    await vi.advanceTimersByTimeAsync(15_000);
    isDown = false;
    clock += 30_000;
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await store.get(HEAD)).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(await store.get(HEAD)).not.toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("a damaged record of the open day is written again from the state that the day began with", async () => {
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

test("the changes of a damaged record of a day that is over are told with the next day", async () => {
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

test("a damaged record of a day long over stays as it is, whoever comes late, and is told as unreadable", async () => {
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

test("without its head a history starts anew and keeps its days, the open one with its changes", async () => {
  const game = aGame({ id: 1, numAwarded: 1 });
  const archive = anArchive();
  await archive.keep(seen([game]), null);
  clock += 24 * HOUR;
  await archive.keep(seen([{ ...game, numAwarded: 2 }]), null);
  const expected = (await read()).days;
  for (const head of ["lphh1:damaged", null]) {
    if (head) await store.set(HEAD, head, null);
    else await store.compareAndSet(HEAD, await store.get(HEAD), null, null);
    await anArchive().keep(seen([{ ...game, numAwarded: 3 }, aGame({ id: 2 })]), null);
    const { startedAt, days } = await read();
    expect(startedAt).toBe(Date.UTC(2026, 10, 20));
    expect(days[0]).toEqual(expected[0]);
    // What else changed between the last record and the new start is not known: that there was a game 2.
    expect(days[1]).toMatchObject({
      startsAnew: true,
      games: [{ id: 1, before: { numAwarded: 1 }, after: { numAwarded: 3 } }],
    });
  }
});

test("a history without a head whose days are over begins a new day, after which nobody writes to the old", async () => {
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
  expect(dayEnvelope.open(text)).toMatchObject({ value: { isSealed: true, isAside: false } });
});

test("what another version of the site wrote is left alone", async () => {
  await anArchive().keep(seen([aGame()]), null);
  const head = (await store.get(HEAD)) ?? "";
  expect(headEnvelope.open(head).state).toBe("read");
  await store.set(HEAD, head.replace("lphh1:", "lphh2:"), null);
  await anArchive().keep(seen([]), null);
  expect(await store.get(HEAD)).toBe(head.replace("lphh1:", "lphh2:"));
  expect(outcomes().at(-1)).toBe("foreign");
  expect(await anArchive().read(ULID, "2026-11-20", "2026-11-20")).toBeNull();
});

test("a process begins only so many histories in a day, and goes on with those that there are", async () => {
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

test("histories that a full store does not take are not counted as begun", async () => {
  const archive = anArchive();
  const { compareAndSet } = store;
  store.compareAndSet = () => Promise.reject(new Error("full"));
  for (let tries = 0; tries <= LIMITS.historiesBegunADay; tries++) {
    clock += 10_000;
    await archive.keep({ ...aPlayer([]), checkedAt: clock }, null);
  }
  expect(new Set(outcomes())).toEqual(new Set(["failed"]));
  store.compareAndSet = compareAndSet;
  clock += 10_000;
  await archive.keep({ ...aPlayer([]), checkedAt: clock }, null);
  expect(outcomes().at(-1)).toBe("kept");
});

test("what waits of a player who was removed meanwhile is dropped, and not tried again", async () => {
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
  heard.length = 0;
  clock += HOUR;
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(outcomes()).toEqual(["removed"]);
  expect((await whole.keys("longplay:history:", null)).keys).toEqual([]);
});
