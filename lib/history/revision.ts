import { isRetired, won } from "@/lib/progress/won";
import { type GameChange, hasStayed } from "./game-change";
import type { GameState } from "./state";

/** An award for all achievements of a set. */
type WholeAward = "mastered" | "completed";

/** A set that has more or fewer achievements than before. */
export interface Revision {
  from: number;
  to: number;
  /** The award that the revision made incomplete, or null. */
  broken: WholeAward | null;
  /** The fraction of the set that is won now, at most 1. */
  won: number;
}

/** How a set was revised, or null. For a set that was retired or came back see `retirement`. */
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

/** The award that was restored by winning what a revision had added, or null. */
export function wholeAgain(change: GameChange): WholeAward | null {
  if (!hasStayed(change)) return null;
  const { before, after } = change;
  const award = wholeAward(after);
  if (award === null || award !== wholeAward(before)) return null;
  // If a revision removed all that was missing, the event is the revision.
  if (after.numAwarded <= before.numAwarded) return null;
  return !isRetired(before) && !isRetired(after) && isWhole(after, before) ? award : null;
}

/** Whether one state is complete and the other is not. */
function isWhole(one: GameState, other: GameState): boolean {
  return won(one) >= 1 && won(other) < 1;
}

function wholeAward({ highestAwardKind }: GameState): WholeAward | null {
  return highestAwardKind === "mastered" || highestAwardKind === "completed"
    ? highestAwardKind
    : null;
}

/**
 * Whether a set was `retired` or came `back`; null for neither. RA's list shows a set that was cut down to
 * five achievements or fewer as it shows a retired one, so this can mean either.
 */
export function retirement(change: GameChange): "retired" | "back" | null {
  if (!hasStayed(change) || isRetired(change.before) === isRetired(change.after)) return null;
  return isRetired(change.after) ? "retired" : "back";
}
