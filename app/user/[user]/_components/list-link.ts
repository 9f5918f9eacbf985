import { type ListQuery, listQueryToSearch } from "@/lib/progress/list-query";

/** The anchor of the list, in every link that chooses games: the list is in view then. */
export const LIST_ANCHOR = "#games";

/**
 * The address of a list.
 *
 * @param path of the player's page
 */
export function listLink(path: string, query: ListQuery): string {
  return path + listQueryToSearch(query) + LIST_ANCHOR;
}
