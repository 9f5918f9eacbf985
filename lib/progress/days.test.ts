import { expect, test } from "vitest";
import { dayAfter, dayOf, weekday } from "./days";

test("days are counted across the ends of months and years", () => {
  expect(dayAfter("2025-12-31", 1)).toBe("2026-01-01");
  expect(dayAfter("2024-02-28", 2)).toBe("2024-03-01");
  expect(dayAfter("2026-11-23", 0)).toBe("2026-11-23");
});

test("a week begins on Monday and ends on Sunday", () => {
  const week = Array.from({ length: 7 }, (_, day) => dayAfter("2026-11-23", day));
  expect(week.map(weekday)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("a day is that of the UTC calendar", () => {
  expect(dayOf(Date.parse("2024-02-29T23:59:59Z") / 1000)).toBe("2024-02-29");
});
