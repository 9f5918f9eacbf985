import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { growthDays } from "./growth-days";
import { aDay } from "./test-states";

const mastered = aGame({ highestAwardKind: "mastered", numAwarded: 10, numAwardedHardcore: 8 });
const record = (day: string, points: number, casualPoints = 0) => ({
  ...aDay([], [mastered, aGame()], { points, casualPoints }),
  day,
});

test("totals at the end of each day grow, with a gap for days without a snapshot", () => {
  const days = growthDays([record("2026-10-31", 100), record("2026-11-02", 150)]);
  expect(days).toEqual({
    firstDay: "2026-10-31",
    areCasual: false,
    points: [100, null, 150],
    achievements: [15, null, 15],
    awards: [1, null, 1],
  });
});

test("awards of all kinds count, and casual achievements too", () => {
  const day = record("2026-10-31", 100);
  const kinds = { mastered: 1, completed: 20, beaten: 300, beatenCasual: 4000 };
  const totals = { ...day.totals, ...kinds, achievements: 5, casualAchievements: 60 };
  expect(growthDays([{ ...day, totals }])).toMatchObject({ achievements: [65], awards: [4321] });
});

test("a player with casual points only has those in the chart", () => {
  expect(growthDays([record("2026-10-31", 0, 7)])).toMatchObject({ areCasual: true, points: [7] });
  expect(growthDays([record("2026-10-31", 0, 0)])).toMatchObject({ areCasual: false, points: [0] });
});

test("without a day there is no growth", () => {
  expect(growthDays([])).toBeNull();
});
