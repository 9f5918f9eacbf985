import { type PageOf, pageOf } from "@/lib/progress/page-of";
import { perLibrary } from "@/lib/progress/per-library";
import {
  type IgnoredParameter,
  type PagedQuery,
  queryToSearch,
  readParameters,
  takingPaged,
} from "@/lib/progress/read-parameters";
import { titleMatcher } from "@/lib/progress/search";
import { isEvent, type PlayedSystem, systemsOf } from "@/lib/progress/systems";
import { type CompareSort, isCompareSort, sortCompared } from "./compare-sort";
import type { ComparedGame } from "./join-libraries";
import { isWho, keepWho, type Who } from "./who";

/** Which compared games are listed, and in which order: what the URL of players side by side says. */
export interface CompareQuery extends PagedQuery {
  who: Who;
  sort: CompareSort;
}

/** All games that anybody plays, the newest first. */
export const DEFAULT_COMPARE_QUERY: CompareQuery = {
  who: "all",
  system: null,
  sort: "latest",
  q: "",
  page: 1,
};

/** The parameters that a compare query is made of. */
export const COMPARE_PARAMETERS = ["who", "system", "sort", "q", "page"] as const;

/**
 * Reads a compare query. A bad value counts as not given, and is named; so does one that is about a player who is
 * not there.
 *
 * @param players how many are compared
 */
export function parseCompareQuery(
  parameters: URLSearchParams,
  players: number,
): { query: CompareQuery; ignored: IgnoredParameter[] } {
  const query = { ...DEFAULT_COMPARE_QUERY };
  const { system, q, page } = takingPaged(query);
  const ignored = readParameters(parameters, {
    who(text) {
      const isOne = isWho(text, players);
      if (isOne) query.who = text;
      return isOne;
    },
    system,
    sort(text) {
      if (isCompareSort(text)) query.sort = text;
      return isCompareSort(text);
    },
    q,
    page,
  } satisfies Record<(typeof COMPARE_PARAMETERS)[number], (text: string) => boolean>);
  return { query, ignored };
}

/** A compare query as a URL has it, without what is the default: `` or `?who=a-ahead`. */
export function compareQueryToSearch(query: CompareQuery): string {
  return queryToSearch(query, DEFAULT_COMPARE_QUERY, COMPARE_PARAMETERS);
}

/** Filters, sorts and pages compared games. Events are left out unless that system is asked for, as everywhere. */
export function listCompared(
  games: ComparedGame[],
  { who, system, sort, q, page }: CompareQuery,
): PageOf<ComparedGame> {
  const isFound = titleMatcher(q);
  const found = keepWho(sortCompared(games, sort), who).filter(
    ({ game }) =>
      (system === null ? !isEvent(game) : game.systemId === system) && (!isFound || isFound(game)),
  );
  return pageOf(found, page);
}

/** The systems that anybody has games on, as `playedSystems` has those of one player. */
export const comparedSystems = perLibrary((games: ComparedGame[]): PlayedSystem[] =>
  systemsOf(games.map(({ game }) => game)),
);
