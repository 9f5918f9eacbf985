import fc from "fast-check";
import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { applyChanges, changesBetween, rebasedChanges, undoChanges } from "./game-change";

const amount = fc.integer({ min: 0, max: 3 });
const time = fc.option(fc.integer({ min: 1, max: 3 }));
const game = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  maxPossible: amount,
  numAwarded: amount,
  numAwardedHardcore: amount,
  mostRecentAwardedAt: time,
  highestAwardKind: fc.option(fc.constantFrom(...AWARD_KINDS)),
  highestAwardAt: time,
});
const games = fc
  .uniqueArray(game, { selector: ({ id }) => id, maxLength: 12 })
  .map((list) => list.sort((one, other) => one.id - other.id));

test("changes lead from one list to the other and back, applied once or twice", () => {
  fc.assert(
    fc.property(games, games, (before, after) => {
      const changes = changesBetween(before, after);
      expect(applyChanges(before, changes)).toEqual(after);
      expect(applyChanges(after, changes)).toEqual(after);
      expect(undoChanges(after, changes)).toEqual(before);
    }),
  );
});

test("only what differs is a change", () => {
  fc.assert(fc.property(games, (list) => changesBetween(list, structuredClone(list)).length === 0));
  const [first, second, third] = [aGame(), aGame(), aGame()];
  const more = { ...second, numAwarded: second.numAwarded + 1 };
  expect(changesBetween([first, second], [more, third])).toEqual([
    { id: first.id, before: first, after: null, title: null },
    { id: second.id, before: second, after: more, title: null },
    { id: third.id, before: null, after: third, title: null },
  ]);
});

test("a game that left the list keeps its title, if it is known", () => {
  const [first, second] = [aGame(), aGame()];
  const changes = changesBetween([first, second], [], new Map([[first.id, "First"]]));
  expect(changes.map(({ title }) => title)).toEqual(["First", null]);
  const started = changesBetween([first], [first, second]);
  expect(rebasedChanges(changes, started).map(({ title }) => title)).toEqual(["First", null]);
});

test("changes from one list to two others give the changes between the two", () => {
  fc.assert(
    fc.property(games, games, games, (base, first, second) => {
      const rebased = rebasedChanges(changesBetween(base, second), changesBetween(base, first));
      expect(rebased).toEqual(changesBetween(first, second));
    }),
  );
});
