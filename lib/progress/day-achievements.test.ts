import { expect, test } from "vitest";
import { packDayAchievements, withAchievements } from "./day-achievements";

const packed = packDayAchievements(
  new Map([
    ["2026-10-31", 5],
    ["2026-11-01", 0],
    ["2026-11-03", 12],
  ]),
);

test("a day of which nothing is known is left empty between others", () => {
  expect(packed).toBe("2026-10-31 5,0,,12");
  expect(packDayAchievements(new Map())).toBe("");
});

test("each day gets its own count, whether the calendar begins before, with or after the history", () => {
  const counts = [0, 0, 0];
  const of = (firstDay: string) => withAchievements({ firstDay, counts }, packed).achievements;
  expect(of("2026-10-29")).toEqual([null, null, 5]);
  expect(of("2026-10-31")).toEqual([5, 0, null]);
  expect(of("2026-11-02")).toEqual([null, 12, null]);
});

test("a day on which something was won after the last look is not one with nothing", () => {
  const days = { firstDay: "2026-10-31", counts: [1, 2, 0] };
  expect(withAchievements(days, packed).achievements).toEqual([5, null, null]);
});

test("days stay as they are where no achievement is known of any", () => {
  const days = { firstDay: "2025-01-01", counts: [1] };
  expect(withAchievements(days, packed)).toBe(days);
  expect(withAchievements(days, "")).toBe(days);
});
