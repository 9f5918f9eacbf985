import { DAY_MS } from "@/lib/domain/days";
import type { GameChange } from "./game-change";

/** RA's list can be behind the unlock that it tells of. */
const SLACK_MS = DAY_MS;

/**
 * How a game came into the list: `begun` with its first unlock, or `listed` with an old one, as a set
 * that has grown to the six achievements that RA's list asks for. Null if it was there before, or is not.
 *
 * @param since when the list was seen without it, in epoch milliseconds
 */
export function addedReason(change: GameChange, since: number): "begun" | "listed" | null {
  if (change.before !== null || change.after === null) return null;
  const unlockedAt = change.after.mostRecentAwardedAt;
  return unlockedAt !== null && unlockedAt * 1000 >= since - SLACK_MS ? "begun" : "listed";
}
