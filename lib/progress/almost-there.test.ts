import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { isAlmostThere } from "./almost-there";

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
