import type { Game } from "@/lib/domain/player";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { baseTitle } from "./base-order";
import { sortedOnceSteps } from "./list-games";
import { foldedTitle } from "./search";
import { SORTS, sortKey } from "./sort";
import { playedSystems } from "./systems";

const SLICE = 500;

/**
 * Computes what a library's first search and sorts need, in steps of a few milliseconds each: for a browser to run while
 * it is idle.
 */
export function* warmUp(games: Game[], times: ListTimes = NO_TIMES): Generator<void> {
  yield* inSlices(games, (game) => {
    prepareTitle(game);
    baseTitle(game);
  });
  playedSystems(games);
  for (const { value } of SORTS) {
    yield;
    yield* sortedOnceSteps(games, value, times);
  }
}

/** The part that needs only the titles. */
export function* warmUpTitles(games: readonly Pick<Game, "title">[]): Generator<void> {
  yield* inSlices(games, prepareTitle);
}

function prepareTitle(game: Pick<Game, "title">): void {
  foldedTitle(game);
  sortKey(game);
}

function* inSlices<T>(games: readonly T[], prepare: (game: T) => void): Generator<void> {
  for (let start = 0; start < games.length; start += SLICE) {
    games.slice(start, start + SLICE).forEach(prepare);
    yield;
  }
}
