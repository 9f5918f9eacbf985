/** The key-value store that every instance of the site shares: strings that expire. */
export interface Store {
  readonly name: "vercel-kv" | "embedded";
  /** The value, or null if there is none. @throws if the store cannot be reached. */
  get(key: string): Promise<string | null>;
  /** @throws if the store cannot be reached. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
}
