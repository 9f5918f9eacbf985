import fc from "fast-check";
import { expect, test } from "vitest";
import { formatterOf } from "@/lib/cards/formatter";
import { formatRarity } from "./format-rarity";

test.each([
  [1, "100%"],
  [0.9996, "99%"],
  [0.4567, "45%"],
  [0.0999, "9.9%"],
  [0.0216, "2.1%"],
  [0.02, "2%"],
  [0.00319, "0.31%"],
  [0.00031, "0.031%"],
  [0.00002, "under 0.01%"],
  [0, "0%"],
])("%f is %s", (fraction, words) => {
  expect(formatRarity(fraction)).toBe(words);
});

test("pages and cards show the same percentage", () => {
  const { rarity } = formatterOf("en");
  const players = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(players, players, (some, more) => {
      const fraction = some / (some + more);
      fc.pre(fraction >= 0.0001);
      expect(formatRarity(fraction)).toBe(rarity(fraction));
    }),
    { numRuns: 2000 },
  );
});
