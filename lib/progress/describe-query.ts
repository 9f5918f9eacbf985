import { DEFAULT_LIST_QUERY, type ListQuery } from "./list-query";
import { formatPeriod } from "./period";
import { STATUS_FILTERS } from "./status";
import type { PlayedSystem } from "./systems";

/** A filter that a query has in force. */
export interface ActiveFilter<Query = ListQuery> {
  /** In words: `Mastered`, `Game Boy`. */
  label: string;
  /** The query without it, at its first page. */
  without: Query;
}

/**
 * The filters that a query of any list has in force, each with the way to a list without it.
 *
 * @param labels what each filter is called, by its name; orders and pages are none
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
 * The filters that a list query has in force, each with the way to a list without it. Empty for all
 * games.
 */
export function activeFilters(query: ListQuery, systems: PlayedSystem[]): ActiveFilter[] {
  const status = STATUS_FILTERS.find(({ value }) => value === query.status);
  return filtersInForce(query, DEFAULT_LIST_QUERY, {
    status: status?.label ?? "",
    system: systemInWords(query.system, systems),
    awarded: query.awarded && `Award: ${formatPeriod(query.awarded)}`,
    active: query.active && `Played: ${formatPeriod(query.active)}`,
    q: `“${query.q}”`,
  });
}

/** A system's name; one that there is no game on has none here, so it is told by its number. */
export function systemInWords(system: number | null, systems: readonly PlayedSystem[]): string {
  return systems.find(({ id }) => id === system)?.name ?? `System ${system}`;
}

/** What a list query keeps, in words, a part a filter: `["Mastered", "Game Boy"]`. Empty for all games. */
export function describeQuery(query: ListQuery, systems: PlayedSystem[]): string[] {
  return activeFilters(query, systems).map(({ label }) => label);
}
