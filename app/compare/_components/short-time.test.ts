import { expect, test } from "vitest";
import { formatShortTime } from "./short-time";

test.each([
  [45, "45 sec"],
  [60, "1 min"],
  [3599, "59 min"],
  [3600, "1 hr"],
  [43_500, "12 hr 5 min"],
  [359_999, "99 hr 59 min"],
  [360_060, "100 hr"],
  [4_442_400, "1,234 hr"],
])("%i seconds are %s", (seconds, text) => {
  expect(formatShortTime(seconds)).toBe(text);
});
