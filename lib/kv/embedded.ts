import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import { areMet, type Store } from "./store";

/**
 * A store within this process, for a site without another: bounded, an LRU, and empty after a restart.
 *
 * @param now milliseconds since any fixed moment
 */
export function createEmbeddedStore(now: () => number = () => performance.now()): Store {
  const entries = new LRUCache<string, string>({
    perf: { now },
    // The clock is read for every command, not once a millisecond.
    ttlResolution: 0,
    max: LIMITS.embeddedStoreEntries,
    maxSize: LIMITS.embeddedStoreBytes,
    // Values are ASCII, which V8 stores as one byte a character.
    sizeCalculation: (value, key) => value.length + key.length,
    ttlAutopurge: false,
  });
  const read = (key: string) => entries.get(key) ?? null;
  const write = (key: string, value: string, ttlSeconds: number | null) =>
    entries.set(key, value, ttlSeconds === null ? {} : { ttl: ttlSeconds * 1000 });
  return {
    name: "embedded",
    async durability() {
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
    async set(key, value, ttlSeconds) {
      write(key, value, ttlSeconds);
      return true;
    },
    async commit({ guards, set = [], delete: deleted = [] }) {
      const current = guards.map(({ key }) => read(key));
      if (!areMet(guards, current)) return { done: false, current };
      for (const { key, value, ttlSeconds } of set) write(key, value, ttlSeconds);
      for (const key of deleted) entries.delete(key);
      return { done: true, current: [] };
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
