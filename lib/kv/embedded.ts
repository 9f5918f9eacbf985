import { LRUCache } from "lru-cache";
import type { Store } from "./store";

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/**
 * A store within this process, for a site that has no other: at most 64 MiB or 10,000 entries, of
 * which the least recently used goes first. It is empty after a restart.
 */
export function createEmbeddedStore(): Store {
  const entries = new LRUCache<string, string>({
    max: MAX_ENTRIES,
    maxSize: MAX_BYTES,
    // What is stored is ASCII, of which V8 keeps one byte a character.
    sizeCalculation: (value, key) => value.length + key.length,
    ttlAutopurge: false,
  });
  return {
    name: "embedded",
    async get(key) {
      return entries.get(key) ?? null;
    },
    async set(key, value, ttlSeconds) {
      entries.set(key, value, { ttl: ttlSeconds * 1000 });
    },
  };
}
