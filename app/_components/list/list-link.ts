import type { PagedQuery } from "@/lib/progress/query-parameters";
import type { ListCodec } from "./list-codec";

/** The anchor of the list, in every link that chooses games: the list is in view then. */
export const LIST_ANCHOR = "#games";

/**
 * The address of a list.
 *
 * @param path of the page that the list is on
 */
export function linkToList<Query extends PagedQuery>(
  codec: ListCodec<Query>,
  path: string,
  query: Query,
): string {
  return path + codec.toSearch(query) + LIST_ANCHOR;
}
