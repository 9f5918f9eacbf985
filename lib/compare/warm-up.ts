import { warmUpTitles } from "@/lib/progress/warm-up-titles";
import { sortCompared } from "./compare-sort";
import { COMPARE_SORTS } from "./compare-sorts";
import type { ComparedGame } from "./join-libraries";
import { comparedSystems } from "./list-compared";

/** Computes in steps what the first search and sorts of compared games need, as `warmUp` does for one library. */
export function* warmUpCompared(games: ComparedGame[]): Generator<void> {
  yield* warmUpTitles(games.map(({ game }) => game));
  comparedSystems(games);
  for (const { value } of COMPARE_SORTS) {
    yield;
    sortCompared(games, value);
  }
}
