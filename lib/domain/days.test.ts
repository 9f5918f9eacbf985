import { expect, test } from "vitest";
import { dayAfter, dayIndex, daysBetween, utcDayOf, weekday } from "./days";

test("days are counted across the ends of months and years", () => {
  expect(dayAfter("2025-12-31", 1)).toBe("2026-01-01");
  expect(dayAfter("2024-02-28", 2)).toBe("2024-03-01");
  expect(dayAfter("2026-11-23", 0)).toBe("2026-11-23");
  expect(dayAfter("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
});

test("a week begins on Monday and ends on Sunday", () => {
  const week = Array.from({ length: 7 }, (_, day) => dayAfter("2026-11-23", day));
  expect(week.map(weekday)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("a day is that of the UTC calendar", () => {
  expect(utcDayOf(Date.UTC(2026, 10, 23, 23, 59, 59, 999))).toBe("2026-11-23");
  expect(utcDayOf(Date.UTC(2026, 10, 24))).toBe("2026-11-24");
  expect(dayIndex(86_399)).toBe(0);
  expect(dayIndex(86_400)).toBe(1);
});
