import type { Game } from "@/lib/domain/player";

/** Whether RA has retired the set: nothing can be won any more, but an award can remain. */
export function isRetired(game: Pick<Game, "maxPossible">): boolean {
  return game.maxPossible === 0;
}

/**
 * The fraction of a set that is won in any mode; 1 for a retired set (RA's completion progress page).
 * Can exceed 1 after a revision; views cut it to 1.
 */
export function won(game: Pick<Game, "maxPossible" | "numAwarded">): number {
  return isRetired(game) ? 1 : game.numAwarded / game.maxPossible;
}

/** The fraction won in hardcore mode; 0 for a retired set (RA's completion progress page). */
export function hardcoreWon(game: Game): number {
  return isRetired(game) ? 0 : game.numAwardedHardcore / game.maxPossible;
}
