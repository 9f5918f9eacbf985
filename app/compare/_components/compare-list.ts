import { type ListCodec, listCodec } from "@/app/_components/list/list-codec";
import { type CompareQuery, comparePageQueryOf } from "@/lib/compare/compare-query";
import { MOST_PLAYERS } from "@/lib/compare/who";

const LISTS = Array.from({ length: MOST_PLAYERS + 1 }, (_, players): ListCodec<CompareQuery> => {
  const codec = listCodec(comparePageQueryOf(players));
  return { ...codec, all: { ...codec.all, who: "all" } };
});

/**
 * Reads and writes the list's query in the URL of a page that compares this many players.
 *
 * @throws RangeError for more players than can be compared
 */
export function compareList(players: number): ListCodec<CompareQuery> {
  const list = LISTS[players];
  if (!list) throw new RangeError("There are no lists for this number of players.");
  return list;
}
