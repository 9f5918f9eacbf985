import { expect, test } from "vitest";
import { addedReason } from "./added-reason";
import { aChange, at, FIRST_SEEN } from "./test-states";

const of = (...change: Parameters<typeof aChange>) => addedReason(aChange(...change), FIRST_SEEN);

test("a game is begun with an unlock since it was not in the list, or just before", () => {
  expect(of(null, { mostRecentAwardedAt: at(0.5) })).toBe("begun");
  expect(of(null, { mostRecentAwardedAt: at(-0.9) })).toBe("begun");
});

test("a game that comes with old unlocks, or without a date, was not begun now", () => {
  expect(of(null, { mostRecentAwardedAt: at(-2) })).toBe("listed");
  expect(of(null, { mostRecentAwardedAt: null })).toBe("listed");
});

test("a game that was there before, or left, did not arrive", () => {
  expect(of({}, { mostRecentAwardedAt: at(0.5) })).toBeNull();
  expect(of({}, null)).toBeNull();
});
