import type { AwardKind, Game } from "@/lib/domain/player";
import { listGames } from "./list-games";
import { DEFAULT_LIST_QUERY } from "./list-query";

/** The games of a shelf, and why they are chosen. */
export interface Shelf {
  games: Game[];
  kind: "chosen" | "mastered" | "awarded" | "played";
}

/** The preferred kind first. */
const RANKS: AwardKind[] = ["completed", "beaten-hardcore", "beaten-softcore"];

/**
 * The games of a shelf: the chosen ones in that order; else the latest masteries; without a mastery the best awards, or
 * the games played last. RA's Events are left out unless chosen.
 *
 * @param chosen ids of games; games that the player does not have are ignored
 */
export function shelfGames(games: Game[], chosen: readonly number[], most: number): Shelf {
  if (chosen.length > 0) {
    const byId = new Map(games.map((game) => [game.id, game]));
    const found = chosen.flatMap((id) => byId.get(id) ?? []);
    if (found.length > 0) return { games: found, kind: "chosen" };
  }
  // The newest game first, without events.
  const listed = listGames(games, DEFAULT_LIST_QUERY).found;
  const newest = (kind: AwardKind) =>
    listed
      .filter(({ highestAwardKind }) => highestAwardKind === kind)
      .toSorted((a, b) => (b.highestAwardAt ?? 0) - (a.highestAwardAt ?? 0));
  const mastered = newest("mastered");
  if (mastered.length > 0) return { games: mastered.slice(0, most), kind: "mastered" };
  const awarded = RANKS.flatMap(newest);
  if (awarded.length > 0) return { games: awarded.slice(0, most), kind: "awarded" };
  return { games: listed.slice(0, most), kind: "played" };
}
