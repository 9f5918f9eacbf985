import { expect, test } from "vitest";
import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
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
  // Nothing is known of their rarity.
  "rare-mastered": [],
};

test("RA has fifteen filters, this site two more", () => {
  expect(STATUS_FILTERS).toHaveLength(17);
});

test.each(STATUS_FILTERS)("$value keeps what it says", ({ value }) => {
  const names = kept[value];
  expect(keepStatus(Object.values(games), value)).toEqual(names.map((name) => games[name]));
});

const isAlmostThere = (game: Game) => keepStatus([game], "almost-there").length === 1;

test.each([
  [9, 10],
  [8, 10],
  [4, 5],
  [99, 100],
  [24, 30],
])("%i of %i is almost there, beaten or not", (numAwarded, maxPossible) => {
  const game = aGame({ numAwarded, maxPossible });
  expect(isAlmostThere(game)).toBe(true);
  expect(isAlmostThere({ ...game, highestAwardKind: "beaten-hardcore" })).toBe(true);
});

test.each([
  ["nothing is won", { numAwarded: 0 }],
  ["a third is won", { numAwarded: 36, maxPossible: 100 }],
  ["a little less than four fifths are won", { numAwarded: 79, maxPossible: 100 }],
  ["all is won", { numAwarded: 10 }],
  ["more than all is won", { numAwarded: 11 }],
  ["the set is retired", { maxPossible: 0, numAwarded: 0 }],
  ["the set was mastered before it was revised", { highestAwardKind: "mastered" }],
  ["the set was completed before it was revised", { highestAwardKind: "completed" }],
] as const)("a game is not almost there if %s", (_, given) => {
  expect(isAlmostThere(aGame({ maxPossible: 10, numAwarded: 9, ...given }))).toBe(false);
});

test("a mastery is rare if at most one of twenty hardcore players has it", () => {
  const isRare = (game: Partial<Game>, timesMastered: number | null, playersHardcore: number) => {
    const given = aGame({ highestAwardKind: "mastered", numAwardedHardcore: 10, ...game });
    const time = { ...UNKNOWN_TIME, timesMastered, playersHardcore };
    return keepStatus([given], "rare-mastered", new Map([[given.id, time]])).length === 1;
  };
  expect(isRare({}, 50, 1000)).toBe(true);
  expect(isRare({}, 51, 1000)).toBe(false);
  // The player's own mastery is not counted there yet, so the count is none to rely on.
  expect(isRare({}, 0, 1000)).toBe(false);
  expect(isRare({}, null, 1000)).toBe(false);
  expect(isRare({}, 1, 0)).toBe(false);
  expect(isRare({ highestAwardKind: "completed" }, 1, 1000)).toBe(false);
  expect(isRare({ maxPossible: 0 }, 1, 1000)).toBe(false);
  // The set has grown since.
  expect(isRare({ numAwardedHardcore: 9 }, 1, 1000)).toBe(false);
  expect(isRare({ systemId: EVENTS_SYSTEM_ID }, 1, 1000)).toBe(false);
});
