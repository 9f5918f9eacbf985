import { linkToList } from "@/app/_components/list/list-link";
import type { ListQuery } from "@/lib/progress/list-query";
import { PROFILE_LIST } from "./profile-list";

/**
 * The address of a player's list.
 *
 * @param path of the player's page
 */
export function listLink(path: string, query: ListQuery): string {
  return linkToList(PROFILE_LIST, path, query);
}
