import { isRetired, won } from "@/lib/progress/won";
import { type GameChange, hasStayed } from "./game-change";
import type { GameState } from "./state";

/** An award that says that a set is won whole. */
type WholeAward = "mastered" | "completed";

/** A set that has more or fewer achievements than before. */
export interface Revision {
  from: number;
  to: number;
  /** The award that was whole before and is so no longer; null if there was none, or it still is. */
  broken: WholeAward | null;
  /** The fraction of the set that is won now, at most 1. */
  won: number;
}

/** How a set was revised, or null. One that was retired or came back is none: see `retirement`. */
export function revision(change: GameChange): Revision | null {
  if (!hasStayed(change)) return null;
  const { before, after } = change;
  if (isRetired(before) || isRetired(after) || before.maxPossible === after.maxPossible)
    return null;
  const award = wholeAward(after);
  return {
    from: before.maxPossible,
    to: after.maxPossible,
    broken: award !== null && wholeAward(before) !== null && isWhole(before, after) ? award : null,
    won: Math.min(1, won(after)),
  };
}

/** The award of a set that was revised since and has just been won whole again, or null. */
export function wholeAgain(change: GameChange): WholeAward | null {
  if (!hasStayed(change)) return null;
  const { before, after } = change;
  const award = wholeAward(after);
  if (award === null || award !== wholeAward(before)) return null;
  // A revision that takes away all that was missing is told as that.
  if (after.numAwarded <= before.numAwarded) return null;
  return !isRetired(before) && !isRetired(after) && isWhole(after, before) ? award : null;
}

/** Whether the one is all won, and the other is not. */
function isWhole(one: GameState, other: GameState): boolean {
  return won(one) >= 1 && won(other) < 1;
}

function wholeAward({ highestAwardKind }: GameState): WholeAward | null {
  return highestAwardKind === "mastered" || highestAwardKind === "completed"
    ? highestAwardKind
    : null;
}
