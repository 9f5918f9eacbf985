import type { AwardKind } from "@/lib/domain/player";
import { awardLost } from "./award-won";
import { type GameChange, hasStayed } from "./game-change";

/** Progress that a player lost by a reset of the game. */
export interface Reset {
  /** Achievements lost, in any mode. */
  lost: number;
  /** Of those in hardcore mode. */
  lostHardcore: number;
  award: AwardKind | null;
}

/**
 * What a game lost, or null: counts that fell although the set has the same size, or an award. A game that left the
 * list is not a reset: `eventsOf` has an event of its own for it.
 */
export function reset(change: GameChange): Reset | null {
  if (!hasStayed(change)) return null;
  const { before, after } = change;
  const isSameSet = before.maxPossible === after.maxPossible;
  const fallen = (one: number, other: number) => (isSameSet ? Math.max(0, one - other) : 0);
  const lost = fallen(before.numAwarded, after.numAwarded);
  const lostHardcore = fallen(before.numAwardedHardcore, after.numAwardedHardcore);
  const award = awardLost(change);
  return lost > 0 || lostHardcore > 0 || award !== null ? { lost, lostHardcore, award } : null;
}
