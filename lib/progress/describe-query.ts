import { DEFAULT_LIST_QUERY, type ListQuery } from "./list-query";
import { formatPeriod } from "./period";
import { STATUS_FILTERS } from "./status";
import type { PlayedSystem } from "./systems";

/** A filter that a list query has in force. */
export interface ActiveFilter {
  /** In words: `Mastered`, `Game Boy`. */
  label: string;
  /** The query without it, at its first page. */
  without: ListQuery;
}

/**
 * The filters that a list query has in force, each with the way to a list without it. Empty for all
 * games. A system that the player has no game on has no name here, so it is told by its number.
 */
export function activeFilters(query: ListQuery, systems: PlayedSystem[]): ActiveFilter[] {
  const status = STATUS_FILTERS.find(({ value }) => value === query.status);
  const system = systems.find(({ id }) => id === query.system);
  const labels = {
    status: status?.label ?? "",
    system: system?.name ?? `System ${query.system}`,
    awarded: query.awarded && `Award: ${formatPeriod(query.awarded)}`,
    active: query.active && `Played: ${formatPeriod(query.active)}`,
    q: `“${query.q}”`,
  };
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((name) =>
    query[name] === DEFAULT_LIST_QUERY[name]
      ? []
      : [
          {
            label: labels[name],
            without: { ...query, [name]: DEFAULT_LIST_QUERY[name], page: 1 },
          },
        ],
  );
}

/** What a list query keeps, in words, a part a filter: `["Mastered", "Game Boy"]`. Empty for all games. */
export function describeQuery(query: ListQuery, systems: PlayedSystem[]): string[] {
  return activeFilters(query, systems).map(({ label }) => label);
}
