import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { LIMITS } from "@/lib/limits";
import { createRecentPlayers } from "./recent-players";

const HOUR = 3_600_000;

const someone = (number: number, games = [aGame({ highestAwardKind: "mastered" })]) =>
  aPlayer(games, { name: `Some${number}`, ulid: `01HDEM0AMP11GHTERX0000Z7${10 + number}` });

test("the newest visits come first, each player once and with the newest figures", () => {
  const recent = createRecentPlayers(() => 0);
  recent.add(someone(1));
  recent.add(someone(2));
  recent.add(someone(1, [aGame(), aGame()]));
  expect(recent.list().map(({ name, counts }) => [name, counts.played, counts.mastered])).toEqual([
    ["Some1", 2, 0],
    ["Some2", 1, 1],
  ]);
});

test("a few players are remembered, for an hour", () => {
  let now = 0;
  const recent = createRecentPlayers(() => now);
  for (let number = 0; number <= LIMITS.examplePlayers; number++) recent.add(someone(number));
  expect(recent.list()).toHaveLength(LIMITS.examplePlayers);
  expect(recent.list().map(({ name }) => name)).not.toContain("Some0");
  now = HOUR - 1;
  recent.add(someone(20));
  expect(recent.list()).toHaveLength(LIMITS.examplePlayers);
  now = HOUR;
  expect(recent.list().map(({ name }) => name)).toEqual(["Some20"]);
});

test("players without a game, or no longer found by RA, are not shown", () => {
  const recent = createRecentPlayers(() => 0);
  recent.add(someone(1, []));
  expect(recent.list()).toEqual([]);
  for (const user of ["SOME2", "01hdem0amp11ghterx0000z712"]) {
    recent.add(someone(2));
    recent.add(someone(3));
    recent.forget(user);
    expect(
      recent.list().map(({ name }) => name),
      user,
    ).toEqual(["Some3"]);
  }
});
