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

/** A part with the next page of its stage. */
export function withPage(part: TimesPart, stage: Stage, page: TimesPage): TimesPart {
  const times = mergeTimes(part.times, page.rows);
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
  // RA says the same of a player whom it does not find as of one without a game.
  const times = part.times.length === 0 ? head.times : part.times;
  const next = withTimes({ ...head, ...read }, times);
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

/** What v1 says, for games of which API v2 said more before: times that may have passed since are not known. */
export const NO_TIMES = {
  playtime: null,
  timeToBeat: null,
  timeToBeatHardcore: null,
  timeToComplete: null,
  timeToMaster: null,
} satisfies Partial<GameTime>;
