import type { GameTime } from "./game-time";

/** How rare a mastery is: the share of hardcore players who have mastered the game, 0 to 1; null: unknown. */
export function rarityOf({
  timesMastered,
  playersHardcore,
}: Pick<GameTime, "timesMastered" | "playersHardcore">): number | null {
  if (timesMastered === null || !playersHardcore) return null;
  // RA counts the two at different times.
  return Math.min(1, timesMastered / playersHardcore);
}
