import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { countGames, libraryCounts, shownCounts } from "./counts";

test("games are counted by their highest award, without unfinished subsets", () => {
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

test("RA's link decides what a subset is, where it is known", () => {
  const linked = aGame({ title: "A Bonus" });
  const renamed = aGame({ title: "A Game [Subset - Bonus]" });
  const times = new Map([
    [linked.id, { ...UNKNOWN_TIME, isSubset: true }],
    [renamed.id, { ...UNKNOWN_TIME, isSubset: false }],
  ]);
  expect(countGames([linked, renamed], times).unfinished).toBe(1);
  expect(countGames([linked], times).unfinished).toBe(0);
  expect(countGames([renamed], times).unfinished).toBe(1);
});

const none = countGames([]);
const shown = (counts: Partial<typeof none>) =>
  shownCounts({ ...none, ...counts }).map(({ key }) => key);

test("a beginner sees beaten and mastered, though both are 0", () => {
  expect(shown({})).toEqual(["played", "unfinished", "beaten", "mastered"]);
});

test("casual awards replace missing hardcore ones", () => {
  expect(shown({ beatenCasual: 1, completed: 1 })).toEqual([
    "played",
    "unfinished",
    "beatenCasual",
    "completed",
  ]);
});

test("with all kinds, all six counts are shown, each with the filter of its games", () => {
  const counts = { beatenCasual: 3, beaten: 4, completed: 5, mastered: 6 };
  expect(shownCounts({ played: 20, unfinished: 2, ...counts })).toEqual([
    { key: "played", label: "Played", status: "all", value: 20 },
    { key: "unfinished", label: "Unfinished", status: "unawarded", value: 2 },
    { key: "beatenCasual", label: "Beaten (casual)", status: "eq-beaten-softcore", value: 3 },
    { key: "beaten", label: "Beaten", status: "eq-beaten-hardcore", value: 4 },
    { key: "completed", label: "Completed", status: "eq-completed", value: 5 },
    { key: "mastered", label: "Mastered", status: "eq-mastered", value: 6 },
  ]);
});

test("a whole library is counted without its events", () => {
  const games = [aGame({ highestAwardKind: "mastered" }), aGame(), aGame({ systemId: 101 })];
  expect(libraryCounts(games)).toMatchObject({ played: 2, mastered: 1, unfinished: 1 });
});
