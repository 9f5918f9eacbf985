import type { Game } from "@/lib/domain/player";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { type Counts, countGames } from "./counts";
import type { ListQuery } from "./list-query";
import { perLibrary } from "./per-library";

/** The newest counts of each library: another status or order of the same games has the same. */
const newest = perLibrary((_): { of: string; times: ListTimes; counts: Counts | null } => ({
  ...{ of: "", times: NO_TIMES, counts: null },
}));

/**
 * RA's six counts of a list. They follow every filter but the status (RA's rule).
 *
 * @param games the whole library
 * @param counted what `listGames` says is counted for this query
 */
export function listCounts(
  games: Game[],
  query: ListQuery,
  counted: Game[],
  times: ListTimes = NO_TIMES,
): Counts {
  const made = newest(games);
  const { system, awarded, active, subsets, q } = query;
  const of = JSON.stringify([system, awarded, active, subsets, q]);
  if (made.counts === null || made.of !== of || made.times !== times) {
    made.of = of;
    made.times = times;
    made.counts = countGames(counted, times);
  }
  return made.counts;
}
