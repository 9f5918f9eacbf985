import fc from "fast-check";
import { expect, test } from "vitest";
import { sumDays } from "./day-sums";
import { monthSums } from "./month-sums";
import { anyUnlocks, playedUnlocks } from "./test-unlocks";
import type { Unlock } from "./unlock";

function expectMonthsOf(unlocks: readonly Unlock[]) {
  const months = monthSums(sumDays(unlocks));
  const monthOf = ({ at }: Unlock) => new Date(at * 1000).toISOString().slice(0, 7);
  for (const { month, achievements, points } of months) {
    const own = unlocks.filter((unlock) => monthOf(unlock) === month);
    expect(achievements, month).toBe(own.length);
    expect(points, month).toBe(own.reduce((sum, unlock) => sum + unlock.points, 0));
  }
  const names = unlocks.map(monthOf).sort();
  expect(months[0]?.month).toBe(names[0]);
  expect(months.at(-1)?.month).toBe(names.at(-1));
  const ordinals = months.map(({ month }) => {
    const [year = 0, number = 0] = month.split("-").map(Number);
    return year * 12 + number;
  });
  expect(ordinals).toEqual(ordinals.map((_, at) => (ordinals[0] ?? 0) + at));
}

test("months have the sums of their unlocks, in any order, and follow each other", () => {
  fc.assert(fc.property(anyUnlocks, expectMonthsOf));
  expectMonthsOf(playedUnlocks(3000, 40, 8));
});
