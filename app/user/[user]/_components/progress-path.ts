import { LIST_ANCHOR } from "@/app/_components/list/list-link";

/**
 * The address of a player's Completion Progress page.
 *
 * @param path of the player's overview
 */
export function progressPath(path: string): string {
  return `${path}/progress`;
}

/**
 * The address of the page of one of the player's games.
 *
 * @param path of the player's overview
 */
export function gamePath(path: string, gameId: number): string {
  return `${path}/game/${gameId}`;
}

/**
 * The address of a filtered list on that page. For code of the browser: it needs no list query.
 *
 * @param path of the player's overview
 * @param filter such as `awarded=2026-11`
 */
export function gamesLink(path: string, filter: string): string {
  return `${progressPath(path)}?${filter}${LIST_ANCHOR}`;
}
