import { LRUCache } from "lru-cache";
import { waitAtMost } from "@/lib/async/sleep";
import { guardStore } from "@/lib/cache/guarded-store";
import { millisecondsSince } from "@/lib/domain/stored-time";
import { isUlid } from "@/lib/domain/user";
import type { Commit, CommitResult, Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import {
  isMark,
  LINK_SECONDS,
  link,
  nameLinkKey,
  subjectOf,
  TOMBSTONE,
  tombstoneKey,
} from "./removal-keys";

/** A request waits no longer than this for a tombstone. */
const WAIT_MS = 250;
const LEAST_NOTICE_SECONDS = 10;
const MOST_NOTICE_SECONDS = 300;

/**
 * Seconds after a removal in which every server has noticed it, while the store answers. It is the fresh time, within
 * bounds: a server that answers fresh players from memory makes no extra reads.
 *
 * @param freshSeconds CACHE_FRESH_SECONDS
 */
export function noticeSeconds(freshSeconds: number): number {
  return Math.min(MOST_NOTICE_SECONDS, Math.max(LEAST_NOTICE_SECONDS, freshSeconds));
}

interface RemovedPlayersOptions {
  store: Store;
  /** Whether a user is one of HIDDEN_PLAYERS: the store is without them too. */
  isHidden?: (user: string) => boolean;
  /** {@link noticeSeconds} */
  noticeSeconds: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The players who were removed from this site, by the tombstones in the shared store. */
export type RemovedPlayers = ReturnType<typeof createRemovedPlayers>;

/**
 * A tombstone is read in the same command as what is stored of its player, and guards the same commit that
 * stores anything of its player. So it costs no command of its own, and a load that is under way when a player is
 * removed writes nothing:
 *
 *     forget  ── tombstone ── lists and deletes all keys
 *     server  ── fetches ────────── answers once ── write: refused ── not found from now on
 *     another ── has the player in memory ──────── (notice time) ── reads the tombstone ── not found
 */
export function createRemovedPlayers(options: RemovedPlayersOptions) {
  const { store, isHidden = () => false, now = Date.now } = options;
  const guarded = guardStore(store, now);
  /** Whether a tombstone or link exists by its key, and when it was read, in epoch milliseconds. */
  const seen = new LRUCache<string, { exists: boolean; at: number }>({
    max: LIMITS.usersInMemory,
  });

  function learn(keys: readonly string[], values: readonly (string | null)[] | undefined): void {
    if (!values) return;
    for (const [at, key] of keys.entries()) {
      seen.set(key, { exists: isMark(values[at]), at: now() });
    }
  }

  const isDue = (key: string) => {
    const known = seen.get(key);
    return !known || millisecondsSince(known.at, now()) >= options.noticeSeconds * 1000;
  };

  const has = (user: string) => isHidden(user) || seen.get(keyOf(user))?.exists === true;

  async function readWithTombstones(keys: string[]): Promise<(string | null)[]> {
    const subjects = keys.map(subjectOf);
    const marks = [...new Set(subjects.filter((user) => user !== null).map(keyOf))];
    if (marks.length === 0) return store.getMany(keys);
    let values: (string | null)[];
    if (store.name === "embedded") {
      // Tombstones are on disk and the cache is in memory: the cache must work without the disk.
      const [found, stored] = await Promise.all([
        store.getMany(marks).catch(() => undefined),
        store.getMany(keys),
      ]);
      learn(marks, found);
      values = stored;
    } else {
      values = await store.getMany([...keys, ...marks]);
      learn(marks, values.slice(keys.length));
    }
    return keys.map((key, at) => {
      const user = subjects[at] ?? null;
      if (user === null || !has(user)) return values[at] ?? null;
      return key.startsWith("longplay:unknown:") ? String(now()) : null;
    });
  }

  /** Reads under way by key: concurrent requests wait for a hanging store together. */
  const reads = new Map<string, Promise<void>>();

  function read(keys: readonly string[]): void {
    const reading = guarded.getMany([...keys]).then((values) => {
      learn(keys, values);
      for (const key of keys) reads.delete(key);
    });
    const inTime = waitAtMost(reading, WAIT_MS);
    for (const key of keys) reads.set(key, inTime);
  }

  /** The tombstones of the players that a commit writes about are guards of it. */
  async function commit(writes: Commit): Promise<CommitResult> {
    const { guards, set = [] } = writes;
    const users = set.map(writtenOf).filter((user) => user !== null);
    if (users.length === 0) return store.commit(writes);
    if (users.some(isHidden))
      return { done: false, current: guards.map(() => null), isRefused: true };
    const marks = [...new Set(users.map(keyOf))];
    const result = await store.commit({
      ...writes,
      guards: [...guards, ...marks.map((key) => ({ key, expected: null }))],
    });
    if (result.done) return result;
    const current = result.current.slice(0, guards.length);
    const found = result.current.slice(guards.length);
    if (found.every((value) => value === null)) return { ...result, current };
    learn(
      marks,
      found.map((value) => (value === null ? null : TOMBSTONE)),
    );
    return { ...result, current, isRefused: true };
  }

  /** The store without removed players: they read as users that RA has just not found, and are not written. */
  const storeWithout: Store = {
    name: store.name,
    durability: () => store.durability(),
    time: () => store.time(),
    keys: (prefix, cursor) => store.keys(prefix, cursor),
    getMany: readWithTombstones,
    async get(key) {
      if (!isAboutPlayer(key)) return store.get(key);
      return (await readWithTombstones([key]))[0] ?? null;
    },
    async set(key, value, ttlSeconds) {
      if (writtenOf({ key, value }) === null) return store.set(key, value, ttlSeconds);
      return (await commit({ guards: [], set: [{ key, value, ttlSeconds }] })).done;
    },
    commit,
  };

  return {
    store: storeWithout,
    /** Whether this process knows that a user, a name or a ULID, is removed. Costs nothing. */
    has,
    /**
     * Reads the tombstones of users for `has`, in one command, or none if they were read within the notice time.
     * Never throws: while the store does not answer, what was known holds.
     */
    async refresh(users: readonly string[]): Promise<void> {
      const due = [...new Set(users.filter((user) => !isHidden(user)).map(keyOf))].filter(isDue);
      const unread = due.filter((key) => !reads.has(key));
      if (unread.length > 0) read(unread);
      await Promise.all(due.map((key) => reads.get(key)));
    },
    /** Remembers for a day that a name is a removed player's. Never throws. */
    async addName(name: string, ulid: string): Promise<void> {
      seen.set(nameLinkKey(name), { exists: true, at: now() });
      await guarded.set(nameLinkKey(name), link(ulid), LINK_SECONDS);
    },
  };
}

/** The key that says whether a user was removed. */
function keyOf(user: string): string {
  return isUlid(user) ? tombstoneKey(user) : nameLinkKey(user);
}

/** Locks pass unchanged: they hold no data and expire within seconds. */
function isAboutPlayer(key: string): boolean {
  return subjectOf(key) !== null && !key.startsWith("longplay:lock:");
}

/** The player that a write is about: for a name, the ULID that it is written for. */
function writtenOf({ key, value }: { key: string; value: string }): string | null {
  if (!isAboutPlayer(key)) return null;
  const [ulid = ""] = value.split(" ");
  return key.startsWith("longplay:name:") && isUlid(ulid) ? ulid : subjectOf(key);
}
