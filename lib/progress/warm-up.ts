import type { Game } from "@/lib/domain/player";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { baseTitle } from "./base-order";
import { sortedOnceSteps } from "./list-games";
import { SORTS } from "./sorts";
import { playedSystems } from "./systems";
import { inSlices, prepareTitle } from "./warm-up-titles";

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
