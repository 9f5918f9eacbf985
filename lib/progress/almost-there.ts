import type { Game } from "@/lib/domain/player";
import { won } from "./won";

/**
 * The sets that are begun and nearest to all won, at most `limit` of them: what is most won first,
 * then what misses fewer achievements. A set that was once mastered or completed is none of them.
 */
export function almostThere(games: Game[], limit: number): Game[] {
  return games
    .filter((game) => !isFinished(game) && won(game) > 0 && won(game) < 1)
    .sort((a, b) => won(b) - won(a) || missing(a) - missing(b))
    .slice(0, limit);
}

function isFinished({ highestAwardKind }: Game): boolean {
  return highestAwardKind === "mastered" || highestAwardKind === "completed";
}

function missing(game: Game): number {
  return game.maxPossible - game.numAwarded;
}
