/** One achievement that a player unlocked. */
export interface Unlock {
  achievementId: number;
  gameId: number;
  points: number;
  /** Points weighted by rarity (RA's `TrueRatio`). */
  retroPoints: number;
  isHardcore: boolean;
  /**
   * When it was unlocked, in epoch seconds: in hardcore mode if it was, else in casual mode. So a casual unlock moves when
   * it becomes a hardcore one.
   */
  at: number;
}

/** What a page shows of an achievement. */
export interface UnlockName {
  achievementId: number;
  title: string;
  /** The image is `/Badge/{badgeName}.png` below the media base. */
  badgeName: string;
}

/** Oldest first; of one second by achievement, so that the order is always the same. */
export function compareUnlocks(a: Unlock, b: Unlock): number {
  return a.at - b.at || a.achievementId - b.achievementId;
}
