import type { Store } from "@/lib/kv/store";
import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { createPlayerCache } from "./player-cache";

const SECONDS = 60;

/**
 * Takes a player through caches of their own, from the upstream to the store and back, so that this code is loaded and
 * compiled before the first request: otherwise a crowd would stall a server that has just started.
 *
 * @param store an empty one
 * @param upstream one that costs nothing
 * @param user one that this upstream has
 * @throws UpstreamError
 */
export async function loadThroughCaches(
  store: Store,
  upstream: RetroAchievements,
  user: string,
): Promise<void> {
  const makeCache = () =>
    createPlayerCache({
      store,
      upstream,
      freshSeconds: SECONDS,
      staleSeconds: SECONDS,
      callsPerMinute: 1000,
    });
  const { stored } = await makeCache().get(user);
  await stored;
  // Another one reads what that has stored.
  await makeCache().get(user);
}
