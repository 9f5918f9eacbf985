import { type ActiveFilter, filtersInForce, systemInWords } from "@/lib/progress/describe-query";
import type { PlayedSystem } from "@/lib/progress/systems";
import { type CompareQuery, DEFAULT_COMPARE_PAGE } from "./compare-query";
import { whoFilters } from "./who";

const ALL_GAMES: CompareQuery = { ...DEFAULT_COMPARE_PAGE, who: "all" };

/**
 * The active filters of a comparison's page, each with the query that removes it. Neither all games nor the games that
 * all players play are a filter.
 *
 * @param names of the players, in their order
 */
export function activeCompareFilters(
  query: CompareQuery,
  systems: readonly PlayedSystem[],
  names: readonly string[],
): ActiveFilter<CompareQuery>[] {
  const unfiltered = query.who === "all" ? ALL_GAMES : DEFAULT_COMPARE_PAGE;
  return filtersInForce(query, unfiltered, {
    who: whoFilters(names).find(({ value }) => value === query.who)?.label ?? "",
    system: systemInWords(query.system, systems),
    q: `“${query.q}”`,
  });
}
