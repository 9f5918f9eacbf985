import "server-only";
import { after } from "next/server";
import { type CachedPlayer, createPlayerCache, type PlayerCache } from "@/lib/cache/player-cache";
import { env } from "@/lib/env";
import { createStore, type Store } from "@/lib/kv";
import { outsideRequest } from "@/lib/outside-request";
import { InvalidUser } from "@/lib/retroachievements/errors";
import { createRetroAchievements } from "@/lib/retroachievements/retroachievements";
import { isUser } from "./user";

interface Players {
  cache: PlayerCache;
  store: Store;
}

/** The proxy and the pages are bundled apart but run in one process: they share one cache. */
const KEY = Symbol.for("longplay.players");
const shared = globalThis as { [KEY]?: Players };

function players(): Players {
  shared[KEY] ??= create();
  return shared[KEY];
}

function create(): Players {
  const { CACHE_FRESH_SECONDS, CACHE_STALE_SECONDS } = env();
  const store = createStore();
  const cache = createPlayerCache({
    store,
    upstream: createRetroAchievements(),
    freshSeconds: CACHE_FRESH_SECONDS,
    staleSeconds: CACHE_STALE_SECONDS,
    log: (line) => console.warn(line),
  });
  return { cache, store };
}

/** A player as every view is given it. */
export type LoadedPlayer = Omit<CachedPlayer, "refresh">;

/**
 * The only way from what a caller typed to a player. A stale answer comes at once and is refreshed
 * after the response.
 *
 * @param user a user name in any case, or a ULID
 * @param _request what asks, so that one client cannot use up what all share; none for what the site
 *   asks for itself
 * @throws UpstreamError: `InvalidUser` at no cost, `PlayerNotFound`, or why RA gave nothing while
 *   nothing is stored
 */
export async function loadPlayer(
  user: string,
  _request?: Pick<Request, "headers" | "url">,
): Promise<LoadedPlayer> {
  if (!isUser(user)) throw new InvalidUser();
  const { refresh, ...loaded } = await outsideRequest(() => players().cache.get(user));
  if (refresh) after(() => outsideRequest(refresh));
  return loaded;
}

/** The store of this process, for `lib/cache` and to name it. */
export function sharedStore(): Store {
  return players().store;
}
