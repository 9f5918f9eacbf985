import "server-only";
import { LRUCache } from "lru-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import type { Player } from "@/lib/domain/player";
import { LIMITS } from "@/lib/limits";
import { type Counts, libraryCounts } from "@/lib/progress/counts";

/** What is said of a player beside others. */
export interface PlayerFacts {
  name: string;
  ulid: string;
  avatarPath: string;
  counts: Counts;
  /** Epoch milliseconds. */
  checkedAt: number;
}

/** Whose pages were looked at lately in this process: a few, kept apart from their libraries. */
export interface RecentPlayers {
  /** Remembers a look at a player's page. One without a game is nothing to show to others. */
  add(player: Player): void;
  /** Forgets a user whom RA no longer knows, by name or ULID in any case. */
  forget(user: string): void;
  /** Who was looked at lately, the newest first. */
  list(): PlayerFacts[];
}

/** What is said of a player beside others. */
export function factsOf({ profile, games, checkedAt }: Player): PlayerFacts {
  const { name, ulid, avatarPath } = profile;
  return { name, ulid, avatarPath, counts: libraryCounts(games), checkedAt };
}

/** @param now epoch milliseconds */
export function createRecentPlayers(now: () => number = Date.now): RecentPlayers {
  const seen = new LRUCache<string, PlayerFacts & { seenAt: number }>({
    max: LIMITS.examplePlayers,
  });
  return {
    add(player) {
      if (player.games.length === 0) return;
      seen.set(player.profile.ulid.toLowerCase(), { ...factsOf(player), seenAt: now() });
    },
    forget(user) {
      const typed = user.toLowerCase();
      for (const [ulid, { name }] of seen.entries()) {
        if (ulid === typed || name.toLowerCase() === typed) seen.delete(ulid);
      }
    },
    list() {
      return [...seen.values()]
        .filter(({ seenAt }) => now() - seenAt < CACHE_TIMES.recentView.seconds * 1000)
        .map(({ seenAt: _, ...facts }) => facts);
    },
  };
}
