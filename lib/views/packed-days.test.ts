import fc from "fast-check";
import { expect, test } from "vitest";
import { packDays, unpackDays } from "./packed-days";

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 70 }), fc.nat());
const day = fc.record({ games: count, won: fc.option(count) });

test("days come back as they were packed", () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 366 }), fc.boolean(), (all, isKnown) => {
      const days = {
        firstDay: "2026-11-23",
        counts: all.map(({ games }) => games),
        ...(isKnown && { achievements: all.map(({ won }) => won) }),
      };
      expect(unpackDays(packDays(days))).toEqual(days);
    }),
  );
});

test("a day is one character, and games are left out where they are not counted", () => {
  const counts = [0, 0, 0, 0];
  expect(packDays({ firstDay: "2026-11-23", counts, achievements: [0, 61, 62, 7] })).toBe(
    "2026-11-23  0Z(62)7",
  );
  expect(packDays({ firstDay: "2026-11-23", counts })).toBe("2026-11-23 0000 ");
});
