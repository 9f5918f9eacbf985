import type { Game } from "@/lib/domain/player";

/** A set is almost there from four fifths on. */
const OF = 5;
const FROM = 4;

/**
 * Whether at least four fifths of a set are won, but not all. Never for a set that was mastered or completed before a
 * revision, nor for a retired one.
 */
export function isAlmostThere({ highestAwardKind, numAwarded, maxPossible }: Game): boolean {
  const isFinished = highestAwardKind === "mastered" || highestAwardKind === "completed";
  // Multiplies, since a division can round to just below the fraction.
  return !isFinished && numAwarded * OF >= maxPossible * FROM && numAwarded < maxPossible;
}
