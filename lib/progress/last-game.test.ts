import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { lastGameName } from "./last-game";

const games = [aGame({ id: 3, title: "~Hack~ Étoile [Subset - Bonus]" }), aGame({ id: 4 })];

test("the last game is named without RA's tags", () => {
  expect(lastGameName(aPlayer(games, { lastGameId: 3 }))).toBe("Étoile");
});

test("a title of nothing but tags stays as it is", () => {
  const tags = [aGame({ id: 3, title: "~Hack~" })];
  expect(lastGameName(aPlayer(tags, { lastGameId: 3 }))).toBe("~Hack~");
});

test("a game that is not in the library has no name", () => {
  expect(lastGameName(aPlayer(games, { lastGameId: 5 }))).toBeNull();
  expect(lastGameName(aPlayer(games))).toBeNull();
});
