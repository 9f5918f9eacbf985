/** The key-value store that every instance of the site shares: strings that expire. */
export interface Store {
  readonly name: "vercel-kv" | "embedded";
  /** The value, or null if there is none. @throws if the store cannot be reached. */
  get(key: string): Promise<string | null>;
  /** The values of several keys, in one command. @throws if the store cannot be reached. */
  getMany(keys: string[]): Promise<(string | null)[]>;
  /** @throws if the store cannot be reached or takes no more. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  /**
   * Writes a value if what is stored is the expected one: all that instances need to agree with each
   * other, be it on who may load a player or on how much was asked of RA.
   *
   * @param expected null: nothing is stored
   * @param value null: the key goes
   * @throws if the store cannot be reached or takes no more
   */
  compareAndSet(
    key: string,
    expected: string | null,
    value: string | null,
    ttlSeconds: number,
  ): Promise<Exchange>;
}

/** How {@link Store.compareAndSet} ended, and what is stored now. */
export interface Exchange {
  done: boolean;
  current: string | null;
}
