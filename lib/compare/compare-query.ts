import {
  choice,
  defaultQuery,
  PAGED_PARAMETERS,
  type PagedQuery,
  type ParsedQuery,
  parameterNames,
  parseQuery,
  type QueryParameters,
  queryToSearch,
} from "@/lib/progress/query-parameters";
import { COMPARE_SORTS, type CompareSort } from "./compare-sorts";
import { MOST_PLAYERS, type Who, whoFilters } from "./who";

/** The filters and the order of a list of compared games, as in the URL of a comparison. */
export interface CompareQuery extends PagedQuery {
  who: Who;
  sort: CompareSort;
}

/**
 * The parameters of a comparison's list in the API, and what its description names.
 *
 * @param players number of compared players: `who` takes no letter beyond
 */
export function compareQueryOf(players: number): QueryParameters<CompareQuery> {
  return {
    who: choice(whoFilters(Array.from({ length: players }, () => "")), "all"),
    system: PAGED_PARAMETERS.system,
    sort: choice(COMPARE_SORTS, "latest"),
    q: PAGED_PARAMETERS.q,
    page: PAGED_PARAMETERS.page,
  };
}

/** {@link compareQueryOf} for a comparison's page, which opens on the games that all players play. */
export function comparePageQueryOf(players: number): QueryParameters<CompareQuery> {
  const parameters = compareQueryOf(players);
  return { ...parameters, who: { ...parameters.who, default: "both" } };
}

/** The parameters of the API for the largest number of players. */
export const COMPARE_QUERY = compareQueryOf(MOST_PLAYERS);

/** The names of the parameters of a compare query, in the order of URLs. */
export const COMPARE_PARAMETERS = parameterNames(COMPARE_QUERY);

/** All games of all players, the newest first: the API's default. */
export const DEFAULT_COMPARE_QUERY: CompareQuery = defaultQuery(COMPARE_QUERY);

const COMPARE_PAGE_QUERY = comparePageQueryOf(MOST_PLAYERS);

/** The games that all players play, the newest first: the page's default. */
export const DEFAULT_COMPARE_PAGE: CompareQuery = defaultQuery(COMPARE_PAGE_QUERY);

/**
 * Reads the query of a comparison's page, as {@link parseQuery} does.
 *
 * @param players number of compared players
 */
export function parseCompareQuery(
  parameters: URLSearchParams,
  players: number,
): ParsedQuery<CompareQuery> {
  return parseQuery(comparePageQueryOf(players), parameters);
}

/** The search part of a comparison page's URL, without default values: `` or `?who=a-ahead`. */
export function compareQueryToSearch(query: CompareQuery): string {
  return queryToSearch(COMPARE_PAGE_QUERY, query);
}
