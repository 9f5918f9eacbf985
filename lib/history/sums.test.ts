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

const SUMS = { achievements: 21, mastered: 2, completed: 3, beaten: 4, begun: 5, revised: 6 };
const PART = { achievements: 11, mastered: 1, completed: 1, beaten: 1, begun: 4, revised: 7 };

test("the events of a day are counted by kind", () => {
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

test("two of a kind count twice", () => {
  const again: HistoryEvent[] = [
    { kind: "award", id: 8, award: "completed", raisedFrom: null, at: null },
    { kind: "begun", id: 9 },
    { kind: "begun", id: 10 },
  ];
  expect(sumsOf([...DAY, ...again])).toEqual({ ...sumsOf(DAY), completed: 2, begun: 3 });
});

test("sums are added and subtracted by kind, and never fall below 0", () => {
  expect(addSums(SUMS, PART)).toEqual({
    achievements: 32,
    mastered: 3,
    completed: 4,
    beaten: 5,
    begun: 9,
    revised: 13,
  });
  expect(subtractSums(SUMS, PART)).toEqual({
    achievements: 10,
    mastered: 1,
    completed: 2,
    beaten: 3,
    begun: 1,
    revised: 0,
  });
});

test("sums in words leave out 0, and have a singular and a plural", () => {
  expect(sumsInWords(NO_SUMS)).toEqual([]);
  const one = { ...NO_SUMS, achievements: 1, mastered: 1, completed: 1, beaten: 1 };
  expect(sumsInWords({ ...one, begun: 1, revised: 1 })).toEqual([
    "1 achievement",
    "1 mastery",
    "1 completion",
    "1 game beaten",
    "1 game started",
    "1 set revised",
  ]);
  expect(sumsInWords({ ...SUMS, achievements: 1214 })).toEqual([
    "1,214 achievements",
    "2 masteries",
    "3 completions",
    "4 games beaten",
    "5 games started",
    "6 sets revised",
  ]);
  expect(sumsInWords({ ...NO_SUMS, revised: 3 })).toEqual(["3 sets revised"]);
});
