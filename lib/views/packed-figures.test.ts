import { expect, test } from "vitest";
import { packCounts, packMonths, unpackCounts, unpackMonths } from "./packed-figures";

const COUNTS = {
  played: 21,
  unfinished: 6,
  beatenCasual: 5,
  beaten: 4,
  completed: 3,
  mastered: 2,
};

test("months keep each of their counts", () => {
  const months = [
    { month: "2001-12", mastered: 1, completed: 2, beaten: 3, beatenCasual: 4 },
    { month: "2002-01", mastered: 50, completed: 60, beaten: 70, beatenCasual: 80 },
  ];
  expect(unpackMonths("2001-12", packMonths(months))).toEqual(months);
});

test("counts keep each of their values", () => {
  expect(unpackCounts(packCounts(COUNTS))).toEqual(COUNTS);
});

test("no months are packed without a first one", () => {
  expect(unpackMonths("", packMonths([]))).toEqual([]);
});
