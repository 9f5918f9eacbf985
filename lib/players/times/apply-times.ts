import { LIMITS } from "@/lib/limits";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { packTimes } from "@/lib/times/pack-times";
import type { Stage, sourceOf, TimeRow, TimesHead, TimesPage, TimesPart } from "./times-head";

const AFTER: Readonly<Record<Stage, Stage | null>> = { games: "sets", sets: null, points: null };

/** Times with what an answer says about some games: each value that it names replaces the known one. Games of the answer are last. */
export function mergeTimes(times: readonly GameTime[], rows: readonly TimeRow[]): GameTime[] {
  const byId = new Map(times.map((time) => [time.gameId, time]));
  for (const row of rows) {
    const known = byId.get(row.gameId) ?? UNKNOWN_TIME;
    byId.delete(row.gameId);
    byId.set(row.gameId, { ...known, ...row });
  }
  return [...byId.values()].slice(-LIMITS.timesOfAPlayer);
}

/** The same, while lists are read that have the newest games first: those that come when there is no more room are left out. */
function appendTimes(times: readonly GameTime[], rows: readonly TimeRow[]): GameTime[] {
  const byId = new Map(times.map((time) => [time.gameId, time]));
  for (const row of rows) {
    const known = byId.get(row.gameId);
    if (!known && byId.size >= LIMITS.timesOfAPlayer) continue;
    byId.set(row.gameId, { ...(known ?? UNKNOWN_TIME), ...row });
  }
  return [...byId.values()];
}

/** A part with the next page of its stage. */
export function withPage(part: TimesPart, stage: Stage, page: TimesPage): TimesPart {
  const times = appendTimes(part.times, page.rows);
  const isFull = stage === "games" && times.length > LIMITS.timesOfAPlayer - LIMITS.v2PageSize;
  const isLast = page.isLast || isFull || part.page >= LIMITS.v2Pages;
  // A list shifts while it is being read: what is newer than its first page comes with the next refresh.
  const isFirst = part.page === 1;
  return {
    ...part,
    times,
    ...(isFirst && stage === "games" && { newestPlayedAt: page.newest }),
    ...(isFirst && stage === "sets" && { newestUnlockAt: page.newest }),
    ...(isLast ? { stage: AFTER[stage], page: 1 } : { page: part.page + 1 }),
  };
}

/** The head after everything was read. */
export function withAll(
  head: TimesHead,
  part: TimesPart,
  source: ReturnType<typeof sourceOf>,
): TimesHead {
  const { startedAt, checkedAt, totals, newestPlayedAt, newestUnlockAt } = part;
  const read = { source, readAt: startedAt, checkedAt, totals, newestPlayedAt, newestUnlockAt };
  // RA says the same of a player that it does not find as of one without a game.
  const times = part.times.length === 0 ? head.times : part.times;
  const refusedAt = source === "v2" ? 0 : head.refusedAt;
  const next = withTimes({ ...head, ...read, refusedAt }, times);
  const isOther = head.source !== source;
  return isOther ? { ...next, changes: head.changes + 1 } : next;
}

/** A head with other times. */
export function withTimes(head: TimesHead, times: readonly GameTime[]): TimesHead {
  const isSame =
    head.times.length === times.length &&
    Buffer.compare(packTimes(head.times), packTimes(times)) === 0;
  return isSame ? head : { ...head, times, changes: head.changes + 1 };
}
