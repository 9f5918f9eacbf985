import type { ListQuery } from "./list-query";
import { formatPeriod } from "./period";
import { STATUS_FILTERS } from "./status";
import type { PlayedSystem } from "./systems";

/**
 * What a list query keeps, in words, a part a filter: `["Mastered", "Game Boy"]`. Empty for all
 * games. A system that the player has no game on has no name here, so it is left out.
 */
export function describeQuery(query: ListQuery, systems: PlayedSystem[]): string[] {
  const status = STATUS_FILTERS.find(({ value }) => value === query.status);
  const system = systems.find(({ id }) => id === query.system);
  return [
    status && status.value !== "all" ? status.label : "",
    system?.name ?? "",
    query.awarded && `Award: ${formatPeriod(query.awarded)}`,
    query.active && `Played: ${formatPeriod(query.active)}`,
    query.q && `“${query.q}”`,
  ].filter((part) => part !== "");
}
