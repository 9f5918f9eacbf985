import { isPaused } from "@/lib/domain/stored-time";
import type { Guard, Store } from "@/lib/kv/store";
import { observe } from "@/lib/observe/observe";
import { storeAnswer } from "@/lib/observe/store-answer";

/** A store that failed is not asked for so long: each try costs a time-out. */
const PAUSE_MS = 5000;

/** The store failed a command, which is worth a retry. */
export class StoreFailed extends Error {}

/** The store refuses writes about this player, who was removed from this site. */
export class PlayerRemoved extends Error {}

/** The commands of a store that a history needs; all throw {@link StoreFailed}. */
export interface StoreCommands extends Pick<Store, "get" | "getMany" | "keys"> {
  /**
   * Writes values without an expiry in one step, each in place of the expected one; null: none.
   *
   * @returns whether all were as expected
   * @throws PlayerRemoved
   */
  commit(writes: readonly (Guard & { value: string })[]): Promise<boolean>;
}

/**
 * A store whose commands are observed. After a failure commands throw at once for a while.
 *
 * @param now epoch milliseconds
 */
export function createStoreCommands(store: Store, now: () => number): StoreCommands {
  let pausedUntil = Number.NEGATIVE_INFINITY;

  async function run<Result>(
    command: "get" | "compare-and-set" | "keys",
    start: () => Promise<Result>,
  ): Promise<Result> {
    if (isPaused(pausedUntil, now(), PAUSE_MS)) throw new StoreFailed("It has just failed.");
    const started = performance.now();
    const observeEnd = (ok: boolean, details: { answer?: string } = {}) =>
      observe({
        type: "store",
        command,
        ok,
        milliseconds: performance.now() - started,
        ...details,
      });
    try {
      const result = await start();
      observeEnd(true);
      return result;
    } catch (cause) {
      pausedUntil = now() + PAUSE_MS;
      observeEnd(false, { answer: storeAnswer(cause) });
      throw new StoreFailed("It does not answer.", { cause });
    }
  }

  return {
    get: (key) => run("get", () => store.get(key)),
    getMany: (keys) => run("get", () => store.getMany(keys)),
    keys: (prefix, cursor) => run("keys", () => store.keys(prefix, cursor)),
    async commit(writes) {
      const set = writes.map(({ key, value }) => ({ key, value, ttlSeconds: null }));
      const { done, isRefused } = await run("compare-and-set", () =>
        store.commit({ guards: writes, set }),
      );
      if (isRefused) throw new PlayerRemoved();
      return done;
    },
  };
}
