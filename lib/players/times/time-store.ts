import type { Store } from "@/lib/kv/store";
import { createStoreGuard } from "@/lib/observe/store-guard";
import type { StoredHead as Stored } from "@/lib/players/filling/change-stored";
import { headKey, partKey } from "./keys";
import { sealedHead, sealedPart } from "./stored-times";
import type { TimesHead, TimesPart } from "./times-head";

/** A head as the store had it. */
export type StoredHead = Stored<TimesHead>;

/** What a commit writes about a player, each in place of what is there; null: deletes it. */
export interface TimeWrites {
  head?: TimesHead;
  part?: TimesPart | null;
}

/** The times of players in a store to which other servers write too. All throw `StoreFailed`. */
export type TimeStore = ReturnType<typeof createTimeStore>;

/** All that is stored of a player's times is written in commits that are guarded by the head. @param now epoch milliseconds */
export function createTimeStore(store: Store, now: () => number) {
  const run = createStoreGuard(now);
  return {
    async readHead(ulid: string): Promise<StoredHead> {
      return openHead(await run("get", () => store.get(headKey(ulid))));
    },

    /** The head, and what was read by any server since. */
    async readAll(ulid: string): Promise<{ stored: StoredHead; part: TimesPart | null }> {
      const keys = [headKey(ulid), partKey(ulid)];
      const [head = null, part] = await run("get", () => store.getMany(keys));
      return { stored: await openHead(head), part: await sealedPart.read(part) };
    },

    /**
     * Writes all of it in one step, in place of a head.
     *
     * @returns the head as it is stored then; null if there was another head, or the player is removed
     */
    async commit(
      ulid: string,
      { text: expected, head: before }: StoredHead,
      { head, part }: TimeWrites,
    ): Promise<StoredHead | null> {
      const text = head ? await sealedHead.seal(head) : expected;
      const set = [
        ...(head && text !== null ? [{ key: headKey(ulid), value: text }] : []),
        ...(part ? [{ key: partKey(ulid), value: await sealedPart.seal(part) }] : []),
      ];
      const { done, current } = await run("compare-and-set", () =>
        store.commit({
          guards: [{ key: headKey(ulid), expected }],
          set: set.map((each) => ({ ...each, ttlSeconds: null })),
          delete: part === null ? [partKey(ulid)] : [],
        }),
      );
      // A command that was sent twice finds its own value.
      const isOwn = text !== expected && current[0] === text;
      return done || isOwn ? { text, head: head ?? before, isForeign: false } : null;
    },

    /** Deletes all that is stored of a player's times. */
    async remove(ulid: string): Promise<void> {
      await run("compare-and-set", () =>
        store.commit({ guards: [], delete: [headKey(ulid), partKey(ulid)] }),
      );
    },
  };
}

async function openHead(text: string | null): Promise<StoredHead> {
  return { text, head: await sealedHead.read(text), isForeign: sealedHead.isForeign(text) };
}
