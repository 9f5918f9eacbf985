import { expect, test } from "vitest";
import { formatRarity } from "./format-rarity";

test.each([
  [1, "100%"],
  [0.4567, "46%"],
  [0.0999, "10%"],
  [0.0214, "2.1%"],
  [0.02, "2%"],
  [0.00031, "0.03%"],
  [0.00002, "under 0.01%"],
  [0, "0%"],
])("%f is %s", (fraction, words) => {
  expect(formatRarity(fraction)).toBe(words);
});
