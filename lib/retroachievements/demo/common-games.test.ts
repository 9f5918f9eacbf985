import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { withCommonGames } from "./common-games";

const games = Array.from({ length: 8 }, (_, at) => aGame({ maxPossible: 10, numAwarded: at }));
const others = Array.from({ length: 9 }, (_, at) =>
  aGame({ maxPossible: 10, numAwarded: 7, title: `Other ${at}` }),
);

test("three of four games are the other library's, with their own progress", () => {
  const made = withCommonGames(games, others);
  const ids = new Set(others.map(({ id }) => id));
  expect(made.map(({ id }) => Number(ids.has(id))).join("")).toBe("11101110");
  expect(new Set(made.map(({ id }) => id)).size).toBe(8);
  expect(made.map(({ numAwarded }) => numAwarded)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test("a game without a replacement of the same size stays, and subsets replace none", () => {
  expect(withCommonGames(games, [])).toEqual(games);
  const none = [aGame({ maxPossible: 11 }), aGame({ maxPossible: 10, title: "A [Subset - B]" })];
  expect(withCommonGames(games, none)).toEqual(games);
});

test("a game that stays shares its id with none of the other library", () => {
  const ids = [7, 8, 9, 10].map((id) => aGame({ id, maxPossible: 10 }));
  const made = withCommonGames(ids, [aGame({ id: 10, maxPossible: 11, title: "Another" })]);
  expect(made.map(({ id }) => id)).toEqual([7, 8, 9, 20_010]);
});
