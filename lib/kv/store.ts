/**
 * The key-value store that all instances of the site share: strings that expire, and durable strings. A key is of one
 * kind for good: it is always written with an expiry, or always without.
 */
export interface Store {
  readonly name: "vercel-kv" | "embedded";
  /** Whether values without an expiry survive a restart. Never throws. */
  durability(): Promise<Durability>;
  /**
   * The store's clock, in epoch milliseconds: servers whose own clocks differ agree on it. Null for a store within
   * the process, which has the clock of the process.
   *
   * @throws if the store cannot be reached
   */
  time(): Promise<number | null>;
  /**
   * The value, or null if there is none. A stored value or an answer that is not text reads as "", which no decoder
   * accepts.
   *
   * @throws if the store cannot be reached
   */
  get(key: string): Promise<string | null>;
  /** The values of several keys, in one command. @throws if the store cannot be reached. */
  getMany(keys: string[]): Promise<(string | null)[]>;
  /**
   * Writes a value. One without an expiry is as safe as the store can make it when the promise resolves.
   *
   * @param ttlSeconds null: no expiry
   * @returns whether it was written; false only from a store that refuses writes about removed players
   * @throws if the store cannot be reached or is full
   */
  set(key: string, value: string, ttlSeconds: number | null): Promise<boolean>;
  /**
   * Writes several keys in one atomic step, if all guards hold: instances agree with each other by this alone, be it
   * on who loads a player, on how much was asked of RA, or on a history. A command whose answer was lost is sent again
   * and finds its own values: the result is then not done, with these values as the current ones.
   *
   * @throws if the store cannot be reached or is full; then either all keys were written or none
   */
  commit(commit: Commit): Promise<CommitResult>;
  /**
   * One page of the keys that begin with a prefix. A key that exists from the first page to the last is in one of
   * them. A page may be empty, may hold up to some thousand keys in any order, and may repeat keys of other pages.
   * With Redis, all pages together scan every key of the store, whatever the prefix.
   *
   * @param prefix of keys of one kind: durable keys and keys that expire are not listed together
   * @param cursor null for the first page, then the cursor of the page before
   * @throws if the store cannot be reached
   */
  keys(prefix: string, cursor: string | null): Promise<KeysPage>;
}

/**
 * Whether a store keeps values without an expiry, and why not. `memory`: it is within the process and has no folder.
 * `in-use`: another process has its folder. `damaged`: the folder's files cannot be read. `unusable`: the folder cannot
 * be made or written to.
 */
export type Durability =
  | { kept: true }
  | { kept: false; why: "memory" | "in-use" | "damaged" | "unusable" };

/** What {@link Store.commit} writes, and on which conditions. */
export interface Commit {
  /** Nothing is written unless each of these holds. */
  guards: readonly Guard[];
  set?: readonly Write[];
  delete?: readonly string[];
  /** A request waits for the result, so the store has no longer for it than for a read. */
  isAwaited?: boolean;
}

/** A key that must have its expected value; null: no value. */
export interface Guard {
  key: string;
  expected: string | null;
}

/** A value to write; `ttlSeconds` null: no expiry. */
export interface Write {
  key: string;
  value: string;
  ttlSeconds: number | null;
}

/** How {@link Store.commit} ended. */
export interface CommitResult {
  done: boolean;
  /** If not done, what is stored under the guards' keys, in their order. */
  current: (string | null)[];
  /** The store's clock when it ran the command, in epoch milliseconds; absent if it has no clock of its own. */
  at?: number;
  /** Set by a store that refuses writes about removed players. */
  isRefused?: true;
}

/** A page of {@link Store.keys}; the cursor is null after the last. */
export interface KeysPage {
  keys: string[];
  cursor: string | null;
}

/** How {@link compareAndSet} ended, and the value that is stored now. */
export type Exchange = Omit<CommitResult, "current"> & { current: string | null };

/** Whether guards hold for what is stored under their keys, in their order. */
export function areMet(guards: readonly Guard[], current: readonly (string | null)[]): boolean {
  return guards.every(({ expected }, at) => current[at] === expected);
}

/**
 * Commits one key, guarded by its own value.
 *
 * @param expected null: no value is stored
 * @param value null: the key is deleted
 * @param ttlSeconds null: a durable key, for whose write no request waits
 * @throws as {@link Store.commit}
 */
export async function compareAndSet(
  store: Pick<Store, "commit">,
  key: string,
  expected: string | null,
  value: string | null,
  ttlSeconds: number | null,
): Promise<Exchange> {
  const result = await store.commit({
    guards: [{ key, expected }],
    ...(value === null ? { delete: [key] } : { set: [{ key, value, ttlSeconds }] }),
    isAwaited: ttlSeconds !== null,
  });
  return { ...result, current: result.done ? value : (result.current[0] ?? null) };
}

/** All keys that begin with a prefix, page by page. @throws as {@link Store.keys} */
export async function* keyPages(
  store: Pick<Store, "keys">,
  prefix: string,
): AsyncGenerator<string[]> {
  let cursor: string | null = null;
  do {
    const page: KeysPage = await store.keys(prefix, cursor);
    yield page.keys;
    cursor = page.cursor;
  } while (cursor !== null);
}
