import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { isSort, sortGames } from "./sort";

const old = aGame({ title: "Zebra II", mostRecentAwardedAt: 1, numAwarded: 10 });
const recent = aGame({ title: "Zebra 10", mostRecentAwardedAt: 9, numAwarded: 2 });
const undated = aGame({
  title: "The Ant",
  mostRecentAwardedAt: null,
  maxPossible: 20,
  numAwarded: 20,
});
const games = [recent, old, undated];

test.each([
  ["unlock_date", [recent, old, undated]],
  ["-unlock_date", [undated, old, recent]],
  ["pct_won", [undated, old, recent]],
  ["-pct_won", [recent, old, undated]],
  ["game_title", [undated, old, recent]],
  ["-game_title", [recent, old, undated]],
] as const)("%s", (sort, expected) => {
  expect(sortGames(games, sort).map((game) => game.title)).toEqual(
    expected.map((game) => game.title),
  );
});

test("games that are equal stay in the order they came in", () => {
  const [one, two] = [aGame({ title: "Moth" }), aGame({ title: "The Moth" })];
  for (const sort of ["unlock_date", "-unlock_date", "game_title", "-game_title"] as const) {
    expect(sortGames([two, one], sort)).toEqual([two, one]);
  }
});

test("the list that is sorted stays as it was", () => {
  const before = [...games];
  sortGames(games, "game_title");
  expect(games).toEqual(before);
});

test("other texts are no sort", () => {
  expect(isSort("pct_won")).toBe(true);
  expect(isSort("title")).toBe(false);
});
