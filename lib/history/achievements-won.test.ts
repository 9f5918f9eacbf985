import { expect, test } from "vitest";
import { achievementsWon } from "./achievements-won";
import { aChange, at, FIRST_SEEN } from "./test-states";

const won = (...change: Parameters<typeof aChange>) =>
  achievementsWon(aChange(...change), FIRST_SEEN);
const now = { mostRecentAwardedAt: at(0.5) };

test("hardcore and casual achievements are counted separately", () => {
  expect(won({}, { ...now, numAwarded: 9, numAwardedHardcore: 6 })).toEqual({
    hardcore: 1,
    casual: 3,
  });
});

test("a casual achievement won again in hardcore counts as one hardcore achievement", () => {
  const before = { numAwarded: 5, numAwardedHardcore: 2 };
  expect(won(before, { ...now, numAwardedHardcore: 4 })).toEqual({ hardcore: 2, casual: 0 });
});

test("all achievements of a started game count, none of a game added with old unlocks", () => {
  const game = { numAwarded: 3, numAwardedHardcore: 2 };
  expect(won(null, { ...game, ...now })).toEqual({ hardcore: 2, casual: 1 });
  expect(won(null, { ...game, mostRecentAwardedAt: at(-30) })).toBeNull();
});

test("more achievements without a newer unlock come from a revision", () => {
  expect(won({}, { maxPossible: 12, numAwarded: 7, numAwardedHardcore: 7 })).toBeNull();
});

test("without a date, the numbers decide", () => {
  const undated = { mostRecentAwardedAt: null };
  expect(won(undated, { numAwarded: 6, numAwardedHardcore: 6 })).toEqual({
    hardcore: 1,
    casual: 0,
  });
});

test("nothing is won by a reset, a retirement, a return, or a game that left", () => {
  expect(won({}, { ...now, numAwarded: 4, numAwardedHardcore: 4 })).toBeNull();
  expect(won({}, { ...now, maxPossible: 0, numAwarded: 6, numAwardedHardcore: 6 })).toBeNull();
  const retired = { maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 };
  expect(won(retired, { ...now, maxPossible: 9, numAwarded: 5 })).toBeNull();
  expect(won({}, null)).toBeNull();
});
