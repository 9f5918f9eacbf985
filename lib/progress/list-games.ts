import type { Game } from "@/lib/domain/player";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import type { ListQuery } from "./list-query";
import { type PageOf, pageOf } from "./page-of";
import { memoizeSteps, perLibrary } from "./per-library";
import { isIn, parsePeriod } from "./period";
import { searchTitles } from "./search";
import { sortGamesInSteps } from "./sort";
import { figureOfSort, type Sort } from "./sorts";
import { keepStatus } from "./status";
import { withoutSubsets } from "./subsets";
import { withoutEvents } from "./systems";

/** What a list query finds, and what its counts are over. */
export interface GameList extends PageOf<Game> {
  /** The games that every filter but the status keeps: RA counts these, whatever the status. */
  counted: Game[];
}

/** Filters, sorts and pages games. Events are left out unless that system is asked for (RA's rule). */
export function listGames(games: Game[], query: ListQuery, times: ListTimes = NO_TIMES): GameList {
  const sorted = sortedOnce(games, query.sort, times);
  const ofSystem =
    query.system === null
      ? withoutEvents(sorted)
      : sorted.filter((game) => game.systemId === query.system);
  const ofKind = query.subsets === "0" ? withoutSubsets(ofSystem, times) : ofSystem;
  const counted = searchTitles(keepPeriods(ofKind, query), query.q);
  return { ...pageOf(keepStatus(counted, query.status, times), query.page), counted };
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

/** The orders of each library: those by figures for its newest times only. */
const ordersOf = perLibrary((games) => ({
  ...{ games, times: NO_TIMES },
  byGames: memoizeSteps(new Map<Sort, Game[]>(), (sort) => sortGamesInSteps(games, sort, NO_TIMES)),
  byTimes: memoizeSteps(new Map<Sort, Game[]>(), (sort) => sortGamesInSteps(games, sort, NO_TIMES)),
}));

function ordersBy(games: Game[], sort: Sort, times: ListTimes) {
  const orders = ordersOf(games);
  if (figureOfSort(sort) === null) return orders.byGames;
  if (orders.times !== times) {
    orders.times = times;
    orders.byTimes = memoizeSteps(new Map(), (each) => sortGamesInSteps(games, each, times));
  }
  return orders.byTimes;
}

/**
 * Sorting is what takes time in a large library, so the whole of it is sorted, once for each order,
 * and filtered after that. The list is shared: it must not be changed.
 */
export function sortedOnce(
  games: Game[],
  sort: Sort,
  times: ListTimes = NO_TIMES,
): readonly Game[] {
  return ordersBy(games, sort, times).get(sort);
}

/** {@link sortedOnce} in steps of a few milliseconds each. */
export function sortedOnceSteps(
  games: Game[],
  sort: Sort,
  times: ListTimes = NO_TIMES,
): Generator<void, readonly Game[]> {
  return ordersBy(games, sort, times).steps(sort);
}
