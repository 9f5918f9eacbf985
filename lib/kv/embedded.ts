import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import type { Store } from "./store";

/**
 * A store within this process, for a site that has no other: bounded, the least recently used goes
 * first. It is empty after a restart.
 *
 * @param now milliseconds since some moment before now
 */
export function createEmbeddedStore(now: () => number = () => performance.now()): Store {
  const entries = new LRUCache<string, string>({
    perf: { now },
    // A time that was asked for is not remembered for the next millisecond.
    ttlResolution: 0,
    max: LIMITS.embeddedStoreEntries,
    maxSize: LIMITS.embeddedStoreBytes,
    // What is stored is ASCII, of which V8 keeps one byte a character.
    sizeCalculation: (value, key) => value.length + key.length,
    ttlAutopurge: false,
  });
  const read = (key: string) => entries.get(key) ?? null;
  const write = (key: string, value: string, ttlSeconds: number | null) =>
    entries.set(key, value, ttlSeconds === null ? {} : { ttl: ttlSeconds * 1000 });
  return {
    name: "embedded",
    async keeps() {
      return { kept: false, why: "memory" };
    },
    async time() {
      return null;
    },
    async get(key) {
      return read(key);
    },
    async getMany(keys) {
      return keys.map(read);
    },
    async set(key, value, ttlSeconds, unless) {
      if (unless !== undefined && read(unless) !== null) return false;
      write(key, value, ttlSeconds);
      return true;
    },
    async compareAndSet(key, expected, value, ttlSeconds, unless) {
      const current = read(key);
      if (unless !== undefined && read(unless) !== null) {
        return { done: false, current, isRefused: true };
      }
      if (current !== expected) return { done: false, current };
      if (value === null) entries.delete(key);
      else write(key, value, ttlSeconds);
      return { done: true, current: value };
    },
    async keys(prefix, cursor) {
      const after = [...entries.keys()]
        .filter((key) => key.startsWith(prefix) && (cursor === null || key > cursor))
        .sort();
      const keys = after.slice(0, LIMITS.storeKeysAPage);
      return { keys, cursor: after.length > keys.length ? (keys.at(-1) ?? null) : null };
    },
  };
}
