import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { joinLibraries } from "./join-libraries";
import { suggestGames } from "./suggestions";

const mastered = { highestAwardKind: "mastered", numAwarded: 10 } as const;

/** What Anna might try, by title, of games that Bert has mastered. */
const tried = (...hers: Partial<Game>[]) => {
  const games = hers.map((given, at) => aGame({ title: `Game ${at}`, ...given }));
  const his = games.map((game) => ({ ...game, ...mastered }));
  return suggestGames(joinLibraries([games, his]), 0).map(({ title }) => title);
};

test("a started game that another player has mastered is suggested with what is missing", () => {
  const game = aGame({ title: "Tin Moth", numAwarded: 7 });
  const joined = joinLibraries([[game], [aGame()], [{ ...game, ...mastered }]]);
  expect(suggestGames(joined, 0)).toEqual([
    { gameId: game.id, title: "Tin Moth", won: 0.7, missing: 3, masteredBy: [2] },
  ]);
  expect(suggestGames(joined, 1)).toEqual([]);
  expect(suggestGames(joined, 2)).toEqual([]);
});

test("a completion is not a mastery", () => {
  const game = aGame({ numAwarded: 7 });
  expect(
    suggestGames(joinLibraries([[game], [{ ...game, highestAwardKind: "completed" }]]), 0),
  ).toEqual([]);
});

test("finished, unstarted and retired games are not suggested, beaten ones are", () => {
  expect(
    tried(
      { highestAwardKind: "beaten-hardcore" },
      { highestAwardKind: "completed", numAwarded: 9 },
      { highestAwardKind: "mastered", numAwarded: 9 },
      { numAwarded: 10 },
      { numAwarded: 0 },
      { numAwarded: 1, maxPossible: 0 },
    ),
  ).toEqual(["Game 0"]);
});

test("at most five games are suggested, the most complete first", () => {
  expect(tried(...[1, 6, 3, 4, 5, 2].map((numAwarded) => ({ numAwarded })))).toEqual([
    "Game 1",
    "Game 4",
    "Game 3",
    "Game 2",
    "Game 5",
  ]);
});
