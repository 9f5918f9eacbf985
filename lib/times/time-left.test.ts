import fc from "fast-check";
import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { timeLeft } from "./time-left";

const game = (id: number, changed: Partial<Game>) =>
  aGame({
    id,
    maxPossible: 10,
    numAwarded: 4,
    numAwardedHardcore: 4,
    highestAwardKind: null,
    ...changed,
  });
const minutes = (medianMasterMinutes: number | null) => () => ({ medianMasterMinutes });

test("the share that is missing takes its share of the median", () => {
  expect(timeLeft([game(1, {})], minutes(600))).toEqual({
    seconds: 21_600,
    games: 1,
    estimated: 1,
  });
  expect(timeLeft([game(1, { numAwardedHardcore: 0 })], minutes(600)).seconds).toBe(36_000);
});

test("games without a median count, and are not estimated", () => {
  const games = [game(1, {}), game(2, {}), game(3, {})];
  const medians = new Map([
    [1, { medianMasterMinutes: 10 }],
    [2, { medianMasterMinutes: null }],
  ]);
  const left = timeLeft(games, (id) => medians.get(id));
  expect(left).toEqual({ seconds: 360, games: 3, estimated: 1 });
});

test.each<[why: string, changed: Partial<Game>]>([
  ["mastered", { highestAwardKind: "mastered" }],
  ["an event", { systemId: 101 }],
  ["a retired set", { maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 }],
  ["won whole", { numAwarded: 10, numAwardedHardcore: 10 }],
  ["not begun", { numAwarded: 0, numAwardedHardcore: 0 }],
])("%s: nothing is left", (_, changed) => {
  expect(timeLeft([game(1, changed)], minutes(600))).toEqual({
    seconds: 0,
    games: 0,
    estimated: 0,
  });
});

test("every unlock leaves less to do", () => {
  const won = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(won, fc.integer({ min: 1, max: 100_000 }), (numAwardedHardcore, median) => {
      const left = (more: number) => {
        const all = { maxPossible: 101, numAwarded: 100 };
        const each = game(1, { ...all, numAwardedHardcore: numAwardedHardcore + more });
        return timeLeft([each], minutes(median)).seconds;
      };
      expect(left(1)).toBeLessThanOrEqual(left(0));
      expect(left(0)).toBeLessThan(median * 60);
    }),
  );
});
