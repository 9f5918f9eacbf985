import type { FolderStore } from "./folder-store";
import { areMet, type Guard, type Store } from "./store";

/**
 * A store in memory whose durable keys are in a folder: those with one of some prefixes. As long as the folder could
 * not be opened, they are in memory like the others. Keys that expire never need the disk.
 *
 * @throws Error, from a command that writes a durable key with an expiry, another key without one, or both kinds at once
 */
export function persistInFolder(
  memory: Store,
  folder: FolderStore,
  durablePrefixes: readonly string[],
): Store {
  const isDurable = (key: string) => durablePrefixes.some((prefix) => key.startsWith(prefix));
  const storeOf = async (key: string) =>
    isDurable(key) && (await folder.isThere()) ? folder : memory;
  const checkKind = (key: string, ttlSeconds: number | null) => {
    if (isDurable(key) === (ttlSeconds === null)) return;
    throw new Error(
      `Keys without an expiry begin with ${durablePrefixes.join(" or ")}, and no others do.`,
    );
  };
  const get = async (key: string) => (await storeOf(key)).get(key);
  return {
    name: "embedded",
    durability: () => folder.durability(),
    time: () => memory.time(),
    get,
    getMany: (keys) => Promise.all(keys.map(get)),
    async set(key, value, ttlSeconds) {
      checkKind(key, ttlSeconds);
      return (await storeOf(key)).set(key, value, ttlSeconds);
    },
    async commit({ guards, ...writes }) {
      for (const { key, ttlSeconds } of writes.set ?? []) checkKind(key, ttlSeconds);
      const written = [...(writes.set ?? []).map(({ key }) => key), ...(writes.delete ?? [])];
      const [store = memory, other] = new Set(await Promise.all(written.map(storeOf)));
      if (other) throw new Error("One commit writes durable keys or others, not both.");
      const stores = await Promise.all(guards.map(({ key }) => storeOf(key)));
      const own = guards.filter((_, at) => stores[at] === store);
      const foreign = guards.filter((_, at) => stores[at] !== store);
      // A disk that fails guards no key that expires.
      const read = (some: readonly Guard[]) =>
        Promise.all(some.map(({ key }) => get(key).catch(() => null)));
      const isCommitted =
        areMet(foreign, await read(foreign)) &&
        (await store.commit({ ...writes, guards: own })).done;
      return { done: isCommitted, current: isCommitted ? [] : await read(guards) };
    },
    async keys(prefix, cursor) {
      return (await storeOf(prefix)).keys(prefix, cursor);
    },
  };
}
