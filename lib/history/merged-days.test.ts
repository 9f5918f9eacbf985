import { expect, test } from "vitest";
import type { HistoryEvent } from "./events";
import { mergeDays } from "./merged-days";
import type { EventfulDay } from "./recent-activity";

const NOON = Date.UTC(2026, 10, 1, 12);
const DAY_MS = 86_400_000;

/** Hardcore and casual achievements by game. */
type Won = Record<number, [hardcore: number, casual: number]>;

function achievements(won: Won): HistoryEvent {
  const games = Object.entries(won).map(([id, [hardcore, casual]]) => ({
    id: Number(id),
    hardcore,
    casual,
  }));
  return {
    kind: "achievements",
    hardcore: games.reduce((sum, game) => sum + game.hardcore, 0),
    casual: games.reduce((sum, game) => sum + game.casual, 0),
    games,
  };
}

/** A day of November 2026 that began with the snapshot of the day before. */
function aDay(day: number, ...events: HistoryEvent[]): EventfulDay {
  return {
    day: `2026-11-${String(day).padStart(2, "0")}`,
    since: NOON + (day - 2) * DAY_MS,
    events,
    points: { hardcore: 10, casual: 1, retro: 30 },
  };
}

const inGame = (id: number, hardcore = 5) => achievements({ [id]: [hardcore, 0] });
const MASTERED: HistoryEvent = {
  kind: "award",
  id: 7,
  award: "mastered",
  raisedFrom: null,
  at: null,
};
const REVISED: HistoryEvent = { kind: "revised", id: 8, from: 64, to: 71, broken: null, won: 0.9 };

/** The days of each entry, such as `16 15 14`. */
const entries = (...days: EventfulDay[]) =>
  mergeDays(days).map((entry) => entry.days.map((day) => Number(day.slice(-2))).join(" "));

test("a week of achievements in one game is one entry", () => {
  const week = [16, 15, 14, 13, 12, 11, 10].map((day) => aDay(day, inGame(7)));
  expect(mergeDays(week)).toEqual([
    {
      day: "2026-11-16",
      since: NOON + 8 * DAY_MS,
      events: [
        {
          kind: "achievements",
          hardcore: 35,
          casual: 0,
          games: [{ id: 7, hardcore: 35, casual: 0 }],
        },
      ],
      points: { hardcore: 70, casual: 7, retro: 210 },
      days: week.map(({ day }) => day),
    },
  ]);
});

test("a day with an award or another event keeps its own entry, and ends a run", () => {
  expect(
    entries(
      aDay(17, MASTERED, inGame(7)),
      aDay(16, inGame(7)),
      aDay(15, inGame(7)),
      aDay(14, inGame(7), REVISED),
      aDay(13, inGame(7)),
      aDay(12, inGame(7)),
      aDay(11, inGame(7), { kind: "begun", id: 7 }),
    ),
  ).toEqual(["17", "16 15", "14", "13 12", "11"]);
  expect(entries(aDay(3, REVISED), aDay(2, REVISED), aDay(1, MASTERED))).toEqual(["3", "2", "1"]);
});

test("only days with the same games are merged, in whatever order they list them", () => {
  const both = (first: number, second: number) => achievements({ 7: [first, 0], 9: [second, 1] });
  expect(entries(aDay(4, inGame(7)), aDay(3, inGame(8)), aDay(2, inGame(8)))).toEqual(["4", "3 2"]);
  expect(entries(aDay(4, inGame(7)), aDay(3, both(1, 2)))).toEqual(["4", "3"]);
  const unsorted = both(1, 6);
  if (unsorted.kind === "achievements") unsorted.games.reverse();
  const [merged] = mergeDays([aDay(4, both(3, 1)), aDay(3, unsorted)]);
  expect(merged?.events).toEqual([
    {
      kind: "achievements",
      hardcore: 11,
      casual: 2,
      games: [
        { id: 9, hardcore: 7, casual: 2 },
        { id: 7, hardcore: 4, casual: 0 },
      ],
    },
  ]);
});

test("a run goes on after two quiet days, and ends after three", () => {
  expect(entries(aDay(16, inGame(7)), aDay(13, inGame(7)), aDay(9, inGame(7)))).toEqual([
    "16 13",
    "9",
  ]);
});

test("the days that were given stay as they were", () => {
  const days = [aDay(2, inGame(7, 3)), aDay(1, inGame(7, 4))];
  const before = structuredClone(days);
  mergeDays(days);
  expect(days).toEqual(before);
  expect(mergeDays([])).toEqual([]);
});
