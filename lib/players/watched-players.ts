import { LRUCache } from "lru-cache";
import { guardStore } from "@/lib/cache/guarded-store";
import { CACHE_TIMES } from "@/lib/cache-times";
import { DAY_MS } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { storedFormat } from "@/lib/domain/stored-format";
import { isAhead } from "@/lib/domain/stored-time";
import type { KeysPage, Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";

const PREFIX = "longplay:watched:";
/** So long after the last look at a player they are remembered. */
const REMEMBERED_SECONDS = CACHE_TIMES.watchedPlayer.seconds;
/** Values that are read with one command. */
const VALUES_A_COMMAND = 500;

/** A player who was looked at lately. */
export interface WatchedPlayer {
  /** A ULID, in lower case. */
  user: string;
  /** Epoch milliseconds; of the day's first look, as one process has seen it. */
  lookedAt: number;
  /** When RA was last asked, as far as this tells, in epoch milliseconds. */
  checkedAt: number;
}

/** Who was looked at within 30 days, as all instances and the next start of each know it. */
export interface WatchedPlayers {
  /**
   * Remembers a look at a player.
   *
   * @returns null where this process has told the store today, and it costs nothing; else what writes it behind the
   *   answer, and never throws
   */
  add(player: Player): (() => Promise<void>) | null;
  /** Who is remembered, in no order, at most `LIMITS.watchedPlayers`; null if the store does not answer. */
  list(): Promise<WatchedPlayer[] | null>;
  /** What is remembered of users by now, without those of whom nothing is; null if the store does not answer. */
  read(users: readonly string[]): Promise<Map<string, WatchedPlayer> | null>;
  /** Writes when RA was asked of a player, unless somebody has looked at them meanwhile. */
  move(watched: WatchedPlayer, checkedAt: number): Promise<void>;
  /** Forgets a player until the next look. */
  forget(watched: WatchedPlayer): Promise<void>;
}

/**
 * A key a player: a look is one blind write, whoever makes it and however often, and no instance can lose another's.
 * One value with all of them would be read and written whole for each look, and instances would race for it. The price
 * is that listing goes through all keys of the store; it is done once a day. Keys have no expiry, since a store on a
 * disk keeps only what has none: listing drops those that are too old.
 *
 * @param now epoch milliseconds
 */
export function createWatchedPlayers(
  sharedStore: Store,
  now: () => number = Date.now,
): WatchedPlayers {
  const store = guardStore(sharedStore, now);
  /** The day that the store was last told of, by ULID. */
  const told = new LRUCache<string, number>({ max: LIMITS.usersInMemory });

  const isRemembered = ({ lookedAt }: WatchedPlayer) =>
    now() - lookedAt <= REMEMBERED_SECONDS * 1000;

  async function forget(watched: WatchedPlayer): Promise<void> {
    told.delete(watched.user);
    await store.compareAndSet(PREFIX + watched.user, stored(watched), null, null);
  }

  /** A player without times that a clock that was ahead has written: they would never be due, and never forgotten. */
  async function withRightTimes(watched: WatchedPlayer): Promise<WatchedPlayer> {
    const { user, lookedAt, checkedAt } = watched;
    const isLookAhead = isAhead(lookedAt, now());
    const isCheckAhead = isAhead(checkedAt, now());
    if (!isLookAhead && !isCheckAhead) return watched;
    const mended = {
      user,
      lookedAt: isLookAhead ? now() : lookedAt,
      checkedAt: isCheckAhead ? 0 : checkedAt,
    };
    await store.compareAndSet(PREFIX + user, stored(watched), stored(mended), null);
    return mended;
  }

  async function readAll(users: readonly string[]): Promise<Map<string, WatchedPlayer> | null> {
    const found = new Map<string, WatchedPlayer>();
    for (let at = 0; at < users.length; at += VALUES_A_COMMAND) {
      const some = users.slice(at, at + VALUES_A_COMMAND);
      const values = await store.getMany(some.map((user) => PREFIX + user));
      if (values === undefined) return null;
      for (const [index, user] of some.entries()) {
        const opened = format.open(values[index] ?? "");
        if (opened.state !== "read") continue;
        found.set(user, await withRightTimes({ user, ...opened.value }));
      }
    }
    return found;
  }

  return {
    async read(users) {
      const all = await readAll(users);
      return all && new Map([...all].filter(([, watched]) => isRemembered(watched)));
    },
    add({ profile, checkedAt }) {
      const user = profile.ulid.toLowerCase();
      const lookedAt = now();
      const day = Math.floor(lookedAt / DAY_MS);
      if (told.get(user) === day) return null;
      told.set(user, day);
      return async () => {
        const value = stored({ user, lookedAt, checkedAt });
        if (!(await store.set(PREFIX + user, value, null))) told.delete(user);
      };
    },
    async list() {
      let found: WatchedPlayer[] = [];
      const seen = new Set<string>();
      let cursor: string | null = null;
      let isOver = false;
      for (let pages = 0; pages < LIMITS.watchedKeyPages && !isOver; pages++) {
        let page: KeysPage;
        try {
          page = await sharedStore.keys(PREFIX, cursor);
        } catch {
          return null;
        }
        const users = page.keys.map((key) => key.slice(PREFIX.length));
        const read = await readAll(users);
        if (read === null) return null;
        for (const watched of read.values()) {
          // Redis can name a key twice.
          if (seen.has(watched.user)) continue;
          seen.add(watched.user);
          if (isRemembered(watched)) found.push(watched);
          else await forget(watched);
        }
        if (found.length > 2 * LIMITS.watchedPlayers) found = newest(found);
        ({ cursor } = page);
        isOver = cursor === null;
      }
      if (found.length > LIMITS.watchedPlayers) {
        const message = `More players were looked at than are watched: ${LIMITS.watchedPlayers}.`;
        observe({ type: "warning", message });
      }
      return newest(found);
    },
    async move(watched, checkedAt) {
      if (!isRemembered(watched)) return;
      const next = stored({ ...watched, checkedAt });
      await store.compareAndSet(PREFIX + watched.user, stored(watched), next, null);
    },
    forget,
  };
}

/** Those who were looked at last, as many as are watched. */
const newest = (players: WatchedPlayer[]) =>
  players.toSorted((a, b) => b.lookedAt - a.lookedAt).slice(0, LIMITS.watchedPlayers);

/** Version 1 has no mark. */
const format = storedFormat(
  "lpw",
  {
    1: (body) => {
      const [, lookedAt, checkedAt] = /^(\d+) (\d+)$/.exec(body) ?? [];
      if (!lookedAt || !checkedAt) throw new RangeError("These are not two times.");
      return { lookedAt: Number(lookedAt), checkedAt: Number(checkedAt) };
    },
  },
  1,
);

const stored = ({ lookedAt, checkedAt }: WatchedPlayer) => format.seal(`${lookedAt} ${checkedAt}`);
