import { isRetired } from "@/lib/progress/won";
import { addedReason } from "./added-reason";
import { type GameChange, hasStayed } from "./game-change";

/** Achievements won in a game. */
export interface AchievementsWon {
  hardcore: number;
  /** In casual mode only. */
  casual: number;
}

/**
 * The achievements won in a game, or null for none. It counts only what is certain: RA's list has numbers alone, so a
 * revision that removes as many achievements hides new ones, and a set that returns has old ones.
 *
 * @param since time of the previous snapshot, in epoch milliseconds
 */
export function achievementsWon(change: GameChange, since: number): AchievementsWon | null {
  const { before, after } = change;
  if (after === null || isRetired(after)) return null;
  if (before === null && addedReason(change, since) !== "begun") return null;
  if (hasStayed(change)) {
    if (isRetired(change.before)) return null;
    const { mostRecentAwardedAt } = change.before;
    // A revision can add achievements that were won long ago.
    const isNew = mostRecentAwardedAt === null || mostRecentAwardedAt !== after.mostRecentAwardedAt;
    if (!isNew) return null;
  }
  const hardcore = Math.max(0, after.numAwardedHardcore - (before?.numAwardedHardcore ?? 0));
  const all = Math.max(0, after.numAwarded - (before?.numAwarded ?? 0));
  // A casual achievement won again in hardcore counts once, as hardcore.
  const won = { hardcore, casual: Math.max(0, all - hardcore) };
  return won.hardcore + won.casual > 0 ? won : null;
}
