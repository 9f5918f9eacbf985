import type { Store } from "@/lib/kv/store";
import { createStoreGuard } from "@/lib/observe/store-guard";
import type { StoredHead as Stored } from "@/lib/players/filling/change-stored";
import type { Sealed } from "@/lib/players/filling/sealed";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import { allKeys, headKey, namesKey, partKey, partNamesKey, yearKey } from "./keys";
import { type Part, sealedHead, sealedNames, sealedPart, sealedYear } from "./stored-unlocks";
import type { UnlockHead } from "./unlock-head";

/** A head as the store had it. */
export type StoredHead = Stored<UnlockHead>;

/** What a commit writes about a player, each in place of what is there; null: deletes it. */
export interface UnlockWrites {
  head?: UnlockHead;
  /** Names that are null stay as they are stored. */
  years?: ReadonlyMap<number, StoredYear | null>;
  part?: StoredPart | null;
}

/** What is stored of a year. */
export interface StoredYear {
  unlocks: readonly Unlock[];
  /** Null: they are damaged, or were not read. */
  names: readonly UnlockName[] | null;
}

/** What was read of a year. */
export interface StoredPart {
  part: Part;
  names: readonly UnlockName[];
}

/** The unlocks of players in a store to which other servers write too. All throw `StoreFailed`. */
export type UnlockStore = ReturnType<typeof createUnlockStore>;

/**
 * All that is stored of a player's unlocks is written in commits that are guarded by the head, so each is written from
 * what is there. A commit that other servers forestalled is not done; a removed player's never is.
 *
 * @param now epoch milliseconds
 */
export function createUnlockStore(store: Store, now: () => number) {
  const run = createStoreGuard(now);

  async function readMany<Value>(
    sealed: Sealed<readonly Value[]>,
    keys: readonly string[],
  ): Promise<(readonly Value[] | null)[]> {
    if (keys.length === 0) return [];
    const texts = await run("get", () => store.getMany([...keys]));
    return Promise.all(texts.map((text) => sealed.read(text)));
  }

  return {
    async readHead(ulid: string): Promise<StoredHead> {
      return openHead(await run("get", () => store.get(headKey(ulid))));
    },

    /** The head, and what was read of a year by any server. */
    async readAll(ulid: string): Promise<{ stored: StoredHead; part: StoredPart | null }> {
      const keys = [headKey(ulid), partKey(ulid), partNamesKey(ulid)];
      const [head = null, partText, namesText] = await run("get", () => store.getMany(keys));
      const [stored, part, names] = await Promise.all([
        openHead(head),
        sealedPart.read(partText),
        sealedNames.read(namesText),
      ]);
      return { stored, part: part && names ? { part, names } : null };
    },

    /** The unlocks of years, in the order of `years`; null: there are none, or they are damaged. */
    readYears: (ulid: string, years: readonly number[]) =>
      readMany(
        sealedYear,
        years.map((year) => yearKey(ulid, year)),
      ),

    /** Their titles and badges. */
    readNames: (ulid: string, years: readonly number[]) =>
      readMany(
        sealedNames,
        years.map((year) => namesKey(ulid, year)),
      ),

    /**
     * Writes all of it in one step, in place of a head.
     *
     * @returns the head as it is stored then; null if there was another head, or the player is removed
     */
    async commit(
      ulid: string,
      { text: expected, head: before }: StoredHead,
      { head, years = new Map(), part }: UnlockWrites,
    ): Promise<StoredHead | null> {
      const set: Promise<[key: string, value: string]>[] = [];
      const deleted: string[] = [];
      const write = <Value>(key: string, sealed: Sealed<Value>, value: Value) =>
        set.push(sealed.seal(value).then((text) => [key, text]));
      for (const [year, content] of years) {
        if (content && content.unlocks.length > 0) {
          write(yearKey(ulid, year), sealedYear, content.unlocks);
          if (content.names) write(namesKey(ulid, year), sealedNames, content.names);
        } else deleted.push(yearKey(ulid, year), namesKey(ulid, year));
      }
      if (part) {
        write(partKey(ulid), sealedPart, part.part);
        write(partNamesKey(ulid), sealedNames, part.names);
      } else if (part === null) deleted.push(partKey(ulid), partNamesKey(ulid));
      const text = head ? await sealedHead.seal(head) : expected;
      const writes = await Promise.all(set);
      if (head && text !== null) writes.push([headKey(ulid), text]);
      const { done, current } = await run("compare-and-set", () =>
        store.commit({
          guards: [{ key: headKey(ulid), expected }],
          set: writes.map(([key, value]) => ({ key, value, ttlSeconds: null })),
          delete: deleted,
        }),
      );
      // A command that was sent twice finds its own value.
      const isOwn = text !== expected && current[0] === text;
      return done || isOwn ? { text, head: head ?? before, isForeign: false } : null;
    },

    /** Deletes all that is stored of a player's unlocks. */
    async remove(ulid: string): Promise<void> {
      await run("compare-and-set", () =>
        store.commit({ guards: [], delete: allKeys(ulid, now()) }),
      );
    },
  };
}

async function openHead(text: string | null): Promise<StoredHead> {
  return { text, head: await sealedHead.read(text), isForeign: sealedHead.isForeign(text) };
}
