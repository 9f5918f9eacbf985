import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { utcDayOf } from "@/lib/domain/days";
import type { Game, Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type DayRecord, rebased, recordOf, stateAfter } from "@/lib/history/day-record";
import { type PlayerState, stateOf } from "@/lib/history/state";
import { areMet, type Store } from "@/lib/kv/store";
import { type Archive, createArchive } from "./archive";
import { dayKey, headKey } from "./keys";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { headEnvelope } from "./stored-head";

vi.mock("@/lib/observe/observe", () => ({
  observe: () => undefined,
  observeError: (error: unknown) => {
    throw error;
  },
}));

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20, 1);
const ULID = aPlayer([]).profile.ulid.toLowerCase();

/** How a command ends when the test lets it run. */
type Fate = "done" | "refused" | "answer lost" | "done later";

/**
 * A store in which nothing happens by itself: each command waits until the test lets it run, in any order. Each writer
 * has a connection of its own to the same values, so that the commands of a dead one can be dropped.
 */
function aStepwiseStore() {
  const values = new Map<string, string>();
  let writes = 0;
  let queue: { writer: number; run: () => void; resolve: () => void; reject: () => void }[] = [];
  /** Commands that their sender has given up, and that are still on their way. */
  const late: (() => void)[] = [];

  function connect(writer: number): Store {
    const command = <Result>(work: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        let result: Result;
        queue.push({
          writer,
          run: () => {
            result = work();
          },
          resolve: () => resolve(result),
          reject: () => reject(new Error("down")),
        });
      });
    return {
      name: "embedded",
      durability: async () => ({ kept: true }),
      time: async () => null,
      get: (key) => command(() => values.get(key) ?? null),
      getMany: (keys) => command(() => keys.map((key) => values.get(key) ?? null)),
      set: () => Promise.reject(new Error("A history is only ever exchanged.")),
      commit: ({ guards, set = [] }) =>
        command(() => {
          const current = guards.map(({ key }) => values.get(key) ?? null);
          if (!areMet(guards, current)) return { done: false, current };
          for (const { key, value } of set) values.set(key, value);
          writes++;
          return { done: true, current };
        }),
      keys: (prefix) =>
        command(() => ({
          keys: [...values.keys()].filter((key) => key.startsWith(prefix)),
          cursor: null,
        })),
    };
  }

  return {
    values,
    writes: () => writes,
    connect,
    waiting: () => queue.length,
    letGo(at: number, fate: Fate) {
      const [next] = queue.splice(at % Math.max(1, queue.length), 1);
      if (!next) return;
      if (fate === "done" || fate === "answer lost") next.run();
      if (fate === "done later") late.push(next.run);
      if (fate === "done") next.resolve();
      else next.reject();
    },
    letLateOneGo: () => late.shift()?.(),
    kill(writer: number) {
      for (const dead of queue.filter((each) => each.writer === writer)) late.push(dead.run);
      queue = queue.filter((each) => each.writer !== writer);
    },
  };
}

/** Snapshots of a player over some days; what happens between them follows from numbers. */
function lifeOf(moves: readonly number[]): Player[] {
  const games = new Map<number, Game>();
  for (let id = 1; id <= 4; id++)
    games.set(id, aGame({ id, numAwarded: 1, numAwardedHardcore: 1 }));
  return moves.map((move, at) => {
    const id = 1 + (move % 6);
    const game = games.get(id) ?? aGame({ id });
    if (move % 11 === 0) games.delete(id);
    else if (move % 7 === 0)
      games.set(id, { ...game, maxPossible: game.maxPossible === 0 ? 9 : 0 });
    else if (move % 3 === 0) games.set(id, { ...game, maxPossible: 10 + (move % 5) });
    else if (move % 5 !== 0) games.set(id, { ...game, numAwarded: game.numAwarded + 1 });
    const profile = { points: at, name: move % 13 === 0 ? `Ann${at}` : "Anna" };
    const checkedAt = START + at * (DAY / 3) + (move % 60) * 1000;
    return { ...aPlayer([...games.values()], profile), checkedAt };
  });
}

/** The stored history, read without the code that wrote it, except for the format. */
function historyIn(values: ReadonlyMap<string, string>) {
  const head = headEnvelope.open(values.get(headKey(ULID)) ?? "");
  if (head.state !== "read") throw new Error(`The head is ${head.state}.`);
  const days = [...head.value.days, head.value.openDay].map((day) =>
    storedDay(values.get(dayKey(ULID, day))),
  );
  return { head: head.value, days };
}

function storedDay(text = "") {
  const opened = dayEnvelope.open(text);
  if (opened.state !== "read") throw new Error(`A day is ${opened.state}.`);
  return opened.value;
}

/** A process that has just started does not know the title of a game that left. */
function withoutTitles(record: DayRecord): DayRecord {
  return { ...record, games: record.games.map((change) => ({ ...change, title: null })) };
}

/** All changes together lead from the first snapshot to the last; none is doubled or missing. */
function checkHistory(values: ReadonlyMap<string, string>, life: PlayerState[]) {
  const { head, days } = historyIn(values);
  const first = life.find(({ checkedAt }) => checkedAt === head.startedAt);
  if (!first) throw new Error("It started with an unknown snapshot.");
  /** The end of the last record that is not late, the end of the last record, and that record. */
  let [base, last, before]: [PlayerState, PlayerState, StoredDay | null] = [first, first, null];
  for (const stored of days) {
    const { record, isClosed, isLate } = stored;
    const seen = life.find(({ checkedAt }) => checkedAt === record.checkedAt) ?? base;
    const facts = { day: record.day, startsAnew: record.day === head.restartedOn };
    const { checkedAt } = record;
    const expected = { ...recordOf(base, seen, facts), checkedAt };
    expect(withoutTitles(record)).toEqual(expected);
    const asRead = before?.isLate ? rebased(record, before.record) : record;
    expect(withoutTitles(asRead)).toEqual({ ...recordOf(last, seen, facts), checkedAt });
    if (record.day !== head.openDay) expect(isClosed, record.day).toBe(true);
    last = stateAfter(base, record);
    if (!isLate) base = last;
    before = stored;
  }
  // Head and days are written together: no record is unlisted.
  expect(values.size).toBe(days.length + 1);
  return { end: last, days: new Set(days.map(({ record }) => record.day)) };
}

const WRITERS = 3;
const writer = fc.nat(WRITERS - 1);
const fate = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Fate>("done") },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fate>("refused", "answer lost", "done later"),
  },
);
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("see"), writer, ago: fc.nat(2) }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("step"), at: fc.nat(5), fate }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("crash"), writer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("late") }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("time") }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** Waits until every writer waits for a command, or has nothing to do. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function play(moves: number[], actions: Action[]) {
  const life = lifeOf(moves);
  const store = aStepwiseStore();
  let clock = START;
  // A failure never pauses a writer.
  const now = () => {
    clock += 6000;
    return clock;
  };
  let before = new Map<string, number>();
  const check = () => {
    const end = checkHistory(store.values, life.map(stateOf));
    // No snapshot is replaced by an older one, and no day is lost.
    const days = new Map(
      historyIn(store.values).days.map(({ record }) => [record.day, record.checkedAt]),
    );
    for (const [day, checkedAt] of before) {
      expect(days.get(day), day).toBeGreaterThanOrEqual(checkedAt);
    }
    before = days;
    return end;
  };
  let connections = 0;
  const start = () => {
    const number = connections++;
    return { number, archive: createArchive(store.connect(number), now) };
  };
  const writers = Array.from({ length: WRITERS }, start);
  const seen = new Map<Archive, Player[]>();
  let checked = 0;
  let at = 0;
  const see = ({ archive }: ReturnType<typeof start>, player: Player) => {
    const before = seen.get(archive) ?? [];
    void archive.keep(player, before.at(-1) ?? null);
    seen.set(archive, [...before, player]);
  };
  for (const each of actions) {
    if (each.kind === "time") at = Math.min(at + 1, life.length - 1);
    if (each.kind === "late") store.letLateOneGo();
    if ("at" in each) store.letGo(each.at, each.fate);
    const current = "writer" in each ? writers[each.writer] : undefined;
    // The answer of RA may be a while old.
    const player = "ago" in each ? life[Math.max(0, at - each.ago)] : undefined;
    if (current && player) see(current, player);
    else if (current && "writer" in each) {
      store.kill(current.number);
      writers[each.writer] = start();
    }
    await settle();
    if (store.writes() > checked) check();
    checked = store.writes();
  }
  // In the end nothing fails, and every writer sees the last snapshot.
  const last = life.at(-1);
  for (const each of writers) if (last) see(each, last);
  for (let steps = 0; steps < 500; steps++) {
    await settle();
    if (store.waiting() === 0) break;
    store.letGo(0, "done");
    store.letLateOneGo();
  }
  const { end, days } = check();
  const { checkedAt: _, ...expected } = stateOf(last ?? aPlayer([]));
  expect(end).toMatchObject(expected);
  // Each day that a living writer saw has a record.
  const { startedAt } = historyIn(store.values).head;
  for (const { archive } of writers) {
    for (const { checkedAt } of seen.get(archive) ?? []) {
      if (checkedAt >= startedAt) expect(days).toContain(utcDayOf(checkedAt));
    }
  }
}

const lives = fc.array(fc.nat(1000), { minLength: 4, maxLength: 16, size: "max" });
const actions = fc.array(action, { maxLength: 160, size: "max" });

test("writers race, fail and die in any order: no change is lost or doubled", async () => {
  await fc.assert(fc.asyncProperty(lives, actions, play), { seed: 20_261_120, numRuns: 120 });
});
