import type { FolderStore } from "./folder-store";
import type { Store } from "./store";

/**
 * A store in memory, but for keys that begin with one of some prefixes: these are kept in a folder, or in memory like the others
 * for as long as the folder could not be opened. The other keys have nothing to do with the disk.
 *
 * @throws Error, from a command that keeps another key
 */
export function keepInFolder(
  memory: Store,
  folder: FolderStore,
  keptPrefixes: readonly string[],
): Store {
  const isKept = (key: string) => keptPrefixes.some((prefix) => key.startsWith(prefix));
  const place = async (key: string) => (isKept(key) && (await folder.isThere()) ? folder : memory);
  const toWrite = (key: string, ttlSeconds: number | null) => {
    if (isKept(key) !== (ttlSeconds === null)) {
      throw new Error(
        `What is kept begins with ${keptPrefixes.join(" or ")}, and nothing else does.`,
      );
    }
    return place(key);
  };
  // What expires has nothing to do with the disk: where that fails, nothing stands against a write.
  const isThere = async (key: string | undefined) =>
    key !== undefined &&
    (await (await place(key)).get(key).catch((): string | null => null)) !== null;
  return {
    name: "embedded",
    keeps: () => folder.keeps(),
    time: () => memory.time(),
    async get(key) {
      return (await place(key)).get(key);
    },
    getMany: (keys) => Promise.all(keys.map(async (key) => (await place(key)).get(key))),
    async set(key, value, ttlSeconds, unless) {
      const store = await toWrite(key, ttlSeconds);
      return !(await isThere(unless)) && store.set(key, value, ttlSeconds);
    },
    async compareAndSet(key, expected, value, ttlSeconds, unless) {
      const store = await toWrite(key, ttlSeconds);
      if (!(await isThere(unless))) return store.compareAndSet(key, expected, value, ttlSeconds);
      return { done: false, current: await store.get(key), isRefused: true };
    },
    async keys(prefix, cursor) {
      return (await place(prefix)).keys(prefix, cursor);
    },
  };
}
