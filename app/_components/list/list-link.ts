import type { PagedQuery } from "@/lib/progress/query-parameters";
import type { ListLanguage } from "./list-language";

/** The anchor of the list, in every link that chooses games: the list is in view then. */
export const LIST_ANCHOR = "#games";

/**
 * The address of a list.
 *
 * @param path of the page that the list is on
 */
export function linkToList<Query extends PagedQuery>(
  language: ListLanguage<Query>,
  path: string,
  query: Query,
): string {
  return path + language.toSearch(query) + LIST_ANCHOR;
}
