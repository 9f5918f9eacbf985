import { type ActiveFilter, filtersInForce, systemInWords } from "@/lib/progress/describe-query";
import type { PlayedSystem } from "@/lib/progress/systems";
import { type CompareQuery, DEFAULT_COMPARE_QUERY } from "./compare-query";
import { whoFilters } from "./who";

/**
 * The active filters of a compare query, each with the query that removes it.
 *
 * @param names of the players, in their order
 */
export function activeCompareFilters(
  query: CompareQuery,
  systems: readonly PlayedSystem[],
  names: readonly string[],
): ActiveFilter<CompareQuery>[] {
  return filtersInForce(query, DEFAULT_COMPARE_QUERY, {
    who: whoFilters(names).find(({ value }) => value === query.who)?.label ?? "",
    system: systemInWords(query.system, systems),
    q: `“${query.q}”`,
  });
}
