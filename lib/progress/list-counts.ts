import type { Game } from "@/lib/domain/player";
import { type Counts, countGames } from "./counts";
import type { ListQuery } from "./list-query";
import { perLibrary } from "./per-library";

/** The newest counts of each library: another status or order of the same games has the same. */
const newest = perLibrary((_): { of: string; counts: Counts | null } => ({ of: "", counts: null }));

/**
 * RA's six counts of a list. They follow every filter but the status (RA's rule).
 *
 * @param games the whole library
 * @param counted what `listGames` says is counted for this query
 */
export function listCounts(games: Game[], query: ListQuery, counted: Game[]): Counts {
  const made = newest(games);
  const of = JSON.stringify([query.system, query.awarded, query.active, query.q]);
  if (made.counts === null || made.of !== of) {
    made.of = of;
    made.counts = countGames(counted);
  }
  return made.counts;
}
