import { CACHE_TIMES } from "@/lib/cache-times";
import { freshness } from "@/lib/env";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { oldestOf } from "@/lib/players/load-players";
import { playerSources, type View } from "@/lib/players/sources";
import { pageCacheHeaders } from "./cache-headers";

/**
 * The cache headers of a page of some players. While something that the page shows of them is being read behind answers,
 * shared caches keep it briefly.
 */
export async function fillingPageHeaders(
  view: View,
  loaded: readonly LoadedPlayer[],
): Promise<ReturnType<typeof pageCacheHeaders>> {
  const sources = playerSources.filter(({ views }) => views.includes(view));
  const areFilling = await Promise.all(
    loaded.flatMap(({ player }) => sources.map(({ isFilling }) => isFilling?.(player) ?? false)),
  );
  const mostSeconds = areFilling.includes(true) ? CACHE_TIMES.unlocksFilling.seconds : undefined;
  return pageCacheHeaders(oldestOf(loaded), freshness(), mostSeconds);
}
