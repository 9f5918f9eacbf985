import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { isGreatMilestone, milestoneLabel, milestones } from "./milestones";

const mastered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aGame({ highestAwardKind: "mastered", highestAwardAt: index + 1 }),
  );
const which = (count: number) => milestones(mastered(count)).map((milestone) => milestone.which);

test("the first, fifth, tenth and so on are milestones, newest first, then the latest", () => {
  expect(which(12)).toEqual(["latest", 10, 5, 1]);
  expect(which(0)).toEqual([]);
});

test("awards count by date, in any order of the games", () => {
  const games = mastered(5);
  const [first, , , , fifth] = games;
  const expected = [
    { kind: "mastered", which: 5, at: 5, game: fifth },
    { kind: "mastered", which: 1, at: 1, game: first },
  ];
  expect(milestones(games)).toEqual(expected);
  expect(milestones(games.toReversed())).toEqual(expected);
});

test("awards of the same second count in RA's base order, whatever the order of the games", () => {
  const games = ["Owl", "Ant", "Stoat"].map((title) =>
    aGame({ title, highestAwardKind: "mastered", highestAwardAt: 5 }),
  );
  for (const inAnOrder of [games, games.toReversed()]) {
    expect(milestones(inAnOrder).map(({ which, game }) => [which, game.title])).toEqual([
      [1, "Ant"],
      ["latest", "Stoat"],
    ]);
  }
});

test("the latest is not listed twice", () => expect(which(10)).toEqual([10, 5, 1]));

test("the steps are RA's", () => {
  expect(which(1500).reverse()).toEqual([
    1, 5, 10, 20, 30, 40, 50, 75, 100, 125, 150, 175, 200, 250, 300, 400, 500, 600, 700, 800, 900,
    1000, 1250, 1500,
  ]);
});

test("each kind counts separately, and awards without a date do not count", () => {
  const games = [
    aGame({ highestAwardKind: "beaten-softcore", highestAwardAt: 5 }),
    aGame({ highestAwardKind: "completed", highestAwardAt: 9 }),
    aGame({ highestAwardKind: "completed", highestAwardAt: null }),
    aGame(),
  ];
  expect(milestones(games).map(({ kind, which }) => [kind, which])).toEqual([
    ["completed", 1],
    ["beaten-softcore", 1],
  ]);
});

test("only every 100th and 250th is celebrated", () => {
  const great = which(1500).filter((nth) => isGreatMilestone({ which: nth }));
  expect(great.reverse()).toEqual([
    100, 200, 250, 300, 400, 500, 600, 700, 800, 900, 1000, 1250, 1500,
  ]);
  expect(isGreatMilestone({ which: "latest" })).toBe(false);
});

test.each([
  ["mastered", 100, "100th mastery"],
  ["completed", 5, "5th completion"],
  ["beaten-hardcore", 1, "1st game beaten"],
  ["beaten-softcore", 30, "30th game beaten"],
  ["mastered", "latest", "Latest mastery"],
  ["mastered", 2, "2nd mastery"],
  ["mastered", 3, "3rd mastery"],
  ["mastered", 11, "11th mastery"],
  ["mastered", 112, "112th mastery"],
  ["mastered", 121, "121st mastery"],
] as const)("%s %s is named as RA names it", (kind, nth, label) => {
  expect(milestoneLabel({ kind, which: nth })).toBe(label);
});
