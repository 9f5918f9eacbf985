import "server-only";
import type { Player } from "@/lib/domain/player";
import {
  type NamedUnlock,
  nameUnlocks,
  newestYears,
  type ShownUnlocks,
  type WantedUnlocks,
} from "@/lib/unlocks/shown-unlocks";
import { loadDays, loadNamedYear } from "./load-days";
import { type KnownUnlocks, loadUnlocks } from "./load-unlocks";
import { streaksNow } from "./streaks-now";

/** What a view shows of a player's unlocks. */
export interface LoadedUnlocks {
  /** Null: nothing of it is known yet, or it cannot be read now. */
  unlocks: ShownUnlocks | null;
  /** Changes whenever `unlocks` does. */
  revision: string;
}

/** Loads what a view shows of a player's unlocks. Never throws. */
export async function loadShownUnlocks(
  player: Player,
  wanted: WantedUnlocks,
): Promise<LoadedUnlocks> {
  const known = await loadUnlocks(player);
  if (!known) return { unlocks: null, revision: "" };
  const { since, revision } = known;
  switch (wanted.kind) {
    case "streaks": {
      const now = streaksNow(known, wanted.zone);
      return { unlocks: { since, streaks: now.streaks }, revision: now.revision };
    }
    case "days": {
      const isMissing = !known.isComplete && (since === null || wanted.year < since);
      const year = isMissing ? null : await loadDays(player, known, wanted.year, wanted.zone);
      return { unlocks: year && { since, year }, revision };
    }
    case "newest": {
      const newest = await loadNewestUnlocks(player, known, wanted.count);
      return { unlocks: newest && { since, newest }, revision };
    }
  }
}

/** The newest unlocks of a player, newest first; null: they cannot be read now. */
async function loadNewestUnlocks(
  player: Player,
  known: KnownUnlocks,
  count: number,
): Promise<NamedUnlock[] | null> {
  const listed = newestYears(known.sums, count).filter((year) => known.years.includes(year));
  const found = await Promise.all(listed.map((year) => loadNamedYear(player, known, year)));
  const newest: NamedUnlock[] = [];
  for (const year of found) {
    if (year === null) return null;
    const wanted = year.unlocks.slice(-(count - newest.length)).reverse();
    newest.push(...nameUnlocks(wanted, year.names));
    if (newest.length >= count) break;
  }
  return newest;
}
