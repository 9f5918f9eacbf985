import type { Game } from "@/lib/domain/player";
import { foldedTitle } from "./search";
import { sortKey } from "./sort-title";

const SLICE = 500;

/** Computes what the first search and sort by title need, in steps of a few milliseconds each. */
export function* warmUpTitles(games: readonly Pick<Game, "title">[]): Generator<void> {
  yield* inSlices(games, prepareTitle);
}

/** Computes what a search and a sort by title need of a game. */
export function prepareTitle(game: Pick<Game, "title">): void {
  foldedTitle(game);
  sortKey(game);
}

/** Prepares games, some hundred in each step. */
export function* inSlices<T>(games: readonly T[], prepare: (game: T) => void): Generator<void> {
  for (let start = 0; start < games.length; start += SLICE) {
    games.slice(start, start + SLICE).forEach(prepare);
    yield;
  }
}
