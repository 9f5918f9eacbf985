import { createSingleFlight } from "@/lib/async/single-flight";
import type { Entry, Fetched } from "./entry";
import type { StoreRecord, TieredCache } from "./tiered-cache";

/** How what callers ask for leads to an entry: a key need not be the entry's id. */
export interface Lookup<T> {
  /** What can be answered from memory. @throws UpstreamError where it is known that there is nothing */
  find(key: string): Entry<T> | null;
  /** The id that a key means, as far as this process knows. */
  identify(key: string): string | null;
  /** Takes into memory what the store has of a key. Never throws. */
  readFromStore(key: string): Promise<void>;
  /** Remembers what a key means by now. @returns what other servers have to know of it */
  learn(key: string, fetched: Fetched<T>): StoreRecord[];
  /** Remembers that the upstream has nothing under a key. Never throws. */
  cacheNotFound(key: string): Promise<void>;
}

/** The lookup of a source whose keys are the ids. */
export function lookupById<T>(values: TieredCache<T>): Lookup<T> {
  const reads = createReads();
  return {
    find(id) {
      const entry = values.peek(id);
      return entry && values.freshness.isUsable(entry) ? entry : null;
    },
    identify: (id) => id,
    readFromStore: (id) => reads.run(id, () => values.readFromStore(id)),
    learn: () => [],
    cacheNotFound: async () => undefined,
  };
}

/** Has concurrent reads of a key share one. There are no more of them than requests under way. */
export const createReads = () => createSingleFlight<void>(Number.POSITIVE_INFINITY);
