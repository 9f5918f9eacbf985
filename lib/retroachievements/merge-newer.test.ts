import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { mergeNewer as mergeRows } from "./merge-newer";
import type { ProgressRow } from "./wire";

const played = (id: number, at: number, numAwarded = 1): Game =>
  aGame({ id, mostRecentAwardedAt: at, numAwarded, maxPossible: 50 });
const [a, b, c, d] = [played(1, 400), played(2, 300), played(3, 200), played(4, 100)];
const known = [a, b, c, d];

/** Of rows that are all games. */
const mergeNewer = (library: Game[], newest: Game[], total: number) =>
  mergeRows({ games: library, leftOut: [] }, newest.map(listed), total)?.games ?? null;
const listed = (game: Game): ProgressRow => ({ id: game.id, game, isUnreadable: false });
const unreadable = (id: number | null): ProgressRow => ({ id, game: null, isUnreadable: true });
const leftOut = (id: number): ProgressRow => ({ id, game: null, isUnreadable: false });

describe("newest rows are merged into the known library", () => {
  test("a game with a new unlock moves to the top", () => {
    const moved = played(3, 500, 2);
    expect(mergeNewer(known, [moved, a], 4)).toEqual([moved, a, b, d]);
  });

  test("a new game comes before the others", () => {
    const fresh = played(9, 500);
    expect(mergeNewer(known, [fresh, a, b], 5)).toEqual([fresh, a, b, c, d]);
  });

  test("no news changes nothing", () => {
    expect(mergeNewer(known, [a, b], 4)).toEqual(known);
  });
});

describe("the whole list must be read", () => {
  test.each([
    ["where the rows do not reach the known games", [played(8, 600), played(9, 500)], 6],
    ["where the last row has changed without moving", [a, played(2, 300, 7)], 4],
    ["where a game is gone from the top", [b, c], 3],
    ["where a game is gone further down", [a, b], 3],
    ["where a game is missing further down", [a, b], 5],
    ["where a row comes twice", [a, a], 4],
    ["where a row comes twice and the number fits", [a, a], 5],
    ["where there are no rows", [], 4],
  ] as [string, Game[], number][])("%s", (_, newest, total) => {
    expect(mergeNewer(known, newest, total)).toBeNull();
  });
});

describe("rows that are no games", () => {
  const gone = { after: 2, id: 77, isUnreadable: true };

  test("keep their places, and count in RA's total", () => {
    const before = { games: known, leftOut: [gone] };
    const fresh = played(9, 500);
    expect(mergeRows(before, [fresh, a].map(listed), 6)).toEqual({
      games: [fresh, a, b, c, d],
      leftOut: [{ ...gone, after: 3 }],
    });
    const moved = played(3, 500, 2);
    const rows = [listed(moved), listed(a), listed(b)];
    expect(mergeRows({ games: known, leftOut: [{ ...gone, after: 4 }] }, rows, 5)).toEqual({
      games: [moved, a, b, d],
      leftOut: [{ ...gone, after: 4 }],
    });
    expect(mergeRows(before, rows, 4)).toBeNull();
  });

  test("among the newest become the known game, if there is one", () => {
    const before = { games: known, leftOut: [] };
    for (const id of [1, null]) {
      expect(mergeRows(before, [unreadable(id), listed(b)], 4)?.games).toEqual(known);
    }
    // It was further down: it moved to the top, even if the row cannot be read.
    expect(mergeRows(before, [unreadable(4), listed(a), listed(b)], 4)?.games).toEqual([
      d,
      a,
      b,
      c,
    ]);
    expect(mergeRows(before, [unreadable(50), leftOut(51), listed(a)], 6)).toEqual({
      games: known,
      leftOut: [
        { after: 0, id: 50, isUnreadable: true },
        { after: 0, id: 51, isUnreadable: false },
      ],
    });
  });

  test("at the end of the newest rows are counted once", () => {
    const before = { games: known, leftOut: [{ ...gone, after: 1 }] };
    expect(mergeRows(before, [listed(a), unreadable(77)], 5)).toEqual(before);
  });
});

test("an accepted merge equals reading the whole list", () => {
  const library = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 });
  const unlocks = fc.array(fc.integer({ min: 1, max: 450 }), { maxLength: 30 });
  const removals = fc.array(fc.nat(59), { maxLength: 1 });
  fc.assert(
    fc.property(
      library,
      unlocks,
      removals,
      fc.integer({ min: 1, max: 40 }),
      (ids, won, gone, size) => {
        const before = ids.map((id, at) => played(id, 10_000 - at * 10));
        const now = new Map(before.map((game) => [game.id, game]));
        for (const at of gone) now.delete(before[at]?.id ?? 0);
        won.forEach((id, at) => {
          now.set(id, played(id, 20_000 + at, (now.get(id)?.numAwarded ?? 0) + 1));
        });
        const whole = [...now.values()].sort(
          (one, other) => (other.mostRecentAwardedAt ?? 0) - (one.mostRecentAwardedAt ?? 0),
        );
        const merged = mergeNewer(before, whole.slice(0, size), whole.length);
        if (merged !== null) expect(merged).toEqual(whole);
        // No game was removed, and the rows reach the known ones: accepted.
        if (gone.length === 0 && new Set(won).size < Math.min(size, whole.length)) {
          expect(merged).toEqual(whole);
        }
      },
    ),
    { numRuns: 300 },
  );
});
