import { expect, test } from "vitest";
import { awardsIn, runningTotals, sumAwards } from "./months";

const none = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };

test("totals grow month by month by all awards of the month", () => {
  const months = [
    { ...none, month: "2023-11", mastered: 1, completed: 1 },
    { ...none, month: "2023-12" },
    { ...none, month: "2024-01", beatenCasual: 1 },
  ];
  expect(runningTotals(months)).toEqual([2, 2, 3]);
  expect(runningTotals([])).toEqual([]);
});

test("a month's awards are all four kinds together", () => {
  const month = { month: "2024-03", mastered: 1, completed: 2, beaten: 3, beatenCasual: 4 };
  expect(awardsIn(month)).toBe(10);
});

test("awards are summed by kind", () => {
  const months = [
    { ...none, mastered: 1, beaten: 2 },
    { ...none, mastered: 3, completed: 4, beatenCasual: 5 },
  ];
  expect(sumAwards(months)).toEqual({ mastered: 4, completed: 4, beaten: 2, beatenCasual: 5 });
  expect(sumAwards([])).toEqual(none);
});
