import { createArchive } from "@/lib/archive/archive";
import type { Player } from "@/lib/domain/player";
import { createVercelKvStore } from "@/lib/kv/vercel-kv";
import { userProfile } from "@/lib/retroachievements/wire";
import { gamesOf } from "./games-of";
import type { Redis } from "./redis";
import type { WirePlayer } from "./wire-player";

/** Keeps a player in the store as a site would that had looked at these times, in epoch milliseconds. */
export async function storeHistory(
  redis: Redis,
  states: readonly (readonly [at: number, player: WirePlayer])[],
): Promise<void> {
  const archive = createArchive(createVercelKvStore(redis.restUrl, redis.token));
  let before: Player | null = null;
  for (const [at, wire] of states) {
    const player = playerAt(wire, at);
    await archive.keep(player, before);
    before = player;
  }
}

/** A player as RetroAchievements described them at a time, parsed as this site does. */
function playerAt({ profile, results }: WirePlayer, checkedAt: number): Player {
  return { profile: userProfile.parse(profile), games: gamesOf(results), checkedAt };
}
