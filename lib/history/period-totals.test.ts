import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { periodTotals } from "./period-totals";
import { aDay, at } from "./test-states";

test("achievements, awards and points of some days are summed up", () => {
  const moth = aGame({ numAwarded: 5, numAwardedHardcore: 5 });
  const won = { ...moth, numAwarded: 9, numAwardedHardcore: 8, mostRecentAwardedAt: at(0.5) };
  const mastered = { ...won, highestAwardKind: "mastered" as const, highestAwardAt: at(0.5) };
  const days = [
    aDay([moth], [won], { points: 12_355, casualPoints: 70 }),
    aDay([moth], [mastered], { points: 12_350 }),
    aDay([moth], [{ ...moth, maxPossible: 12 }]),
  ];
  expect(periodTotals(days)).toEqual({ achievements: 8, points: 18, awards: 1 });
  expect(periodTotals([])).toEqual({ achievements: 0, points: 0, awards: 0 });
});
