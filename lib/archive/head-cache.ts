import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import type { Head } from "./stored-head";
import { contentOf, type StoredValue } from "./stored-value";

/** A head as the store had it at some time. */
interface CachedHead {
  head: StoredValue<Head>;
  /** Epoch milliseconds. */
  seenAt: number;
}

/** An LRU of the heads in a process's memory, by ULID in lower case. */
export type HeadCache = LRUCache<string, CachedHead>;

/** Makes an empty cache. */
export function createHeadCache(): HeadCache {
  return new LRUCache({
    maxSize: LIMITS.historyGamesInMemory,
    sizeCalculation: ({ head }) => (contentOf(head)?.base.games.length ?? 0) + 1,
  });
}
