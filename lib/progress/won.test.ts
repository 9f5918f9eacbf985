import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { hardcoreWon, isRetired, won } from "./won";

test("completion is awarded of possible, in any mode and in hardcore", () => {
  const game = aGame({ maxPossible: 20, numAwarded: 10, numAwardedHardcore: 5 });
  expect([won(game), hardcoreWon(game), isRetired(game)]).toEqual([0.5, 0.25, false]);
});

test("a retired set is complete, and 0 in hardcore", () => {
  const game = aGame({ maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 });
  expect([won(game), hardcoreWon(game), isRetired(game)]).toEqual([1, 0, true]);
});
