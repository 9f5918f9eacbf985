/**
 * The key-value store that every instance of the site shares: strings that expire, and strings that are kept. A key
 * is of one kind for good: it is always written with an expiry, or always without.
 */
export interface Store {
  readonly name: "vercel-kv" | "embedded";
  /** Whether what is written without an expiry is still there after a restart. It is never thrown for. */
  keeps(): Promise<Keeping>;
  /**
   * The store's clock, in epoch milliseconds: what servers whose own clocks differ agree on. Null for a store within
   * the process, which has the clock of the process.
   *
   * @throws if the store cannot be reached
   */
  time(): Promise<number | null>;
  /**
   * The value, or null if there is none. What the store has there or answers that is no text reads as "", which is
   * no value of anything.
   *
   * @throws if the store cannot be reached
   */
  get(key: string): Promise<string | null>;
  /** The values of several keys, in one command. @throws if the store cannot be reached. */
  getMany(keys: string[]): Promise<(string | null)[]>;
  /**
   * Writes a value. One without an expiry is as safe as the store can make it when the promise resolves.
   *
   * @param ttlSeconds null: it is kept
   * @param unless nothing is written while there is a value under this key; the two are one step
   * @returns whether it was written
   * @throws if the store cannot be reached or takes no more
   */
  set(key: string, value: string, ttlSeconds: number | null, unless?: string): Promise<boolean>;
  /**
   * Writes a value if what is stored is the expected one: all that instances need to agree with each
   * other, be it on who may load a player or on how much was asked of RA. A command whose answer was lost on its
   * way is sent again, and finds its own value: then it is not done, and the value is the current one.
   *
   * @param expected null: nothing is stored
   * @param value null: the key goes
   * @param ttlSeconds null: it is kept, and so is what is to go
   * @param unless nothing is written while there is a value under this key, as for {@link set}: it is refused
   * @throws if the store cannot be reached or takes no more
   */
  compareAndSet(
    key: string,
    expected: string | null,
    value: string | null,
    ttlSeconds: number | null,
    unless?: string,
  ): Promise<Exchange>;
  /**
   * Some of the keys that begin with a prefix, a page at a time. A key that is there from the first page to the
   * last is in one of them. A page may be empty, may hold up to some thousand keys in any order, and may repeat
   * some of others: whoever needs each once drops the rest. With Redis, all pages together look at every key of the
   * store, whatever the prefix.
   *
   * @param prefix of keys of one kind: what is kept and what expires are not listed together
   * @param cursor null for the first page, then that of the page before
   * @throws if the store cannot be reached
   */
  keys(prefix: string, cursor: string | null): Promise<KeysPage>;
}

/**
 * Whether a store keeps what has no expiry, and why not. `memory`: it is within the process and has no folder.
 * `in-use`: another process has its folder. `damaged`: what is in the folder cannot be read. `unusable`: there can
 * be no such folder, or it takes no more.
 */
export type Keeping =
  | { kept: true }
  | { kept: false; why: "memory" | "in-use" | "damaged" | "unusable" };

/** How {@link Store.compareAndSet} ended, and what is stored now. */
export interface Exchange {
  done: boolean;
  current: string | null;
  /** The store's clock when it ran the command, in epoch milliseconds; not set where it has no clock of its own. */
  at?: number;
  /** Set if there is a value under the key of `unless`. */
  isRefused?: true;
}

/** What {@link Store.keys} gives. */
export interface KeysPage {
  keys: string[];
  /** For the next page; null after the last. */
  cursor: string | null;
}
