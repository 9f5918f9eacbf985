import type { AwardKind } from "@/lib/domain/player";
import { awardLost } from "./award-won";
import { type GameChange, hasStayed } from "./game-change";

/** Progress in a game that is there no longer: who plays can reset it. */
export interface Reset {
  /** Achievements, in any mode, that were won and are not any more. */
  lost: number;
  /** Of those in hardcore mode. */
  lostHardcore: number;
  award: AwardKind | null;
}

/**
 * What a game lost, or null: counts that fell although the set is as large as before, or an award. A game
 * that left the list is none of these: `eventsOf` has an event for it.
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
