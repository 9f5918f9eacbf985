import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { perLibrary } from "./per-library";

test("a result is cached by library", () => {
  let made = 0;
  const count = perLibrary((games) => {
    made++;
    return games.length;
  });
  const [one, other]: [Game[], Game[]] = [[aGame()], [aGame(), aGame()]];
  expect([count(one), count(other), count(one), count(other)]).toEqual([1, 2, 1, 2]);
  expect(made).toBe(2);
});
