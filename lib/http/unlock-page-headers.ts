import { CACHE_TIMES } from "@/lib/cache-times";
import { freshness } from "@/lib/env";
import { type LoadedPlayer, sharedUnlocks } from "@/lib/players/load-player";
import { oldestOf } from "@/lib/players/load-players";
import { loadUnlocks } from "@/lib/players/unlocks/load-unlocks";
import { pageCacheHeaders } from "./cache-headers";

/**
 * The cache headers of a page that shows the unlocks of some players. While these are being read shared caches keep it
 * briefly, since the page offers what has come since it was made.
 */
export async function unlockPageHeaders(
  loaded: readonly LoadedPlayer[],
): Promise<ReturnType<typeof pageCacheHeaders>> {
  const areLoading = await Promise.all(loaded.map(isLoading));
  const mostSeconds = areLoading.includes(true) ? CACHE_TIMES.unlocksFilling.seconds : undefined;
  return pageCacheHeaders(oldestOf(loaded), freshness(), mostSeconds);
}

async function isLoading({ player }: LoadedPlayer): Promise<boolean> {
  const known = await loadUnlocks(player);
  // A look has put the player into the queue, of this server or of another one.
  return known ? !known.isComplete : sharedUnlocks() !== null;
}
