import { afterEach, expect, test, vi } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { sortedOnce } from "./list-games";
import { foldedTitle } from "./search";
import { SORTS } from "./sorts";
import { warmUp } from "./warm-up";

afterEach(() => {
  vi.restoreAllMocks();
});

test("work is done in steps of 500 games, then one step per sort", () => {
  const games = Array.from({ length: 1200 }, () => aGame());
  expect([...warmUp(games)]).toHaveLength(3 + SORTS.length);
  expect([...warmUp([])]).toHaveLength(SORTS.length);
});

test("each step covers the next games, and no title is folded twice", () => {
  const games = Array.from({ length: 600 }, (_, at) => aGame({ title: `Moth ${at}` }));
  const normalize = vi.spyOn(String.prototype, "normalize");
  const folded = () => normalize.mock.calls.filter(([form]) => form === "NFC").length;
  const steps = warmUp(games);
  steps.next();
  expect(folded()).toBe(500);
  steps.next();
  expect(folded()).toBe(600);
  for (const _ of steps);
  expect(folded()).toBe(600);
});

test("a search and every sort after it compute nothing again", () => {
  const games = Array.from({ length: 30 }, (_, at) => aGame({ title: `Moth ${at}` }));
  for (const _ of warmUp(games));
  const normalize = vi.spyOn(String.prototype, "normalize");
  const sort = vi.spyOn(Array.prototype, "sort");
  for (const game of games) foldedTitle(game);
  for (const { value } of SORTS) expect(sortedOnce(games, value)).toHaveLength(games.length);
  expect(normalize).not.toHaveBeenCalled();
  expect(sort).not.toHaveBeenCalled();
});
