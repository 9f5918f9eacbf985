import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import type { ListFigure } from "@/lib/times/list-figures";
import type { ListTime } from "@/lib/times/list-time";
import { rowFigures } from "./row-figures";

const HOUR = 3600;
const DAY = 24 * HOUR;
const AWARD = Date.UTC(2026, 10, 20) / 1000;

const mastered = aGame({
  ...{ numAwarded: 10, numAwardedHardcore: 10 },
  ...{ highestAwardKind: "mastered", highestAwardAt: AWARD },
});
const known: ListTime = {
  ...UNKNOWN_TIME,
  playtime: 20 * HOUR,
  firstUnlockAt: AWARD - 3 * DAY,
  timeToMaster: 12 * HOUR + 300,
  points: 420,
  pointsTotal: 1500,
  timesMastered: 21,
  playersHardcore: 1000,
};
const words = (
  time: ListTime | undefined,
  first: ListFigure | null = null,
  game: Game = mastered,
) => rowFigures(game, time, first)?.replaceAll("\u00a0", " ");

test("time, rarity and points are in words, what the list is sorted by first", () => {
  const time = "in 12 hours, 5 minutes over 3 days";
  const [rarity, points] = ["mastered by 2.1%", "420 of 1,500 points"];
  expect(words(known)).toBe(`${time} · ${rarity} · ${points}`);
  expect(words(known, "time_to_master")).toBe(`${time} · ${rarity} · ${points}`);
  expect(words(known, "rarity")).toBe(`${rarity} · ${time} · ${points}`);
  expect(words(known, "points")).toBe(`${points} · ${time} · ${rarity}`);
  expect(words(known, "playtime")).toBe(`20 hours played · ${rarity} · ${points}`);
});

test("lines break between the parts only", () => {
  expect(rowFigures(mastered, known, null)?.split(" ")).toHaveLength(3);
});

test("what is not known is not there", () => {
  expect(words(undefined)).toBeUndefined();
  expect(words({ ...UNKNOWN_TIME })).toBeUndefined();
  expect(words({ ...UNKNOWN_TIME }, "playtime")).toBeUndefined();
  expect(words({ ...known, pointsTotal: null, playersHardcore: null })).toBe(
    "in 12 hours, 5 minutes over 3 days",
  );
  // Points alone, as from a key that opens no times.
  expect(words({ ...UNKNOWN_TIME, points: 0, pointsTotal: 50 })).toBe("0 of 50 points");
});

test("nothing of it is false", () => {
  const left = { highestAwardKind: null, highestAwardAt: null };
  expect(words(known, null, aGame(left))).toBe("mastered by 2.1% · 420 of 1,500 points");
  // The set has grown since: few have mastered it as it is now.
  expect(words(known, null, { ...mastered, maxPossible: 12 })).not.toContain("mastered by");
  // The player's own mastery is not counted yet.
  expect(words({ ...known, timesMastered: 0, pointsTotal: null })).not.toContain("mastered by");
  expect(words({ ...known, timesMastered: 0 }, null, aGame(left))).toContain("mastered by 0%");
  expect(words({ ...known, points: 1600 })).toContain("all 1,500 points");
  expect(words({ ...known, pointsTotal: 0 }, null, aGame({ maxPossible: 0 }))).toBeUndefined();
  expect(words(known, null, aGame({ systemId: 101 }))).toBeUndefined();
});
