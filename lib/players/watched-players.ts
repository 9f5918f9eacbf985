import { LRUCache } from "lru-cache";
import { guardStore } from "@/lib/cache/guarded-store";
import { CACHE_TIMES } from "@/lib/cache-times";
import { DAY_MS } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { storedFormat } from "@/lib/domain/stored-format";
import { isAhead } from "@/lib/domain/stored-time";
import { keyPages, type Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";

const PREFIX = "longplay:watched:";
/** So long after the last look at a player they are checked … */
const WATCHED_MS = CACHE_TIMES.watchedPlayer.seconds * 1000;
/** … and that somebody has looked is remembered, since other things are kept until then. */
const REMEMBERED_MS = CACHE_TIMES.unlooked.seconds * 1000;
/** Values that are read with one command. */
const VALUES_A_COMMAND = 500;

/** A player who was visited lately. */
export interface WatchedPlayer {
  /** A ULID, in lower case. */
  user: string;
  /** When they were visited first on the last day with visits, by the clock of one process, in epoch milliseconds. */
  visitedAt: number;
  /** When RA was last asked, as far as is known here, in epoch milliseconds. */
  checkedAt: number;
}

/** The players visited within 30 days, for all servers and across restarts. */
export type WatchedPlayers = ReturnType<typeof createWatchedPlayers>;

/**
 * One key per player, so a visit is an unconditional SET and no server can lose another's. The price is that listing
 * scans all keys, once a day. Keys have no expiry, since a store on a disk keeps only those: listing drops those that are
 * 90 days old.
 *
 * @param now epoch milliseconds
 * @param onForget is called before it is forgotten that somebody has looked at a player, by ULID in lower case: what else
 *   is kept until then goes too. Never throws
 */
export function createWatchedPlayers(
  sharedStore: Store,
  now: () => number = Date.now,
  onForget: (user: string) => Promise<unknown> = async () => undefined,
) {
  const store = guardStore(sharedStore, now);
  /** The day of the last visit that was written, by ULID. */
  const written = new LRUCache<string, number>({ max: LIMITS.usersInMemory });

  const wasVisitedWithin = ({ visitedAt }: WatchedPlayer, milliseconds: number) =>
    now() - visitedAt <= milliseconds;
  const isWatched = (watched: WatchedPlayer) => wasVisitedWithin(watched, WATCHED_MS);

  async function forget(watched: WatchedPlayer): Promise<void> {
    written.delete(watched.user);
    await onForget(watched.user);
    await store.compareAndSet(PREFIX + watched.user, stored(watched), null, null);
  }

  /** Repairs times written by a clock that was ahead: such a player would never be due, and never forgotten. */
  async function withRightTimes(watched: WatchedPlayer): Promise<WatchedPlayer> {
    const { user, visitedAt, checkedAt } = watched;
    const isVisitAhead = isAhead(visitedAt, now());
    const isCheckAhead = isAhead(checkedAt, now());
    if (!isVisitAhead && !isCheckAhead) return watched;
    const repaired = {
      user,
      visitedAt: isVisitAhead ? now() : visitedAt,
      checkedAt: isCheckAhead ? 0 : checkedAt,
    };
    await store.compareAndSet(PREFIX + user, stored(watched), stored(repaired), null);
    return repaired;
  }

  async function readAll(users: readonly string[]): Promise<Map<string, WatchedPlayer> | null> {
    const found = new Map<string, WatchedPlayer>();
    for (let at = 0; at < users.length; at += VALUES_A_COMMAND) {
      const some = users.slice(at, at + VALUES_A_COMMAND);
      const values = await store.getMany(some.map((user) => PREFIX + user));
      if (values === undefined) return null;
      for (const [index, user] of some.entries()) {
        const times = format.read(values[index]);
        if (times) found.set(user, await withRightTimes({ user, ...times }));
      }
    }
    return found;
  }

  return {
    /** The users among these who are watched; null if the store does not answer. */
    async read(users: readonly string[]): Promise<Map<string, WatchedPlayer> | null> {
      const all = await readAll(users);
      return all && new Map([...all].filter(([, watched]) => isWatched(watched)));
    },
    /**
     * Remembers a visit to a player.
     *
     * @returns what writes it behind the answer, and never throws; null if this process has written it today
     */
    add({ profile, checkedAt }: Player): (() => Promise<void>) | null {
      const user = profile.ulid.toLowerCase();
      const visitedAt = now();
      const day = Math.floor(visitedAt / DAY_MS);
      if (written.get(user) === day) return null;
      written.set(user, day);
      return async () => {
        const value = stored({ user, visitedAt, checkedAt });
        if (!(await store.set(PREFIX + user, value, null))) written.delete(user);
      };
    },
    /** The last visited players first, at most `LIMITS.watchedPlayers`; null if the store does not answer. */
    async list(): Promise<WatchedPlayer[] | null> {
      let found: WatchedPlayer[] = [];
      const seen = new Set<string>();
      let pages = 0;
      try {
        for await (const keys of keyPages(sharedStore, PREFIX)) {
          const read = await readAll(keys.map((key) => key.slice(PREFIX.length)));
          if (read === null) return null;
          for (const watched of read.values()) {
            // Redis can name a key twice.
            if (seen.has(watched.user)) continue;
            seen.add(watched.user);
            if (isWatched(watched)) found.push(watched);
            else if (!wasVisitedWithin(watched, REMEMBERED_MS)) await forget(watched);
          }
          if (found.length > 2 * LIMITS.watchedPlayers) found = newest(found);
          if (++pages === LIMITS.watchedKeyPages) break;
        }
      } catch {
        return null;
      }
      if (found.length > LIMITS.watchedPlayers) {
        const message = `More players were visited than are checked daily: ${LIMITS.watchedPlayers}.`;
        observe({ type: "warning", message });
      }
      return newest(found);
    },
    /** Writes when RA was asked about a player, unless they were visited meanwhile. */
    async move(watched: WatchedPlayer, checkedAt: number): Promise<void> {
      if (!isWatched(watched)) return;
      const next = stored({ ...watched, checkedAt });
      await store.compareAndSet(PREFIX + watched.user, stored(watched), next, null);
    },
    /** Forgets a player until the next visit. */
    forget,
  };
}

/** The players visited last, as many as are checked daily. */
const newest = (players: WatchedPlayer[]) =>
  players.toSorted((a, b) => b.visitedAt - a.visitedAt).slice(0, LIMITS.watchedPlayers);

/** Version 1 has no mark. */
const format = storedFormat(
  "lpw",
  {
    1: (body) => {
      const [, visitedAt, checkedAt] = /^(\d+) (\d+)$/.exec(body) ?? [];
      if (!visitedAt || !checkedAt) throw new RangeError("These are not two times.");
      return { visitedAt: Number(visitedAt), checkedAt: Number(checkedAt) };
    },
  },
  1,
);

const stored = ({ visitedAt, checkedAt }: WatchedPlayer) =>
  format.seal(`${visitedAt} ${checkedAt}`);
