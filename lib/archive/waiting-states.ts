import { utcDayOf } from "@/lib/domain/days";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import type { Arriving } from "./next-step";

/** States that the store does not have yet: of each player the latest of each day. */
export interface WaitingStates {
  add(ulid: string, arriving: Arriving): void;
  /** The oldest one of a player. */
  first(ulid: string): Arriving | null;
  /** Takes one away, unless a later one has taken its place. */
  drop(ulid: string, arriving: Arriving): void;
  /** Of whom there are any, whoever has waited longest first. */
  players(): string[];
}

/**
 * Makes a queue that is empty. When there are too many games in it, the oldest state of whoever has waited longest
 * is forgotten: its changes are in the next one of that player, on a later day.
 */
export function createWaitingStates(): WaitingStates {
  const byPlayer = new Map<string, Map<string, Arriving>>();
  let games = 0;

  function remove(ulid: string, day: string): void {
    const days = byPlayer.get(ulid);
    const arriving = days?.get(day);
    if (!days || !arriving) return;
    games -= sizeOf(arriving);
    days.delete(day);
    if (days.size === 0) byPlayer.delete(ulid);
  }

  function first(ulid: string): Arriving | null {
    const days = byPlayer.get(ulid);
    const day = days && [...days.keys()].sort()[0];
    return (day && days?.get(day)) || null;
  }

  return {
    first,
    players: () => [...byPlayer.keys()],
    add(ulid, arriving) {
      const day = utcDayOf(arriving.state.checkedAt);
      const before = byPlayer.get(ulid)?.get(day);
      if (before && before.state.checkedAt > arriving.state.checkedAt) return;
      remove(ulid, day);
      const days = byPlayer.get(ulid) ?? new Map<string, Arriving>();
      byPlayer.set(ulid, days);
      days.set(day, {
        ...arriving,
        titles: new Map([...(before?.titles ?? []), ...arriving.titles]),
      });
      games += sizeOf(arriving);
      while (games > LIMITS.historyGamesWaiting && games > sizeOf(arriving)) {
        const [oldest] = byPlayer.keys();
        const forgotten = oldest === undefined ? null : first(oldest);
        if (oldest === undefined || !forgotten) break;
        remove(oldest, utcDayOf(forgotten.state.checkedAt));
        observe({ type: "history", outcome: "forgotten", milliseconds: 0 });
      }
    },
    drop(ulid, { state }) {
      const day = utcDayOf(state.checkedAt);
      if (byPlayer.get(ulid)?.get(day)?.state === state) remove(ulid, day);
    },
  };
}

function sizeOf({ state }: Arriving): number {
  return state.games.length + 1;
}
