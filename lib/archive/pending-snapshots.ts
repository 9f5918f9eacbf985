import { utcDayOf } from "@/lib/domain/days";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import type { PendingSnapshot } from "./next-step";

/**
 * Makes an empty queue of the snapshots that the store does not have yet: of each player the latest of each day. When
 * it holds too many games, the oldest snapshot of the player that has waited longest is dropped: its changes are in
 * the next snapshot of that player, on a later day.
 */
export function createPendingSnapshots() {
  const byPlayer = new Map<string, Map<string, PendingSnapshot>>();
  let games = 0;

  function remove(ulid: string, day: string): void {
    const days = byPlayer.get(ulid);
    const pending = days?.get(day);
    if (!days || !pending) return;
    games -= sizeOf(pending);
    days.delete(day);
    if (days.size === 0) byPlayer.delete(ulid);
  }

  function first(ulid: string): PendingSnapshot | null {
    const days = byPlayer.get(ulid);
    const day = days && [...days.keys()].sort()[0];
    return (day && days?.get(day)) || null;
  }

  return {
    /** The oldest one of a player. */
    first,
    /** The players that have any, the one that has waited longest first. */
    players: () => [...byPlayer.keys()],
    add(ulid: string, pending: PendingSnapshot): void {
      const day = utcDayOf(pending.snapshot.checkedAt);
      const before = byPlayer.get(ulid)?.get(day);
      if (before && before.snapshot.checkedAt > pending.snapshot.checkedAt) return;
      remove(ulid, day);
      const days = byPlayer.get(ulid) ?? new Map<string, PendingSnapshot>();
      byPlayer.set(ulid, days);
      days.set(day, {
        ...pending,
        titles: new Map([...(before?.titles ?? []), ...pending.titles]),
      });
      games += sizeOf(pending);
      while (games > LIMITS.historyGamesWaiting && games > sizeOf(pending)) {
        const [longest] = byPlayer.keys();
        const dropped = longest === undefined ? null : first(longest);
        if (longest === undefined || !dropped) break;
        remove(longest, utcDayOf(dropped.snapshot.checkedAt));
        observe({ type: "history", outcome: "forgotten", milliseconds: 0 });
      }
    },
    /** Removes one, unless a later one has replaced it. */
    drop(ulid: string, { snapshot }: PendingSnapshot): void {
      const day = utcDayOf(snapshot.checkedAt);
      if (byPlayer.get(ulid)?.get(day)?.snapshot === snapshot) remove(ulid, day);
    },
  };
}

function sizeOf({ snapshot }: PendingSnapshot): number {
  return snapshot.games.length + 1;
}
