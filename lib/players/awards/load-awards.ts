import "server-only";
import type { Badge } from "@/lib/domain/badge";
import type { Player } from "@/lib/domain/player";
import { loadBeside } from "@/lib/players/beside/load-beside";
import { sharedAwards } from "@/lib/players/load-player";
import { warmUpPlayer } from "@/lib/players/warm-up-player";

/** What is known of a player's badges. */
export interface KnownAwards {
  /** Newest first. */
  badges: readonly Badge[];
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Changes whenever `badges` does, in any process. */
  revision: string;
}

/**
 * A player's badges of events and of the site: the only way from a view to them. Null: they cannot be had now, or not in
 * time; the next view may find them. Never throws.
 */
export async function loadAwards(player: Player): Promise<KnownAwards | null> {
  const found = await loadBeside(player, sharedAwards);
  if (!found) return null;
  const { badges, fetchedAt } = found;
  return { badges, checkedAt: fetchedAt, revision: JSON.stringify(badges) };
}

/** Whether a view will soon show something else: badges could not be had. Never throws. */
export async function areAwardsChanging(player: Player): Promise<boolean> {
  return !warmUpPlayer(player.profile.ulid) && (await loadAwards(player)) === null;
}

/** What differs whenever a player's badges do. Never throws. */
export async function awardsRevision(player: Player): Promise<string> {
  return (await loadAwards(player))?.revision ?? "";
}
