import { guardStore } from "@/lib/cache/guarded-store";
import { createLoadLocks } from "@/lib/cache/load-lock";
import type { Player } from "@/lib/domain/player";
import type { Store } from "@/lib/kv/store";
import { totalsOf } from "@/lib/players/filling/totals";
import { createTurns } from "@/lib/players/filling/turns";
import type { PlayerToTime, TimeCalls } from "./read-times";
import { createTimeFiller } from "./time-filler";
import { createTimeReader } from "./time-reader";
import { createTimeStore } from "./time-store";

interface TimesOptions extends TimeCalls {
  store: Store;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The times of players who were looked at: filled up in turns, kept in the store, and read for views. */
export type Times = ReturnType<typeof createTimes>;

/** Makes the times of a process, in a store that other servers write to as well. */
export function createTimes({ store: sharedStore, now = Date.now, ...calls }: TimesOptions) {
  const store = createTimeStore(sharedStore, now);
  const reader = createTimeReader(store, now);
  const filler = createTimeFiller({
    ...calls,
    store,
    locks: createLoadLocks(guardStore(sharedStore, now)),
    load: reader.load,
    onHead: reader.see,
    now,
  });
  const { add, isWaiting, run, stop } = createTurns({
    name: "times",
    subjectOf,
    takeTurn: filler.takeTurn,
    now,
  });
  /** Deletes all of a player, by ULID in lower case. Never throws. */
  const forget = (ulid: string) => store.remove(ulid).catch(() => undefined);
  return { add, isWaiting, run, stop, load: reader.load, forget };
}

function subjectOf(player: Player): PlayerToTime {
  const games = Uint32Array.from(
    player.games.flatMap(({ id, mostRecentAwardedAt }) => [id, mostRecentAwardedAt ?? 0]),
  );
  return { ...totalsOf(player), games };
}
