import { expect, test } from "vitest";
import type { AwardMonth } from "./months";
import { longestStreak } from "./streak";

/** One month a number, from January 2024: how many games were mastered in it. */
const months = (...mastered: number[]): AwardMonth[] =>
  mastered.map((count, index) => ({
    month: `2024-${String(index + 1).padStart(2, "0")}`,
    mastered: count,
    completed: 0,
    beaten: 0,
    beatenCasual: 0,
  }));

test("the longest run of months with an award is found, however many awards are in each", () => {
  expect(longestStreak(months(9, 0, 1, 1, 1, 0, 4, 4))).toEqual({
    months: 3,
    from: "2024-03",
    to: "2024-05",
  });
});

test("of two with the same length, the later one counts", () => {
  expect(longestStreak(months(1, 1, 0, 1, 1))).toEqual({
    months: 2,
    from: "2024-04",
    to: "2024-05",
  });
});

test("without an award there is none", () => expect(longestStreak([])).toBeNull());
