import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { countGames, shownCounts } from "./counts";

test("games are counted by their highest award, and unfinished subsets not at all", () => {
  const games = [
    aGame(),
    aGame({ title: "A Game [Subset - Bonus]" }),
    aGame({ highestAwardKind: "beaten-softcore" }),
    aGame({ highestAwardKind: "beaten-hardcore" }),
    aGame({ highestAwardKind: "completed" }),
    aGame({ highestAwardKind: "mastered", title: "A Game [Subset - Bonus]" }),
  ];
  expect(countGames(games)).toEqual({
    played: 6,
    unfinished: 1,
    beatenCasual: 1,
    beaten: 1,
    completed: 1,
    mastered: 1,
  });
});

const none = countGames([]);
const shown = (counts: Partial<typeof none>) =>
  shownCounts({ ...none, ...counts }).map(({ key }) => key);

test("a beginner sees beaten and mastered, though both are none", () => {
  expect(shown({})).toEqual(["played", "unfinished", "beaten", "mastered"]);
});

test("casual awards stand in for hardcore ones that there are none of", () => {
  expect(shown({ beatenCasual: 1, completed: 1 })).toEqual([
    "played",
    "unfinished",
    "beatenCasual",
    "completed",
  ]);
});

test("who has all kinds sees all six", () => {
  expect(shown({ beatenCasual: 1, beaten: 1, completed: 1, mastered: 1 })).toHaveLength(6);
});
