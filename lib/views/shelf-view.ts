import type { Game } from "@/lib/domain/player";
import { perLibrary } from "@/lib/progress/per-library";
import { type Shelf, shelfGames } from "@/lib/progress/shelf";

/** Games in one row on a wide screen. */
const ON_SHELF = 10;
const SHELVES_KEPT = 20;

/** Games on show, with what is shown of them. */
export interface ShelfView {
  /** Why they are shown: the same as on a card. */
  kind: Shelf["kind"];
  games: Pick<Game, "id" | "title" | "iconPath" | "highestAwardKind">[];
}

/** The shelves of each library, by the chosen games. */
const shelvesOf = perLibrary(() => new Map<string, ShelfView>());

/**
 * The shelf of a library.
 *
 * @param chosen ids of games, as `12,34`; empty for the latest masteries
 */
export function shelfView(games: Game[], chosen: string): ShelfView {
  const shelves = shelvesOf(games);
  let shelf = shelves.get(chosen);
  if (!shelf) {
    const ids = chosen === "" ? [] : [...new Set(chosen.split(",").map(Number))];
    const { kind, games: shown } = shelfGames(games, ids, ON_SHELF);
    shelf = {
      kind,
      games: shown.map(({ id, title, iconPath, highestAwardKind }) => ({
        id,
        title,
        iconPath,
        highestAwardKind,
      })),
    };
    // Bounded, since anybody can choose games by URL.
    if (shelves.size < SHELVES_KEPT) shelves.set(chosen, shelf);
  }
  return shelf;
}
