import "server-only";
import { after } from "next/server";
import { inTime } from "@/lib/async/in-time";
import type { Player } from "@/lib/domain/player";
import { outsideRequest } from "@/lib/outside-request";
import { sharedRanks } from "@/lib/players/load-player";
import type { PlayerRank } from "@/lib/retroachievements/retroachievements";

/** A view waits no longer than this for ranks. */
const WAIT_MS = 800;

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
  const ulid = player.profile.ulid.toLowerCase();
  const loading = outsideRequest(() => sharedRanks().get(ulid));
  // Serverless functions may freeze after the response: wait for what is under way.
  after(async () => {
    const loaded = await loading;
    await loaded?.stored;
    if (loaded?.refresh) await outsideRequest(loaded.refresh);
  });
  const found = await inTime(loading, WAIT_MS).catch(() => null);
  if (!found) return null;
  const { hardcore, casual, playing } = found.value;
  const ranks = { hardcore, casual, playing };
  return { ranks, revision: JSON.stringify(ranks) };
}
