import { CACHE_TIMES } from "@/lib/cache-times";
import { freshness } from "@/lib/env";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { oldestOf } from "@/lib/players/load-players";
import { playerSources, type View } from "@/lib/players/sources";
import { pageCacheHeaders } from "./cache-headers";

/**
 * The cache headers of a page of some players. While it will soon show something else, shared caches keep it briefly.
 */
export async function playerPageHeaders(
  view: View,
  loaded: readonly LoadedPlayer[],
): Promise<ReturnType<typeof pageCacheHeaders>> {
  const sources = playerSources.filter(({ views }) => views.includes(view));
  const areChanging = await Promise.all(
    loaded.flatMap(({ player }) => sources.map(({ isChanging }) => isChanging(player))),
  );
  const mostSeconds = areChanging.includes(true) ? CACHE_TIMES.unlocksFilling.seconds : undefined;
  return pageCacheHeaders(oldestOf(loaded), freshness(), mostSeconds);
}
