import type { Guard, Store } from "@/lib/kv/store";
import { createStoreGuard } from "@/lib/observe/store-guard";

/** The store refuses writes about this player, who was removed from this site. */
export class PlayerRemoved extends Error {}

/** The commands of a store that a history needs; all throw `StoreFailed`. */
export type StoreCommands = ReturnType<typeof createStoreCommands>;

/**
 * A store whose commands are observed. After a failure commands throw at once for a while.
 *
 * @param now epoch milliseconds
 */
export function createStoreCommands(store: Store, now: () => number) {
  const run = createStoreGuard(now);
  return {
    get: (key: string) => run("get", () => store.get(key)),
    getMany: (keys: string[]) => run("get", () => store.getMany(keys)),
    keys: (prefix: string, cursor: string | null) => run("keys", () => store.keys(prefix, cursor)),
    /**
     * Writes values without an expiry in one step, each in place of the expected one; null: none.
     *
     * @returns whether all were as expected
     * @throws PlayerRemoved
     */
    async commit(writes: readonly (Guard & { value: string })[]): Promise<boolean> {
      const set = writes.map(({ key, value }) => ({ key, value, ttlSeconds: null }));
      const { done, isRefused } = await run("compare-and-set", () =>
        store.commit({ guards: writes, set }),
      );
      if (isRefused) throw new PlayerRemoved();
      return done;
    },
  };
}
