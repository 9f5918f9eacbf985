import type { Game } from "@/lib/domain/player";
import { won } from "./won";

/** Mastered sets that a revision made incomplete, the least complete first. */
export function restorableMasteries(games: Game[]): Game[] {
  return games
    .filter((game) => game.highestAwardKind === "mastered" && won(game) < 1)
    .sort((a, b) => won(a) - won(b));
}
