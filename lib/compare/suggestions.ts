import type { Game } from "@/lib/domain/player";
import { won } from "@/lib/progress/won";
import { isFinished } from "./gap";
import type { ComparedGame } from "./join-libraries";

const MOST = 5;

/** A game that a player has started and another one has mastered. */
export interface GameSuggestion {
  gameId: number;
  title: string;
  /** The fraction of the set that the player has won. */
  won: number;
  /** Achievements that the player still misses. */
  missing: number;
  /** The indices of the players who have mastered it. */
  masteredBy: number[];
}

/**
 * Suggests games to a player: those that another one has mastered and the player has started, but not finished. At most
 * five, the most complete first.
 *
 * @param player by index
 */
export function suggestGames(games: readonly ComparedGame[], player: number): GameSuggestion[] {
  const started: { game: Game; won: number; by: ComparedGame["progress"] }[] = [];
  for (const { progress, playing } of games) {
    const game = playing > 1 ? progress[player] : null;
    if (game && game.numAwarded > 0 && !isFinished(game) && progress.some(isMastered)) {
      started.push({ game, won: won(game), by: progress });
    }
  }
  return started
    .sort((a, b) => b.won - a.won)
    .slice(0, MOST)
    .map(({ game, won, by }) => ({
      gameId: game.id,
      title: game.title,
      won,
      missing: game.maxPossible - game.numAwarded,
      masteredBy: [...by.keys()].filter((at) => isMastered(by[at] ?? null)),
    }));
}

function isMastered(game: Game | null): boolean {
  return game?.highestAwardKind === "mastered";
}
