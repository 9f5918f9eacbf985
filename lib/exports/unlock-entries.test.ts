import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { aDay, at } from "@/lib/history/test-states";
import { historyEntries } from "./history-entries";
import { unlockEntries } from "./unlock-entries";

const moth = aGame({ id: 7, title: "Tin Moth", maxPossible: 10, numAwarded: 5 });
const owl = aGame({ id: 8, title: "Owl" });

const unlock = (gameId: number, epochSeconds: number, isHardcore = true) => ({
  ...{ achievementId: epochSeconds, gameId, points: 5, retroPoints: 9, isHardcore },
  at: epochSeconds,
});

test("achievements of a game on a day have the same entry as from the history", () => {
  const after = { ...moth, numAwarded: 9, numAwardedHardcore: 8, mostRecentAwardedAt: at(0.6) };
  const unlocks = [
    unlock(7, at(0.5), false),
    ...[at(0.6), at(0.55), at(0.52)].map((moment) => unlock(7, moment)),
  ];
  const entries = unlockEntries(unlocks, [after]);
  expect(entries).toEqual(historyEntries([aDay([moth], [after])], [after], ["achievements"]));
  expect(entries.map(({ title }) => title)).toEqual(["4 achievements: Tin Moth"]);
});

test("each day and game has an entry of its own, and games that left the list have none", () => {
  const midnight = Date.parse("2026-11-22T00:00:00Z") / 1000;
  const unlocks = [unlock(7, midnight - 1), unlock(8, midnight), unlock(7, midnight), unlock(9, 1)];
  expect(unlockEntries(unlocks, [moth, owl]).map(({ about, at }) => [...about, at])).toEqual([
    ["history", "2026-11-21", "achievements", "7", midnight - 1],
    ["history", "2026-11-22", "achievements", "8", midnight],
    ["history", "2026-11-22", "achievements", "7", midnight],
  ]);
});
