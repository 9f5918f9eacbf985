import type { Player, Profile } from "@/lib/domain/player";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { createRetroAchievements } from "@/lib/retroachievements";
import type { HiddenPlayers } from "./hidden-players";
import type { PlayerCache } from "./player-cache";
import type { RemovedPlayers } from "./removed-players";

type RetroAchievements = ReturnType<typeof createRetroAchievements>;

/** Makes players who were removed from this site or hidden by its owner not found. */
export function createRefusal(removed: RemovedPlayers, hidden: HiddenPlayers) {
  /** Before anything is loaded. @throws PlayerNotFound */
  async function refuseUser(user: string): Promise<void> {
    await hidden.learn();
    // For other users the tombstone is read together with the stored player.
    if (removed.has(user)) await removed.refresh([user]);
    if (removed.has(user)) throw new PlayerNotFound();
  }

  /**
   * When the player is known: they can have another name than before.
   *
   * @param user as requested
   * @throws PlayerNotFound
   */
  async function refuseProfile({ name, ulid }: Profile, user: string): Promise<void> {
    if (hidden.hasPair({ name, ulid })) throw new PlayerNotFound();
    await removed.refresh([ulid]);
    if (!removed.has(ulid)) return;
    for (const known of new Set([name, user])) {
      if (!isUlid(known) && !removed.has(known)) await removed.addName(known, ulid);
    }
    throw new PlayerNotFound();
  }

  return {
    /** RA without them: nothing of their games passes. */
    upstream: (upstream: RetroAchievements): RetroAchievements => ({
      ...upstream,
      async fetchPlayer(user, options) {
        // A refresh reads the store before it fetches, and may have read the tombstone.
        const known = options?.known?.player.profile.ulid ?? user;
        if (removed.has(known)) await removed.refresh([known]);
        if (removed.has(user) || removed.has(known)) throw new PlayerNotFound();
        const fetched = await upstream.fetchPlayer(user, options);
        await refuseProfile(fetched.player.profile, user);
        return fetched;
      },
      async *fetchUnlocks(user, period) {
        if (removed.has(user)) throw new PlayerNotFound();
        yield* upstream.fetchUnlocks(user, period);
      },
      async *fetchPlayerGames(user, options) {
        if (removed.has(user)) throw new PlayerNotFound();
        yield* upstream.fetchPlayerGames(user, options);
      },
      async *fetchPlayerAchievementSets(user, options) {
        if (removed.has(user)) throw new PlayerNotFound();
        yield* upstream.fetchPlayerAchievementSets(user, options);
      },
      async fetchPlayerRank(user) {
        if (removed.has(user)) throw new PlayerNotFound();
        return upstream.fetchPlayerRank(user);
      },
      async fetchRank(user) {
        if (removed.has(user)) throw new PlayerNotFound();
        return upstream.fetchRank(user);
      },
      async fetchUserProgress(user, ...more) {
        if (removed.has(user)) throw new PlayerNotFound();
        return upstream.fetchUserProgress(user, ...more);
      },
      async fetchGameOfPlayer(user, gameId) {
        if (removed.has(user)) throw new PlayerNotFound();
        return upstream.fetchGameOfPlayer(user, gameId);
      },
      async fetchAwards(user) {
        if (removed.has(user)) throw new PlayerNotFound();
        return upstream.fetchAwards(user);
      },
      async hasNews(known) {
        const { profile } = known.player;
        await refuseProfile(profile, profile.ulid);
        return upstream.hasNews(known);
      },
    }),
    /** The cache without them, even if they are in its memory. */
    cache(cache: PlayerCache): PlayerCache {
      async function shown<Found extends { player: Player }>(
        user: string,
        find: () => Promise<Found>,
      ): Promise<Found> {
        try {
          await refuseUser(user);
          // At the same time as the cache reads the store, not after it.
          const known = cache.identify(user);
          if (known !== null) void removed.refresh([known]);
          const found = await find();
          await refuseProfile(found.player.profile, user);
          return found;
        } catch (error) {
          // If the removal is lifted, the player must be loaded again.
          const ulid = cache.identify(user);
          if (ulid !== null && removed.has(ulid)) cache.drop(ulid);
          throw error;
        }
      }
      return {
        ...cache,
        get: (user, admit) => shown(user, () => cache.get(user, admit)),
        getSince: (ulid, checkedAt) => shown(ulid, () => cache.getSince(ulid, checkedAt)),
        async check(user, since) {
          await refuseUser(user);
          return cache.check(user, since);
        },
      };
    },
  };
}
