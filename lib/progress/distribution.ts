import type { Game } from "@/lib/domain/player";
import { isRetired, won } from "./won";

const TENTHS = 10;

/**
 * How many games stand at 0–9 %, 10–19 % … 90–99 %, 100 % won, in eleven counts. A set that is all
 * won, and with it a retired one, is in the last.
 */
export function distribution(games: Game[]): number[] {
  const counts = Array.from({ length: TENTHS + 1 }, () => 0);
  for (const game of games) {
    // Multiplied before it is divided: 0.3 × 10 of a rounded fraction can fall short of 3.
    const bucket = isRetired(game)
      ? TENTHS
      : Math.floor((game.numAwarded * TENTHS) / game.maxPossible);
    const at = Math.min(bucket, TENTHS);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/**
 * The fraction of a set that is won on average, cut to a thousandth; a set counts at most as all
 * won. 0 without a game.
 */
export function averageWon(games: Game[]): number {
  const sum = games.reduce((sum, game) => sum + Math.min(1, won(game)), 0);
  return Math.floor((sum / Math.max(1, games.length)) * 1000) / 1000;
}
