import { expect, test } from "vitest";
import { withAchievements } from "./day-achievements";

const known = new Map([
  ["2026-10-31", 5],
  ["2026-11-01", 0],
  ["2026-11-03", 12],
]);

test("each day gets its own count, whether the calendar starts before, with or after the history", () => {
  const counts = [0, 0, 0];
  const of = (firstDay: string) => withAchievements({ firstDay, counts }, known).achievements;
  expect(of("2026-10-29")).toEqual([null, null, 5]);
  expect(of("2026-10-31")).toEqual([5, 0, null]);
  expect(of("2026-11-02")).toEqual([null, 12, null]);
});

test("a day with an unlock after its last snapshot has no count of 0", () => {
  const days = { firstDay: "2026-10-31", counts: [1, 2, 0] };
  expect(withAchievements(days, known).achievements).toEqual([5, null, null]);
});

test("days without any known achievement are unchanged", () => {
  const days = { firstDay: "2025-01-01", counts: [1] };
  expect(withAchievements(days, known)).toBe(days);
  expect(withAchievements(days, new Map())).toBe(days);
});
