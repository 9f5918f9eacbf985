import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { keepStatus, STATUS_FILTERS, type Status } from "./status";

const games: Record<string, Game> = {
  casualOnly: aGame({ numAwarded: 4, numAwardedHardcore: 0 }),
  hardcoreOnly: aGame({ numAwarded: 4, numAwardedHardcore: 4 }),
  casualBeaten: aGame({
    highestAwardKind: "beaten-softcore",
    numAwarded: 6,
    numAwardedHardcore: 2,
  }),
  beaten: aGame({ highestAwardKind: "beaten-hardcore", numAwarded: 6, numAwardedHardcore: 6 }),
  almostThere: aGame({ highestAwardKind: "beaten-hardcore", numAwarded: 8, numAwardedHardcore: 8 }),
  completed: aGame({ highestAwardKind: "completed", numAwarded: 10, numAwardedHardcore: 3 }),
  mastered: aGame({ highestAwardKind: "mastered", numAwarded: 10, numAwardedHardcore: 10 }),
  revised: aGame({ highestAwardKind: "mastered", numAwarded: 9, numAwardedHardcore: 9 }),
  retired: aGame({
    highestAwardKind: "completed",
    maxPossible: 0,
    numAwarded: 0,
    numAwardedHardcore: 0,
  }),
};

const kept: Record<Status, string[]> = {
  all: Object.keys(games),
  unawarded: ["casualOnly", "hardcoreOnly"],
  "eq-beaten-softcore": ["casualBeaten"],
  "eq-beaten-hardcore": ["beaten", "almostThere"],
  "eq-completed": ["completed", "retired"],
  "eq-mastered": ["mastered", "revised"],
  "any-beaten": ["casualBeaten", "beaten", "almostThere"],
  "gte-completed": ["completed", "mastered", "revised", "retired"],
  "missing-unlocks": [
    "casualOnly",
    "hardcoreOnly",
    "casualBeaten",
    "beaten",
    "almostThere",
    "revised",
  ],
  awarded: ["casualBeaten", "beaten", "almostThere", "completed", "mastered", "revised", "retired"],
  "eq-revised": ["revised"],
  "gte-beaten-softcore": ["casualBeaten", "completed", "retired"],
  "gte-beaten-hardcore": ["beaten", "almostThere", "mastered", "revised"],
  "any-softcore": ["casualOnly", "casualBeaten", "completed", "retired"],
  "any-hardcore": [
    "hardcoreOnly",
    "casualBeaten",
    "beaten",
    "almostThere",
    "completed",
    "mastered",
    "revised",
  ],
  "almost-there": ["almostThere"],
};

test("there are RA's fifteen and one of our own", () => {
  expect(STATUS_FILTERS).toHaveLength(16);
});

test.each(STATUS_FILTERS)("$value keeps what it says", ({ value }) => {
  const names = kept[value];
  expect(keepStatus(Object.values(games), value)).toEqual(names.map((name) => games[name]));
});
