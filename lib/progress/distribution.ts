import type { Game } from "@/lib/domain/player";
import { isSubset } from "@/lib/domain/subset-title";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";
import { isRetired, won } from "./won";

const TENTHS = 10;

/**
 * Numbers of games at 0–9 %, 10–19 % … 90–99 %, 100 %, in eleven counts. A retired set counts as 100 %.
 */
export function distribution(games: Game[]): number[] {
  const counts = Array.from({ length: TENTHS + 1 }, () => 0);
  for (const game of games) {
    // Multiplies before dividing: 0.3 × 10 of a rounded fraction can be below 3.
    const bucket = isRetired(game)
      ? TENTHS
      : Math.floor((game.numAwarded * TENTHS) / game.maxPossible);
    const at = Math.min(bucket, TENTHS);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Smaller sets are not part of the average. */
const LEAST_ACHIEVEMENTS = 6;

/**
 * Average completion (RA's rule), as a fraction cut to a thousandth. Subsets, retired sets and sets of fewer than six
 * achievements do not count, and a set counts as at most 1. 0 without such a game.
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

/** The fraction of a set that is won on average over a whole library, as `averageWon` gives it, events left out. */
export const libraryAverage = perLibrary((games) => averageWon(withoutEvents(games)));
