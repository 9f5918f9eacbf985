import { expect, test } from "vitest";
import { isAhead, isPaused, millisecondsSince } from "./stored-time";

const NOW = 1_795_000_000_000;
const DAY = 86_400_000;

test("the time since is never negative", () => {
  expect(millisecondsSince(NOW - 300, NOW)).toBe(300);
  expect(millisecondsSince(NOW + 300, NOW)).toBe(0);
});

test("a time in the future counts as old", () => {
  expect(millisecondsSince(NOW + 2 * DAY, NOW)).toBe(Number.POSITIVE_INFINITY);
  expect(isAhead(NOW + 600_000, NOW)).toBe(true);
  expect(isAhead(NOW + 1000, NOW)).toBe(false);
  expect(isAhead(Number.NaN, NOW)).toBe(false);
});

test("a pause lasts until its end, but not longer than its maximum", () => {
  expect(isPaused(NOW + 5000, NOW, 5000)).toBe(true);
  expect(isPaused(NOW, NOW, 5000)).toBe(false);
  expect(isPaused(NOW + 600_000, NOW, 5000)).toBe(false);
  expect(isPaused(Number.NEGATIVE_INFINITY, NOW, 5000)).toBe(false);
});
