import type { Game } from "@/lib/domain/player";
import type { ListQuery } from "./list-query";
import { type PageOf, pageOf } from "./page-of";
import { memoizeSteps, perLibrary } from "./per-library";
import { isIn, parsePeriod } from "./period";
import { searchTitles } from "./search";
import { type Sort, sortGamesInSteps } from "./sort";
import { keepStatus } from "./status";
import { withoutEvents } from "./systems";

/** What a list query finds, and what its counts are over. */
export interface GameList extends PageOf<Game> {
  /** The games that every filter but the status keeps: RA counts these, whatever the status. */
  counted: Game[];
}

/** Filters, sorts and pages games. Events are left out unless that system is asked for (RA's rule). */
export function listGames(games: Game[], query: ListQuery): GameList {
  const sorted = sortedOnce(games, query.sort);
  const ofSystem =
    query.system === null
      ? withoutEvents(sorted)
      : sorted.filter((game) => game.systemId === query.system);
  const counted = searchTitles(keepPeriods(ofSystem, query), query.q);
  return { ...pageOf(keepStatus(counted, query.status), query.page), counted };
}

function keepPeriods(games: Game[], query: ListQuery): Game[] {
  const awarded = parsePeriod(query.awarded);
  const active = parsePeriod(query.active);
  if (!awarded && !active) return games;
  return games.filter(
    ({ highestAwardAt, mostRecentAwardedAt }) =>
      (!awarded || isIn(awarded, highestAwardAt)) &&
      (!active || isIn(active, highestAwardAt) || isIn(active, mostRecentAwardedAt)),
  );
}

/** The orders of each library. */
const ordersOf = perLibrary((games) =>
  memoizeSteps(new Map<Sort, Game[]>(), (sort) => sortGamesInSteps(games, sort)),
);

/**
 * Sorting is what takes time in a large library, so the whole of it is sorted, once for each order,
 * and filtered after that. The list is shared: it must not be changed.
 */
export function sortedOnce(games: Game[], sort: Sort): readonly Game[] {
  return ordersOf(games).get(sort);
}

/** {@link sortedOnce} in steps of a few milliseconds each. */
export function sortedOnceSteps(games: Game[], sort: Sort): Generator<void, readonly Game[]> {
  return ordersOf(games).steps(sort);
}
