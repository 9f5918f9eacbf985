import { DAY_MS } from "@/lib/domain/days";
import type { GameChange } from "./game-change";

/** RA's list can lag behind the unlock that it shows. */
const SLACK_MS = DAY_MS;

/**
 * Why a game was added to the list: `begun` with its first unlock, or `listed` with an old one, such as a set that grew
 * to the six achievements that RA's list requires. Null if the game was not added.
 *
 * @param since time of the last snapshot without the game, in epoch milliseconds
 */
export function addedReason(change: GameChange, since: number): "begun" | "listed" | null {
  if (change.before !== null || change.after === null) return null;
  const unlockedAt = change.after.mostRecentAwardedAt;
  return unlockedAt !== null && unlockedAt * 1000 >= since - SLACK_MS ? "begun" : "listed";
}
