import type { Profile } from "@/lib/domain/player";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { createRetroAchievements } from "@/lib/retroachievements";
import type { HiddenPlayers } from "./hidden-players";
import type { RemovedPlayers } from "./removed-players";

type RetroAchievements = ReturnType<typeof createRetroAchievements>;

/** Keeps players from being shown who were removed from this site, or whom its owner hides. */
export interface Refusal {
  /**
   * Before anything is asked for.
   *
   * @param user a valid name or ULID in any case
   * @throws PlayerNotFound
   */
  refuseUser(user: string): Promise<void>;
  /**
   * When it is known who it is, which may be more than was asked for: they can have a new name.
   *
   * @param user what was asked for
   * @throws PlayerNotFound
   */
  refuseProfile(profile: Profile, user: string): Promise<void>;
}

/** Makes one of what is known of both kinds. */
export function createRefusal(removed: RemovedPlayers, hidden: HiddenPlayers): Refusal {
  return {
    async refuseUser(user) {
      await hidden.learn();
      // Whoever is not known to be removed is looked for with what is stored of them.
      if (removed.has(user)) await removed.refresh([user]);
      if (removed.has(user)) throw new PlayerNotFound();
    },
    async refuseProfile({ name, ulid }, user) {
      if (hidden.hasPair({ name, ulid })) throw new PlayerNotFound();
      await removed.refresh([ulid]);
      if (!removed.has(ulid)) return;
      for (const known of new Set([name, user])) {
        if (!isUlid(known) && !removed.has(known)) await removed.addName(known, ulid);
      }
      throw new PlayerNotFound();
    },
  };
}

/** RA without the players who are refused: it does not know them, and nothing of their games is handed on. */
export function withoutRefused(
  upstream: RetroAchievements,
  { refuseProfile }: Refusal,
): RetroAchievements {
  return {
    ...upstream,
    async fetchPlayer(user, options) {
      const fetched = await upstream.fetchPlayer(user, options);
      await refuseProfile(fetched.player.profile, user);
      return fetched;
    },
    async hasNews(known) {
      await refuseProfile(known.profile, known.profile.ulid);
      return upstream.hasNews(known);
    },
  };
}
