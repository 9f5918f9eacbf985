import type { Game } from "@/lib/domain/player";

/** From where on a set is almost all won: four fifths of it. */
const OF = 5;
const FROM = 4;

/**
 * Whether a set is nearly all won: at least four fifths of its achievements, and not all. A set that
 * was once mastered or completed is not, however it was revised since; nor is a retired one.
 */
export function isAlmostThere({ highestAwardKind, numAwarded, maxPossible }: Game): boolean {
  const isFinished = highestAwardKind === "mastered" || highestAwardKind === "completed";
  // Without a division, which can fall short of a fraction that is met.
  return !isFinished && numAwarded * OF >= maxPossible * FROM && numAwarded < maxPossible;
}
