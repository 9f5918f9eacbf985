import { expect, test } from "vitest";
import { pointsGained, pointsInWords } from "./points-gained";
import { aDay } from "./test-states";

test("points are gained and lost by kind", () => {
  const profile = { points: 12_445, casualPoints: 60, retroPoints: 20_001 };
  expect(pointsGained(aDay([], [], profile))).toEqual({ hardcore: 100, casual: -7, retro: 1 });
});

test.each([
  { hardcore: 1250, casual: 0, words: ["+1,250 points"] },
  { hardcore: 1, casual: -1, words: ["+1 point", "−1 casual point"] },
  { hardcore: -30, casual: 2, words: ["−30 points", "+2 casual points"] },
  { hardcore: 0, casual: 0, words: [] },
])("$hardcore hardcore and $casual casual points are $words", ({ words, ...gained }) => {
  expect(pointsInWords({ ...gained, retro: 5 })).toEqual(words);
});
