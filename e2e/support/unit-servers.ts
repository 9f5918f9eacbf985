import { afterEach, beforeEach, vi } from "vitest";
import type { Player } from "@/lib/domain/player";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createPlayerCache } from "@/lib/players/player-cache";
import { aClient, standIn } from "./unit-stand-in";
import { aWirePlayer } from "./wire-player";

/** The site that tests ask: its servers share one store. */
export const site: { store: Store } = { store: createEmbeddedStore(Date.now) };

/** Gives each test of a file an empty store, a clock that it sets, and the player MaxMilyin with three games. */
export function shareOneStore(): void {
  beforeEach(() => {
    // The time of day alone: answers of the stand-in take what they take.
    vi.useFakeTimers({ toFake: ["Date"] });
    standIn.setPlayer(aWirePlayer({ name: "MaxMilyin", games: 3 }));
    site.store = createEmbeddedStore(Date.now);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** Moves the clock. */
export const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** The ULID of MaxMilyin. */
export const ulid = () => aWirePlayer({ name: "MaxMilyin" }).profile.ULID;

/** Has RA list this many games of MaxMilyin. */
export const rows = (games: number) => standIn.setPlayer(aWirePlayer({ name: "MaxMilyin", games }));

/** A cache of players of its own, on the store of all. */
export const aCache = (changed: Partial<Parameters<typeof createPlayerCache>[0]> = {}) =>
  createPlayerCache({
    store: site.store,
    upstream: aClient(),
    freshSeconds: 300,
    staleSeconds: 3600,
    callsPerMinute: 10_000,
    ...changed,
  });

/** One server of the site: the store is shared, its memory is its own. */
export function aServer(changed: { callsPerMinute?: number } = {}) {
  const cache = aCache(changed);
  return {
    getFor: cache.get,
    /** Waits until what was loaded is stored too, so that another server can be asked next. */
    async get(user: string) {
      const cached = await cache.get(user);
      await cached.stored;
      return cached;
    },
  };
}

/** A player as RA has them now: a stale one is refreshed first. */
export async function playerNow(
  cache: ReturnType<typeof createPlayerCache>,
  name: string,
): Promise<Player> {
  const { refresh, player, stored } = await cache.get(name);
  await stored;
  await refresh?.();
  return refresh ? (await cache.get(name)).player : player;
}
