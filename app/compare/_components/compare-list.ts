import type { ListCodec } from "@/app/_components/list/list-codec";
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
  (_, players): ListCodec<CompareQuery> => ({
    parameters: COMPARE_PARAMETERS,
    all: DEFAULT_COMPARE_QUERY,
    parse: (parameters) => parseCompareQuery(parameters, players),
    toSearch: compareQueryToSearch,
  }),
);

/** The list's query in the URL of a page that compares this many players. */
export function compareList(players: number): ListCodec<CompareQuery> {
  const list = LISTS[players];
  if (!list) throw new RangeError("There are no lists of so many players.");
  return list;
}
