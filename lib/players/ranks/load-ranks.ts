import "server-only";
import type { Player } from "@/lib/domain/player";
import { loadBeside } from "@/lib/players/beside/load-beside";
import { sharedRanks } from "@/lib/players/load-player";
import { warmUpPlayer } from "@/lib/players/warm-up-player";
import { isPlaying } from "@/lib/progress/now-playing";
import type { PlayerRank } from "@/lib/retroachievements/retroachievements";

/** What is known of a player's ranks. */
export interface KnownRanks {
  ranks: PlayerRank;
  /** Changes whenever `ranks` does, in any process. */
  revision: string;
}

/**
 * A player's ranks, a day old at most: the only way from a view to them. Null: they cannot be had now, or not in time; the
 * next view may find them. Never throws.
 */
export async function loadRanks(player: Player): Promise<KnownRanks | null> {
  const found = await loadBeside(player, sharedRanks);
  if (!found) return null;
  const { hardcore, casual, playing } = found;
  const ranks = { hardcore, casual, playing };
  return { ranks, revision: JSON.stringify(ranks) };
}

/** Whether a view will soon show something else: ranks are late, or the player is playing now. Never throws. */
export async function areRanksChanging(player: Player): Promise<boolean> {
  if (warmUpPlayer(player.profile.ulid)) return false;
  const known = await loadRanks(player);
  return known === null || isPlaying(known.ranks.playing, Date.now());
}

/** What differs whenever ranks do, or whether the player is playing now. Never throws. */
export async function ranksRevision(player: Player): Promise<string> {
  const known = await loadRanks(player);
  if (!known) return "";
  return `${known.revision}${isPlaying(known.ranks.playing, Date.now())}`;
}
