import { guardStore } from "@/lib/cache/guarded-store";
import { createLoadLocks } from "@/lib/cache/load-lock";
import type { Store } from "@/lib/kv/store";
import { totalsOf } from "@/lib/players/filling/totals";
import { createTurns } from "@/lib/players/filling/turns";
import type { UnlockCalls } from "./read-pages";
import { createUnlockFiller } from "./unlock-filler";
import { createUnlockReader } from "./unlock-reader";
import { createUnlockStore } from "./unlock-store";

interface UnlocksOptions extends UnlockCalls {
  store: Store;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Every unlock of players who were looked at: filled up in turns, kept in the store, and read for views. */
export type Unlocks = ReturnType<typeof createUnlocks>;

/** Makes the unlocks of a process, in a store that other servers write to as well. */
export function createUnlocks({ store: sharedStore, now = Date.now, ...calls }: UnlocksOptions) {
  const store = createUnlockStore(sharedStore, now);
  const reader = createUnlockReader(store, now);
  const filler = createUnlockFiller({
    ...calls,
    store,
    locks: createLoadLocks(guardStore(sharedStore, now)),
    peek: reader.peek,
    onHead: reader.see,
    now,
  });
  const { add, isWaiting, run, stop } = createTurns({
    name: "unlocks",
    subjectOf: totalsOf,
    takeTurn: filler.takeTurn,
    now,
  });
  const { load, loadYear, loadNames } = reader;
  /** Deletes all of a player, by ULID in lower case. Never throws. */
  const forget = (ulid: string) => store.remove(ulid).catch(() => undefined);
  return { add, isWaiting, run, stop, load, loadYear, loadNames, forget };
}
