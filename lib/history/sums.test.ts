import { expect, test } from "vitest";
import type { HistoryEvent } from "./events";
import { addSums, NO_SUMS, subtractSums, sumsInWords, sumsOf } from "./sums";

const DAY: HistoryEvent[] = [
  { kind: "award", id: 1, award: "mastered", raisedFrom: null, at: null },
  { kind: "award", id: 2, award: "completed", raisedFrom: null, at: null },
  { kind: "award", id: 3, award: "beaten-hardcore", raisedFrom: null, at: null },
  { kind: "award", id: 4, award: "beaten-softcore", raisedFrom: null, at: null },
  { kind: "achievements", hardcore: 5, casual: 2, games: [{ id: 1, hardcore: 5, casual: 2 }] },
  { kind: "begun", id: 5 },
  { kind: "revised", id: 6, from: 1, to: 2, broken: null, won: 1 },
  { kind: "retired", id: 7 },
  { kind: "renamed", from: "Ann", to: "Ann9" },
];

test("a day is summed up by what can be counted", () => {
  expect(sumsOf(DAY)).toEqual({
    achievements: 7,
    mastered: 1,
    completed: 1,
    beaten: 2,
    begun: 1,
    revised: 1,
  });
  expect(sumsOf([])).toEqual(NO_SUMS);
});

test("sums are added, and what was seen before is taken from them, but never more than there is", () => {
  const sums = sumsOf(DAY);
  expect(addSums(sums, sums)).toMatchObject({ achievements: 14, beaten: 4 });
  expect(subtractSums(addSums(sums, sums), sums)).toEqual(sums);
  expect(subtractSums(NO_SUMS, sums)).toEqual(NO_SUMS);
});

test("sums in words leave out what is nothing, and know one from several", () => {
  expect(sumsInWords(NO_SUMS)).toEqual([]);
  const one = { ...NO_SUMS, achievements: 1, mastered: 1, completed: 1, beaten: 1 };
  expect(sumsInWords({ ...one, begun: 1, revised: 1 })).toEqual([
    "1 achievement",
    "1 mastery",
    "1 completion",
    "1 game beaten",
    "1 game begun",
    "1 set revised",
  ]);
  expect(sumsInWords({ ...NO_SUMS, achievements: 1214, mastered: 2, revised: 3 })).toEqual([
    "1,214 achievements",
    "2 masteries",
    "3 sets revised",
  ]);
});
