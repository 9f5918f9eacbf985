import { compareUnlocks, type Unlock } from "./unlock";

/**
 * Unlocks with one row an achievement, oldest first. A hardcore unlock replaces a casual one whatever the order; of two in
 * the same mode the later argument's wins, since points are revised.
 *
 * @param known in any order, as `newer`; both may repeat achievements
 */
export function mergeUnlocks(known: readonly Unlock[], newer: readonly Unlock[]): Unlock[] {
  const byAchievement = new Map<number, Unlock>();
  for (const unlock of [...known, ...newer]) {
    const before = byAchievement.get(unlock.achievementId);
    if (before?.isHardcore && !unlock.isHardcore) continue;
    byAchievement.set(unlock.achievementId, unlock);
  }
  return [...byAchievement.values()].sort(compareUnlocks);
}
