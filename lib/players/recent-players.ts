import "server-only";
import { LRUCache } from "lru-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import type { Player } from "@/lib/domain/player";
import { LIMITS } from "@/lib/limits";
import { type Counts, libraryCounts } from "@/lib/progress/counts";

/** A player in a list of players. */
export interface PlayerFacts {
  name: string;
  ulid: string;
  avatarPath: string;
  counts: Counts;
  /** Epoch milliseconds. */
  checkedAt: number;
}

/** A player as they stand in a list of players. */
export function factsOf({ profile, games, checkedAt }: Player): PlayerFacts {
  const { name, ulid, avatarPath } = profile;
  return { name, ulid, avatarPath, counts: libraryCounts(games), checkedAt };
}

/**
 * Makes an empty list of the players whose pages this process has shown lately: a few, without their libraries.
 *
 * @param now epoch milliseconds
 */
export function createRecentPlayers(now: () => number = Date.now) {
  const seen = new LRUCache<string, PlayerFacts & { seenAt: number }>({
    max: LIMITS.examplePlayers,
  });
  return {
    /** Remembers a visit to a player's page, unless they have no game to show. */
    add(player: Player): void {
      if (player.games.length === 0) return;
      seen.set(player.profile.ulid.toLowerCase(), { ...factsOf(player), seenAt: now() });
    },
    /** Forgets a user that RA no longer finds, by name or ULID in any case. */
    forget(user: string): void {
      const typed = user.toLowerCase();
      for (const [ulid, { name }] of seen.entries()) {
        if (ulid === typed || name.toLowerCase() === typed) seen.delete(ulid);
      }
    },
    /** The players visited lately, the newest first. */
    list(): PlayerFacts[] {
      return [...seen.values()]
        .filter(({ seenAt }) => now() - seenAt < CACHE_TIMES.recentView.seconds * 1000)
        .map(({ seenAt: _, ...facts }) => facts);
    },
  };
}
