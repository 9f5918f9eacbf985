import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { averageWon, distribution } from "./distribution";

const bucketOf = (numAwarded: number, maxPossible: number) =>
  distribution([aGame({ numAwarded, maxPossible })]).indexOf(1);

test("a game is in the tenth that it has reached", () => {
  expect(bucketOf(0, 10)).toBe(0);
  expect(bucketOf(9, 100)).toBe(0);
  expect(bucketOf(3, 30)).toBe(1);
  expect(bucketOf(99, 100)).toBe(9);
});

test("each exact tenth begins a bucket, whatever the size of the set", () => {
  for (let size = 10; size <= 500; size += 10) {
    for (let tenth = 0; tenth < 10; tenth++) {
      expect(bucketOf((size / 10) * tenth, size)).toBe(tenth);
    }
  }
});

test("complete sets have their own bucket, with retired sets and those above 100%", () => {
  expect([bucketOf(10, 10), bucketOf(12, 10), bucketOf(0, 0)]).toEqual([10, 10, 10]);
});

test("games in the same tenth are counted together", () => {
  const games = [aGame({ numAwarded: 5 }), aGame({ numAwarded: 5 }), aGame({ numAwarded: 0 })];
  expect(distribution(games)).toEqual([1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
});

test("without games all buckets are 0", () => {
  expect(distribution([])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test("the average counts each set equally, and at most as complete", () => {
  const games = [
    aGame({ numAwarded: 12, maxPossible: 10 }),
    aGame({ numAwarded: 1, maxPossible: 100 }),
    aGame({ numAwarded: 3, maxPossible: 9 }),
  ];
  expect(averageWon(games)).toBe(0.447);
  expect(
    averageWon([aGame({ numAwarded: 999, maxPossible: 1000 }), aGame({ numAwarded: 10 })]),
  ).toBe(0.999);
  expect(averageWon([])).toBe(0);
});

test("the average leaves out subsets and sets below six achievements, as RA's does", () => {
  const games = [
    aGame({ numAwarded: 10, maxPossible: 10 }),
    aGame({ numAwarded: 5, maxPossible: 10 }),
    aGame({ title: "Owl [Subset - Bonus]", numAwarded: 1, maxPossible: 10 }),
    aGame({ numAwarded: 0, maxPossible: 0, highestAwardKind: "mastered" }),
    aGame({ numAwarded: 1, maxPossible: 5 }),
  ];
  expect(averageWon(games)).toBe(0.75);
  expect(averageWon([...games, aGame({ numAwarded: 0, maxPossible: 6 })])).toBe(0.5);
  expect(averageWon(games.slice(2))).toBe(0);
});
