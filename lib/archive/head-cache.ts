import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import type { StoreCommands } from "./store-commands";
import type { Head } from "./stored-head";
import { contentOf, type StoredValue } from "./stored-value";

/** A head as the store had it at some time. */
interface CachedHead {
  head: StoredValue<Head>;
  /** Epoch milliseconds. */
  seenAt: number;
}

/** What the reader and the writer of a process's histories share. */
export interface HistoryOptions {
  commands: StoreCommands;
  /** By ULID in lower case. */
  heads: LRUCache<string, CachedHead>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Makes an empty LRU of heads. */
export function createHeadCache() {
  return new LRUCache<string, CachedHead>({
    maxSize: LIMITS.historyGamesInMemory,
    sizeCalculation: ({ head }) => (contentOf(head)?.base.games.length ?? 0) + 1,
  });
}
