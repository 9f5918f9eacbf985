import type { Game } from "@/lib/domain/player";
import { perLibrary } from "@/lib/progress/per-library";
import { type Shelf, shelfGames } from "@/lib/progress/shelf";
import { RAREST } from "@/lib/progress/shelf-query";
import { rarestMasteries, type Times } from "@/lib/times/masteries";

/** Games in one row on a wide screen. */
const ON_SHELF = 10;
const SHELVES_KEPT = 20;

/** Games on show, with what is shown of them. */
export interface ShelfView {
  /** Why they are shown: the same as on a card. */
  kind: Shelf["kind"] | "rarest";
  games: Pick<Game, "id" | "title" | "iconPath" | "highestAwardKind">[];
}

/** The shelves of each library, by the chosen games. */
const shelvesOf = perLibrary(() => new Map<string, ShelfView>());

/**
 * The shelf of a library.
 *
 * @param chosen as a shelf's query has it. The rarest masteries are shown where one is known, else the latest ones.
 * @param times of the player; empty where nothing is known
 */
export function shelfView(games: Game[], chosen: string, times: Times = new Map()): ShelfView {
  if (chosen === RAREST) {
    const rarest = rarestMasteries(games, times).slice(0, ON_SHELF);
    if (rarest.length === 0) return shelfView(games, "");
    return { kind: "rarest", games: rarest.map(({ game }) => shownOf(game)) };
  }
  const shelves = shelvesOf(games);
  let shelf = shelves.get(chosen);
  if (!shelf) {
    const ids = chosen === "" ? [] : [...new Set(chosen.split(",").map(Number))];
    const { kind, games: shown } = shelfGames(games, ids, ON_SHELF);
    shelf = { kind, games: shown.map(shownOf) };
    // Bounded, since anybody can choose games by URL.
    if (shelves.size < SHELVES_KEPT) shelves.set(chosen, shelf);
  }
  return shelf;
}

/** What the address says of the other shelf of masteries: of the rarest ones, or of the latest; null where there is none. */
export function otherShelf({ kind }: ShelfView, games: Game[], times: Times): string | null {
  if (kind === "rarest") return "";
  return kind === "mastered" && rarestMasteries(games, times).length > 0 ? RAREST : null;
}

function shownOf({ id, title, iconPath, highestAwardKind }: Game): ShelfView["games"][number] {
  return { id, title, iconPath, highestAwardKind };
}
