import "server-only";
import type { Player } from "@/lib/domain/player";
import { newestYears } from "@/lib/unlocks/shown-unlocks";
import type { Unlock } from "@/lib/unlocks/unlock";
import { loadUnlocks, loadUnlockYear } from "./load-unlocks";

/** Unlocks of whole UTC years, newest year first. */
export interface RecentUnlocks {
  unlocks: readonly Unlock[];
  /** Changes whenever they do. */
  revision: string;
}

/**
 * The unlocks of the newest years: as many as have `entries` pairs of a day and a game together. Null: so many are not
 * known yet, there is none, or they cannot be read now. Never throws.
 */
export async function loadRecentUnlocks(
  player: Player,
  entries: number,
): Promise<RecentUnlocks | null> {
  const known = await loadUnlocks(player);
  if (!known) return null;
  const { sums, isComplete } = known;
  const isEnough = sums.reduce((sum, { games }) => sum + games, 0) >= entries;
  if (sums.length === 0 || !(isEnough || isComplete)) return null;
  const years = newestYears(sums, entries, "games").filter((year) => known.years.includes(year));
  const found = await Promise.all(years.map((year) => loadUnlockYear(player, year)));
  if (found.includes(null)) return null;
  return { unlocks: found.flatMap((unlocks) => unlocks ?? []), revision: known.revision };
}
