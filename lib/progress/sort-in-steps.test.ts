import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "./per-library";
import { sortInSteps } from "./sort-in-steps";

interface Item {
  key: number;
  place: number;
}

const byKey = (a: Item, b: Item) => a.key - b.key;
const itemsOf = (keys: number[]): Item[] => keys.map((key, place) => ({ key, place }));

test("a few items are sorted in one step", () => {
  expect(sortInSteps(itemsOf([3, 1, 2]), byKey).next().done).toBe(true);
  expect(finish(sortInSteps([], byKey))).toEqual([]);
});

test("many items are sorted in steps, and equal ones stay in their order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4001, max: 25_000 }),
      fc.integer({ min: 1, max: 50 }),
      (size, keys) => {
        const items = itemsOf(Array.from({ length: size }, (_, at) => (at * 7919) % keys));
        const steps = sortInSteps(items, byKey);
        expect(steps.next().done).toBe(false);
        expect(finish(steps)).toEqual(items.toSorted(byKey));
      },
    ),
    { numRuns: 10 },
  );
});
