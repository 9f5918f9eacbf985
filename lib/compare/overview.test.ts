import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { DEFAULT_COMPARE_QUERY } from "./compare-query";
import { joinLibraries } from "./join-libraries";
import { listCompared } from "./list-compared";
import { compareOverview } from "./overview";
import { whoFilters } from "./who";

const seconds = (date: string) => Date.parse(date) / 1000;
const owl = aGame({ title: "Owl", systemId: 3, systemName: "SNES", numAwarded: 10 });
const moth = aGame({ title: "Moth", systemId: 3, systemName: "SNES" });
const mastered = (game: Game, date: string): Game => ({
  ...game,
  numAwarded: 10,
  highestAwardKind: "mastered",
  highestAwardAt: seconds(date),
});

const anna = [
  mastered(owl, "2024-03-05"),
  moth,
  aGame({ systemName: "NES" }),
  aGame({ systemId: 101, systemName: "Events" }),
];
const bert = [owl, mastered(moth, "2024-01-05"), aGame({ systemId: 4, systemName: "Game Boy" })];

test("each player's counts leave out RA's Events", () => {
  const [one, other] = compareOverview([anna, bert]).players;
  expect(one).toEqual({
    counts: expect.objectContaining({ played: 3, mastered: 1 }),
    averageWon: 0.666,
  });
  expect(other?.counts).toMatchObject({ played: 3, mastered: 1, unfinished: 2 });
});

test("the average leaves out subsets and retired sets", () => {
  const games = [
    aGame({ numAwarded: 10 }),
    aGame({ numAwarded: 5 }),
    aGame({ title: "Owl [Subset - Bonus]", numAwarded: 1 }),
    aGame({ numAwarded: 0, maxPossible: 0 }),
  ];
  expect(compareOverview([games, bert]).players[0]?.averageWon).toBe(0.75);
});

test("months share one axis, and systems have the counts of each player", () => {
  const { months, systems } = compareOverview([anna, bert]);
  expect(months.map((each) => each.map(({ mastered }) => mastered))).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(systems.map(({ id, name, counts }) => [id, name, ...counts.map((c) => c.played)])).toEqual(
    [
      [3, "SNES", 2, 2],
      [4, "Game Boy", 0, 1],
      [7, "NES", 1, 0],
    ],
  );
});

test("games that the other player has mastered are suggested", () => {
  const { suggestions } = compareOverview([anna, bert]);
  expect(suggestions.map((each) => each.map(({ title }) => title))).toEqual([["Moth"], []]);
});

test("players with no shared game and with no games have an overview", () => {
  const { overlap, months, systems } = compareOverview([[], [aGame()]]);
  expect(overlap).toEqual({ all: 1, both: 0, even: 0, ahead: [0, 0], only: [0, 1] });
  expect(months).toEqual([[], []]);
  expect(systems.map(({ counts }) => counts.map(({ played }) => played))).toEqual([[0, 1]]);
  expect(compareOverview([[], []]).overlap.all).toBe(0);
});

test("an overview is cached for the same libraries", () => {
  expect(compareOverview([anna, bert])).toBe(compareOverview([anna, bert]));
});

test("each figure of the overlap is the length of its filtered list", () => {
  const cleo = [moth, aGame(), { ...owl, numAwarded: 1 }];
  for (const libraries of [
    [anna, bert],
    [anna, bert, cleo],
    [anna, bert, cleo, [...cleo]],
  ]) {
    const { overlap } = compareOverview(libraries);
    const names = libraries.map((_, at) => `Player ${at}`);
    const found = whoFilters(names).map(
      ({ value }) =>
        listCompared(joinLibraries(libraries), { ...DEFAULT_COMPARE_QUERY, who: value }).found
          .length,
    );
    const { all, both, ahead, even, only } = overlap;
    expect([all, both, ...ahead, even, ...only]).toEqual(found);
    expect(all).toBe(even + [...ahead, ...only].reduce((sum, each) => sum + each, 0));
  }
});
