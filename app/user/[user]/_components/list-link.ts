import { linkToList } from "@/app/_components/list/list-link";
import type { ListQuery } from "@/lib/progress/list-query";
import { PROGRESS_LIST } from "./progress-list";
import { progressPath } from "./progress-path";

/**
 * The address of a list of the player's games.
 *
 * @param path of the player's overview
 */
export function listLink(path: string, query: ListQuery): string {
  return linkToList(PROGRESS_LIST, progressPath(path), query);
}
