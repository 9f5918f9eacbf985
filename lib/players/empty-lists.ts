import { LRUCache } from "lru-cache";
import type { Entry, Fetched } from "@/lib/cache/entry";
import type { GuardedStore } from "@/lib/cache/guarded-store";
import type { TieredCache } from "@/lib/cache/tiered-cache";
import { DAY_MS } from "@/lib/domain/days";
import { isAhead } from "@/lib/domain/stored-time";
import { LIMITS } from "@/lib/limits";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";
import type { PlayerNames } from "./player-names";

/** An empty list of a player with stored games is believed if RA still sends it after this time. */
const BELIEVED_AFTER_MS = DAY_MS;

const emptyKey = (ulid: string) => `longplay:empty:${ulid}`;

/** Empty lists of players whose games are stored: a slip of RA would empty the page and the history. */
export type EmptyLists = ReturnType<typeof createEmptyLists>;

/** A day after it was first sent an empty list is believed, since players can reset everything. */
export function createEmptyLists(
  values: TieredCache<FetchedPlayer>,
  { readFromStore }: PlayerNames,
  store: GuardedStore,
  now: () => number,
) {
  const { isUsable, storedSeconds } = values.freshness;
  /** Since when RA sends an empty list, by ULID, in epoch milliseconds. */
  const emptySince = new LRUCache<string, number>({ max: LIMITS.usersInMemory });

  /** When RA last sent these games, in epoch milliseconds; 0 where a clock that was ahead has dated them. */
  const lastListed = ({ fetchedAt }: Entry<FetchedPlayer>) =>
    isAhead(fetchedAt, now()) ? 0 : fetchedAt;

  const isSuspect = (entry: Entry<FetchedPlayer>) => {
    const since = emptySince.get(entry.id) ?? 0;
    return since > lastListed(entry) && now() - since < BELIEVED_AFTER_MS;
  };

  return {
    /** Whether RA sends an empty list in place of an entry's games, and not for long enough to be believed. */
    isSuspect,
    /** The entry that stays where RA sent an empty list; null: what RA sent is believed. */
    async keepInstead({ id, value }: Fetched<FetchedPlayer>): Promise<Entry<FetchedPlayer> | null> {
      if (value.player.games.length > 0) return null;
      await readFromStore(id);
      const entry = values.peek(id);
      if (!entry || entry.value.player.games.length === 0 || !isUsable(entry)) return null;
      const stored = Number((await store.get(emptyKey(id))) ?? 0);
      const times = [emptySince.get(id) ?? 0, stored].filter((at) => at > lastListed(entry));
      const since = Math.min(...times, now());
      emptySince.set(id, since);
      if (stored !== since) await store.set(emptyKey(id), String(since), storedSeconds);
      return isSuspect(entry) ? entry : null;
    },
  };
}
