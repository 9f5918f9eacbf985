import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { Status } from "@/lib/progress/status";
import type { PlayedSystem } from "@/lib/progress/systems";
import type { Formatter } from "./formatter";
import { fill, type Words } from "./words";

/**
 * The filters of a list in a locale's words: `["Gemeistert", "Game Boy"]`. Empty for all games. A system without games of
 * the player is named by its id.
 */
export function filtersInWords(
  query: ListQuery,
  systems: PlayedSystem[],
  format: Formatter,
): string[] {
  const { words, period } = format;
  const { status, system, awarded, active, q } = query;
  const inForce = (name: keyof ListQuery, text: string) =>
    query[name] === DEFAULT_LIST_QUERY[name] ? [] : [text];
  const name = systems.find(({ id }) => id === system)?.name;
  const dated = (what: keyof Words["dated"], dates: string) =>
    words.dated[what] + words.colon + period(dates);
  return [
    ...inForce("status", statusInWords(status, words)),
    ...inForce("system", name ?? fill(words.systemOf, String(system))),
    ...(awarded ? [dated("award", awarded)] : []),
    ...(active ? [dated("active", active)] : []),
    ...inForce("q", `“${q}”`),
  ];
}

/** The label of a status filter; empty for all games. A filter of one award kind has the label of the award. */
export function statusInWords(status: Status, { counts, awards, filters }: Words): string {
  switch (status) {
    case "all":
      return "";
    case "unawarded":
      return counts.unfinished;
    case "eq-beaten-softcore":
      return awards["beaten-softcore"];
    case "eq-beaten-hardcore":
      return counts.beaten;
    case "eq-completed":
      return counts.completed;
    case "eq-mastered":
      return counts.mastered;
    default:
      return filters[status];
  }
}
