import { isPaused } from "@/lib/domain/stored-time";
import type { Store } from "@/lib/kv/store";
import { observe } from "@/lib/observe/observe";
import { storeAnswer } from "@/lib/observe/store-answer";

/** While the store does not answer, so long passes before it is asked again: each try costs a time-out. */
const PAUSE_MS = 5000;

/** The store did not do what it was to do: it is worth another try. */
export class StoreFailed extends Error {}

/** The store takes nothing of this player: they were removed from this site. */
export class PlayerRemoved extends Error {}

/** The commands of a store that a history needs; all throw {@link StoreFailed}. */
export interface StoreCommands extends Pick<Store, "get" | "getMany" | "keys"> {
  /**
   * Writes a value, without an expiry, in the place of the expected one.
   *
   * @param expected null: nothing is there
   * @returns what is there now: the value, or what was there in place of the expected one
   * @throws PlayerRemoved
   */
  exchange(key: string, expected: string | null, value: string): Promise<string | null>;
}

/**
 * A store whose commands are told of. One that fails is left alone for a while: commands throw at once.
 *
 * @param now epoch milliseconds
 */
export function createStoreCommands(store: Store, now: () => number): StoreCommands {
  let askAgainAt = Number.NEGATIVE_INFINITY;

  async function run<Result>(
    command: "get" | "compare-and-set" | "keys",
    start: () => Promise<Result>,
  ): Promise<Result> {
    if (isPaused(askAgainAt, now(), PAUSE_MS)) throw new StoreFailed("It has just failed.");
    const started = performance.now();
    const tell = (ok: boolean, said: { answer?: string } = {}) =>
      observe({ type: "store", command, ok, milliseconds: performance.now() - started, ...said });
    try {
      const result = await start();
      tell(true);
      return result;
    } catch (cause) {
      askAgainAt = now() + PAUSE_MS;
      tell(false, { answer: storeAnswer(cause) });
      throw new StoreFailed("It does not answer.", { cause });
    }
  }

  return {
    get: (key) => run("get", () => store.get(key)),
    getMany: (keys) => run("get", () => store.getMany(keys)),
    keys: (prefix, cursor) => run("keys", () => store.keys(prefix, cursor)),
    async exchange(key, expected, value) {
      const { current, isRefused } = await run("compare-and-set", () =>
        store.compareAndSet(key, expected, value, null),
      );
      if (isRefused) throw new PlayerRemoved();
      return current;
    },
  };
}
