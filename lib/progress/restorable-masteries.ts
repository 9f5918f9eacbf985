import type { Game } from "@/lib/domain/player";
import { won } from "./won";

/** Mastered sets that were revised since and are no longer all won, what is least won first. */
export function restorableMasteries(games: Game[]): Game[] {
  return games
    .filter((game) => game.highestAwardKind === "mastered" && won(game) < 1)
    .sort((a, b) => won(a) - won(b));
}
