import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import { contentOf, type Seen } from "./seen";
import type { Head } from "./stored-head";

/** A head as the store had it at some time. */
interface KnownHead {
  head: Seen<Head>;
  /** Epoch milliseconds. */
  seenAt: number;
}

/** The heads that a process has in memory, by ULID in lower case; the one used longest ago goes first. */
export type KnownHeads = LRUCache<string, KnownHead>;

/** Makes an empty one. */
export function createKnownHeads(): KnownHeads {
  return new LRUCache({
    maxSize: LIMITS.historyGamesInMemory,
    sizeCalculation: ({ head }) => (contentOf(head)?.base.games.length ?? 0) + 1,
  });
}
