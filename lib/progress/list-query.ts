import type { Game } from "@/lib/domain/player";
import { perLibrary } from "./per-library";
import { isIn, parsePeriod } from "./period";
import { searchTitles } from "./search";
import { isSort, type Sort, sortGames } from "./sort";
import { isStatus, keepStatus, type Status } from "./status";
import { withoutEvents } from "./systems";

/** Rows on a page, as on RA's. */
export const PAGE_SIZE = 100;
const MAX_QUERY_LENGTH = 100;

/** Which games are listed, and in which order: what the URL of a player's page says. */
export interface ListQuery {
  status: Status;
  /** RA's console id; null for all systems. */
  system: number | null;
  sort: Sort;
  /** Words of a title; empty for all titles. */
  q: string;
  /** The period in which the award was given, as `parsePeriod` reads it; empty for any time. */
  awarded: string;
  /** The period in which the award or the newest unlock fell; empty for any time. */
  active: string;
  /** From 1. */
  page: number;
  /** The games that were chosen for the shelf, as `12,34`: no filter, but it stays with every choice. */
  shelf: string;
}

/** The newest games of all systems. */
export const DEFAULT_LIST_QUERY: ListQuery = {
  status: "all",
  system: null,
  sort: "unlock_date",
  q: "",
  awarded: "",
  active: "",
  page: 1,
  shelf: "",
};

/** The parameters that a list query is made of. */
export const LIST_PARAMETERS = [
  "status",
  "system",
  "sort",
  "q",
  "awarded",
  "active",
  "page",
  "shelf",
] as const;

/** A parameter that was given but means nothing. */
export interface IgnoredParameter {
  name: string;
  value: string;
}

/** Reads a list query. A bad value counts as not given, and is named. */
export function parseListQuery(parameters: URLSearchParams): {
  query: ListQuery;
  ignored: IgnoredParameter[];
} {
  const query = { ...DEFAULT_LIST_QUERY };
  const ignored: IgnoredParameter[] = [];
  const read = (name: (typeof LIST_PARAMETERS)[number], accept: (text: string) => boolean) => {
    const text = parameters.get(name)?.trim();
    if (text && !accept(text)) ignored.push({ name, value: text.slice(0, 40) });
  };
  read("status", (text) => {
    if (isStatus(text)) query.status = text;
    return isStatus(text);
  });
  read("system", (text) => {
    if (/^\d{1,6}$/.test(text)) query.system = Number(text);
    return text === "all" || query.system !== null;
  });
  read("sort", (text) => {
    if (isSort(text)) query.sort = text;
    return isSort(text);
  });
  read("q", (text) => {
    query.q = text.slice(0, MAX_QUERY_LENGTH);
    return true;
  });
  for (const name of ["awarded", "active"] as const) {
    read(name, (text) => {
      const isPeriod = parsePeriod(text) !== null;
      if (isPeriod) query[name] = text;
      return isPeriod;
    });
  }
  read("page", (text) => {
    const isPage = /^[1-9]\d{0,5}$/.test(text);
    if (isPage) query.page = Number(text);
    return isPage;
  });
  read("shelf", (text) => {
    const isShelf = /^\d{1,7}(,\d{1,7}){0,11}$/.test(text);
    if (isShelf) query.shelf = text;
    return isShelf;
  });
  return { query, ignored };
}

/** A list query as a URL has it, without what is the default: `` or `?status=eq-mastered`. */
export function listQueryToSearch(query: ListQuery): string {
  const parameters = new URLSearchParams();
  for (const name of LIST_PARAMETERS) {
    if (query[name] !== DEFAULT_LIST_QUERY[name]) parameters.set(name, String(query[name]));
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}

/** One page of what a list query finds. */
export interface ListedGames {
  /** At most 100. */
  games: Game[];
  /** The page that is shown: the last one, if the query asks for one beyond. */
  page: number;
  /** At least 1. */
  pages: number;
  /** Everything that the query finds, in its order. */
  found: Game[];
}

/** Filters, sorts and pages games. Events are left out unless that system is asked for (RA's rule). */
export function listGames(games: Game[], query: ListQuery): ListedGames {
  const sorted = sortedOnce(games, query.sort);
  const ofSystem =
    query.system === null
      ? withoutEvents(sorted)
      : sorted.filter((game) => game.systemId === query.system);
  const ofPeriod = keepPeriods(keepStatus(ofSystem, query.status), query);
  const found = searchTitles(ofPeriod, query.q);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  return { games: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages, found };
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
const ordersOf = perLibrary(() => new Map<Sort, Game[]>());

/**
 * Sorting is what takes time in a large library, so the whole of it is sorted, once for each order,
 * and filtered after that. The list is shared: it must not be changed.
 */
export function sortedOnce(games: Game[], sort: Sort): readonly Game[] {
  const orders = ordersOf(games);
  let sorted = orders.get(sort);
  if (!sorted) {
    sorted = sortGames(games, sort);
    orders.set(sort, sorted);
  }
  return sorted;
}
