import type { ListLanguage } from "@/app/_components/list/list-language";
import {
  COMPARE_PARAMETERS,
  type CompareQuery,
  compareQueryToSearch,
  DEFAULT_COMPARE_QUERY,
  parseCompareQuery,
} from "@/lib/compare/compare-query";
import { MOST_PLAYERS } from "@/lib/compare/who";

const LISTS = Array.from(
  { length: MOST_PLAYERS + 1 },
  (_, players): ListLanguage<CompareQuery> => ({
    parameters: COMPARE_PARAMETERS,
    all: DEFAULT_COMPARE_QUERY,
    parse: (parameters) => parseCompareQuery(parameters, players),
    toSearch: compareQueryToSearch,
  }),
);

/** How a page of so many players side by side tells which games its list has. */
export function compareList(players: number): ListLanguage<CompareQuery> {
  const list = LISTS[players];
  if (!list) throw new RangeError("There are no lists of so many players.");
  return list;
}
