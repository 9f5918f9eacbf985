import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { achievementsByDay } from "./achievements-by-day";
import { aDay, at } from "./test-states";

test("achievements of any mode are counted by day, without the day of the start", () => {
  const game = aGame();
  const won = { ...game, mostRecentAwardedAt: at(0.5), numAwarded: 9, numAwardedHardcore: 6 };
  const records = [
    { ...aDay([game], [won]), day: "2026-11-01", startsAnew: true },
    { ...aDay([game], [won]), day: "2026-11-02" },
    { ...aDay([game], [game]), day: "2026-11-04" },
  ];
  expect([...achievementsByDay(records)]).toEqual([
    ["2026-11-02", 4],
    ["2026-11-04", 0],
  ]);
});
