import type { Game } from "@/lib/domain/player";
import { isRetired } from "./won";

const BUCKETS = 10;

/**
 * How many games stand at 0–9 %, 10–19 % … 90–100 % won, in ten counts. A set that is all won, and
 * with it a retired one, is in the last.
 */
export function distribution(games: Game[]): number[] {
  const counts = Array.from({ length: BUCKETS }, () => 0);
  for (const game of games) {
    // Multiplied before it is divided: 0.3 × 10 of a rounded fraction can fall short of 3.
    const bucket = isRetired(game)
      ? BUCKETS
      : Math.floor((game.numAwarded * BUCKETS) / game.maxPossible);
    const at = Math.min(bucket, BUCKETS - 1);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
