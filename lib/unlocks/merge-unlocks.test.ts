import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeUnlocks } from "./merge-unlocks";
import { anyUnlocks } from "./test-unlocks";
import { compareUnlocks, type Unlock } from "./unlock";

const unlock = (changed: Partial<Unlock>): Unlock => ({
  achievementId: 1,
  gameId: 1,
  points: 5,
  retroPoints: 8,
  isHardcore: true,
  at: 1000,
  ...changed,
});

test("pages in any order and with repeats make the same list", () => {
  fc.assert(
    fc.property(anyUnlocks, fc.infiniteStream(fc.nat(4)), (all, pageOf) => {
      const pages: Unlock[][] = [[], [], [], [], []];
      // Each unlock is on one page at least, and every third on two.
      for (const [index, each] of all.entries()) {
        pages[pageOf.next().value]?.push(each);
        if (index % 3 === 0) pages[pageOf.next().value]?.push(each);
      }
      const merged = pages.reduce<Unlock[]>((known, page) => mergeUnlocks(known, page), []);
      expect(merged).toEqual([...all].sort(compareUnlocks));
    }),
  );
});

test("a casual unlock moves to the time of the hardcore one, whichever comes first", () => {
  const casual = unlock({ isHardcore: false, at: 500 });
  const hardcore = unlock({ at: 90_000 });
  expect(mergeUnlocks([casual], [hardcore])).toEqual([hardcore]);
  expect(mergeUnlocks([hardcore], [casual])).toEqual([hardcore]);
});

test("of two reads of an unlock the newer one has the points", () => {
  expect(mergeUnlocks([unlock({ points: 5 })], [unlock({ points: 10 })])).toEqual([
    unlock({ points: 10 }),
  ]);
});
