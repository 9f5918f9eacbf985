import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { gapOf, isFinished, raceOf } from "./gap";

const won = (numAwarded: number, maxPossible = 10) => aGame({ numAwarded, maxPossible });

test("the gap is between the most and the least complete, each of their own set", () => {
  expect(gapOf({ progress: [won(2), won(9)] })).toBe(0.7);
  expect(gapOf({ progress: [won(9), null, won(5), won(2)] })).toBe(0.7);
  expect(gapOf({ progress: [won(5), won(10, 20)] })).toBe(0);
  expect(gapOf({ progress: [won(12), won(10)] })).toBe(0);
});

test("a game of one player has no gap", () => {
  expect(gapOf({ progress: [won(9), null] })).toBe(0);
});

test("a race is between the first two players", () => {
  expect(raceOf({ progress: [won(8), won(1), won(9)] })).toEqual({ lead: 0.1, first: 0.9 });
  expect(raceOf({ progress: [null, won(3), won(3)] })).toEqual({ lead: 0, first: 0.3 });
});

test("equal differences compare as equal", () => {
  const leads = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (first) => raceOf({ progress: [won(first), won(first - 1)] }).lead,
  );
  expect(new Set(leads)).toEqual(new Set([0.1]));
});

test("a set is finished with a mastery or completion, or when all is won", () => {
  expect(isFinished(aGame({ numAwarded: 9, highestAwardKind: "mastered" }))).toBe(true);
  expect(isFinished(aGame({ numAwarded: 9, highestAwardKind: "completed" }))).toBe(true);
  expect(isFinished(won(10))).toBe(true);
  expect(isFinished(won(0, 0))).toBe(true);
  expect(isFinished(aGame({ numAwarded: 9, highestAwardKind: "beaten-hardcore" }))).toBe(false);
});
