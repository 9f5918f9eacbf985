import type { Game } from "@/lib/domain/player";
import { isSubset } from "./title";
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

/** A set of fewer achievements is no part of the average. */
const LEAST_ACHIEVEMENTS = 6;

/**
 * The fraction of a set that is won on average, cut to a thousandth; a set counts at most as all won, and subsets,
 * retired sets and sets of fewer than six achievements not at all (RA's average completion). 0 without such a game.
 */
export function averageWon(games: Game[]): number {
  let sum = 0;
  let sets = 0;
  for (const game of games) {
    if (game.maxPossible < LEAST_ACHIEVEMENTS || isSubset(game.title)) continue;
    sum += Math.min(1, won(game));
    sets++;
  }
  return Math.floor((sum / Math.max(1, sets)) * 1000) / 1000;
}
