import { isRetired } from "@/lib/progress/won";
import { addedReason } from "./added-reason";
import { type GameChange, hasStayed } from "./game-change";

/** How many achievements were won in a game. */
export interface AchievementsWon {
  hardcore: number;
  /** In casual mode only. */
  casual: number;
}

/**
 * The achievements that were won in a game, or null if none was. Only what is sure: RA tells numbers,
 * so a revision that takes as many away hides them, and a set that comes back brings old ones.
 *
 * @param since when the state before was seen, in epoch milliseconds
 */
export function achievementsWon(change: GameChange, since: number): AchievementsWon | null {
  const { before, after } = change;
  if (after === null || isRetired(after)) return null;
  if (before === null && addedReason(change, since) !== "begun") return null;
  if (hasStayed(change)) {
    if (isRetired(change.before)) return null;
    const { mostRecentAwardedAt } = change.before;
    // A revision can hand out achievements that were won long ago.
    const isNew = mostRecentAwardedAt === null || mostRecentAwardedAt !== after.mostRecentAwardedAt;
    if (!isNew) return null;
  }
  const hardcore = Math.max(0, after.numAwardedHardcore - (before?.numAwardedHardcore ?? 0));
  const all = Math.max(0, after.numAwarded - (before?.numAwarded ?? 0));
  // What was casual and is hardcore now is one of the hardcore ones and none of the new ones.
  const won = { hardcore, casual: Math.max(0, all - hardcore) };
  return won.hardcore + won.casual > 0 ? won : null;
}
