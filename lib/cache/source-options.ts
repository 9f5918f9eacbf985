import type { Entry, Fetched } from "./entry";
import type { GuardedStore } from "./guarded-store";
import type { LimitedCalls } from "./limited-calls";
import type { Lookup } from "./lookup";
import type { TieredCache } from "./tiered-cache";

/** What a fetch is given. */
export interface FetchContext<T> {
  /** What is known already, however old. */
  previous: Entry<T> | null;
  cause: "load" | "refresh";
  /** Waits until the rate limiter grants calls to the upstream. @throws UpstreamError */
  acquire(calls: number): Promise<void>;
}

/** What a source is made of: everything that differs between players, images and what comes next. */
export interface SourceOptions<T> {
  /** A word for the log. */
  name: string;
  values: TieredCache<T>;
  /** For locks between servers. */
  store: GuardedStore;
  calls: LimitedCalls;
  /** Calls to the upstream that each load begins with. */
  firstCalls: number;
  /** How many loads, and how many refreshes, may be under way. */
  maxLoads: number;
  /** The store key of the lock between servers; null: each server loads for itself. */
  lockKey: ((key: string) => string) | null;
  /** Asks the upstream. May throw; an `UpstreamError` of a refresh is remembered with the entry. */
  fetch: (key: string, context: FetchContext<T>) => Promise<Fetched<T>>;
  /** Left out: a key is the entry's id. */
  lookup?: Lookup<T>;
  /** The entry that stays where what was fetched is not believed yet; null, or left out: it is believed. */
  keepInstead?: (fetched: Fetched<T>, key: string) => Promise<Entry<T> | null>;
  /** Called with the new and the previous value. No answer waits for it, and what it throws is ignored. */
  onSnapshot?: ((value: T, previous: T | null) => Promise<void>) | undefined;
  /** The clock of `values`. */
  now: () => number;
}
