import type { Game } from "@/lib/domain/player";

/**
 * Whether a game is mastered, and all of its set as it is now. Of a set that has grown since, RA's rarity and time are those of
 * the set as it is now, so that its mastery has neither.
 */
export function isWholeMastery({
  highestAwardKind,
  maxPossible,
  numAwardedHardcore,
}: Pick<Game, "highestAwardKind" | "maxPossible" | "numAwardedHardcore">): boolean {
  return highestAwardKind === "mastered" && maxPossible > 0 && numAwardedHardcore >= maxPossible;
}
