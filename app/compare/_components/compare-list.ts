import { type ListCodec, listCodec } from "@/app/_components/list/list-codec";
import { type CompareQuery, compareQueryOf } from "@/lib/compare/compare-query";
import { MOST_PLAYERS } from "@/lib/compare/who";

const LISTS = Array.from({ length: MOST_PLAYERS + 1 }, (_, players) =>
  listCodec(compareQueryOf(players)),
);

/** The list's query in the URL of a page that compares this many players. */
export function compareList(players: number): ListCodec<CompareQuery> {
  const list = LISTS[players];
  if (!list) throw new RangeError("There are no lists for this number of players.");
  return list;
}
