import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { shelfGames } from "./shelf";

/** A game without an award has only an unlock then; the others have later unlocks, in the reverse order. */
const award = (id: number, highestAwardKind: AwardKind | null, at: number, systemId = 7) =>
  aGame({
    id,
    systemId,
    highestAwardKind,
    highestAwardAt: highestAwardKind && at,
    mostRecentAwardedAt: highestAwardKind ? 1000 - at : at,
  });
const shelf = (...given: Parameters<typeof shelfGames>) => {
  const { games, kind } = shelfGames(...given);
  return [kind, ...games.map(({ id }) => id)];
};

test("the latest masteries are on it, as many as fit, without RA's Events", () => {
  const games = [
    award(1, "mastered", 10),
    award(2, "mastered", 30),
    award(3, "completed", 50),
    award(4, "mastered", 20),
    award(5, "mastered", 60, 101),
  ];
  expect(shelf(games, [], 10)).toEqual(["mastered", 2, 4, 1]);
  expect(shelf(games, [], 2)).toEqual(["mastered", 2, 4]);
});

test("without a mastery it has the best awards, or the games played last", () => {
  const games = [
    award(1, "beaten-softcore", 90),
    award(2, "beaten-hardcore", 10),
    award(3, "completed", 5),
    award(4, "beaten-hardcore", 20),
    award(5, null, 99),
  ];
  expect(shelf(games, [], 10)).toEqual(["awarded", 3, 4, 2, 1]);
  expect(shelf([award(1, null, 5), award(2, null, 7)], [], 10)).toEqual(["played", 2, 1]);
  expect(shelf([], [], 10)).toEqual(["played"]);
});

test("chosen games are in the order of the choice, without unplayed ones", () => {
  const games = [award(1, null, 1), award(2, "mastered", 2), award(3, null, 3)];
  expect(shelf(games, [3, 9, 1], 1)).toEqual(["chosen", 3, 1]);
  expect(shelf(games, [9], 10)).toEqual(["mastered", 2]);
});
