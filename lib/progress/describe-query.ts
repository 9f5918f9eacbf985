import { formatPeriod } from "./format-period";
import { DEFAULT_LIST_QUERY, type ListQuery, SUBSET_CHOICES } from "./list-query";
import { STATUS_FILTERS } from "./status";
import type { PlayedSystem } from "./systems";

/** An active filter of a query. */
export interface ActiveFilter<Query = ListQuery> {
  /** In words: `Mastered`, `Game Boy`. */
  label: string;
  /** The query without the filter, at its first page. */
  without: Query;
}

/**
 * The active filters of a query of any list, each with the query that removes it.
 *
 * @param labels of the filters, by name; sorts and pages are not filters
 */
export function filtersInForce<Query extends { page: number }>(
  query: Query,
  defaults: Query,
  labels: Partial<Record<keyof Query, string>>,
): ActiveFilter<Query>[] {
  return (Object.keys(labels) as (keyof Query)[]).flatMap((name) =>
    query[name] === defaults[name]
      ? []
      : [{ label: labels[name] ?? "", without: { ...query, [name]: defaults[name], page: 1 } }],
  );
}

/**
 * The active filters of a list query, each with the query that removes it. Empty for all games.
 */
export function activeFilters(query: ListQuery, systems: PlayedSystem[]): ActiveFilter[] {
  const status = STATUS_FILTERS.find(({ value }) => value === query.status);
  return filtersInForce(query, DEFAULT_LIST_QUERY, {
    status: status?.label ?? "",
    system: systemInWords(query.system, systems),
    awarded: query.awarded && `Award: ${formatPeriod(query.awarded)}`,
    active: query.active && `Played: ${formatPeriod(query.active)}`,
    subsets: SUBSET_CHOICES.find(({ value }) => value === query.subsets)?.label ?? "",
    q: `“${query.q}”`,
  });
}

/** A system's name, or its number if the player has no games on it. */
export function systemInWords(system: number | null, systems: readonly PlayedSystem[]): string {
  return systems.find(({ id }) => id === system)?.name ?? `System ${system}`;
}

/** The active filters in words: `["Mastered", "Game Boy"]`. Empty for all games. */
export function describeQuery(query: ListQuery, systems: PlayedSystem[]): string[] {
  return activeFilters(query, systems).map(({ label }) => label);
}
