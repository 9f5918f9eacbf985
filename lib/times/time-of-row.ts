import { type AwardKind, EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { GameTime } from "./game-time";

/** Longer playtimes, and spans, are shown in another way. */
const LONG_SECONDS = 36 * 3600;

/** How long an award took, in RA's words. */
export interface RowTime {
  /** Such as `12 hours, 5 minutes`; null: not shown. */
  playtime: string | null;
  /** From the first unlock to the award, such as `3 days, 2 hours`; null: not shown. */
  span: string | null;
}

const NOTHING: RowTime = { playtime: null, span: null };

/** What of a game's times the time of an award depends on. */
type AwardTimes = Pick<
  GameTime,
  "firstUnlockAt" | "timeToBeat" | "timeToBeatHardcore" | "timeToComplete" | "timeToMaster"
>;

const TIME_OF: Record<AwardKind, (time: AwardTimes) => number | null> = {
  mastered: ({ timeToMaster }) => timeToMaster,
  completed: ({ timeToComplete }) => timeToComplete,
  "beaten-hardcore": ({ timeToBeatHardcore }) => timeToBeatHardcore,
  "beaten-softcore": ({ timeToBeat }) => timeToBeat,
};

/**
 * How long the award of a row took, as RA's completion progress page shows it: the playtime, and the span where there is no playtime
 * or where it is above 36 hours. A playtime above 36 hours of which the span is less than twice as long is left out: the
 * emulator ran overnight. Nothing for events and retired sets.
 */
export function timeOfRow(game: AwardedGame, time: AwardTimes | null | undefined): RowTime {
  const { highestAwardAt: at } = game;
  if (!time || !hasTime(game)) return NOTHING;
  const played = timeOfAward(game, time);
  const playtime = played === null ? null : formatPlaytime(played);
  const first = time.firstUnlockAt;
  if (!at || !first) return { playtime, span: null };
  const span = Math.abs(at - first);
  const showsSpan = playtime === null || span > LONG_SECONDS;
  return {
    playtime,
    span: showsSpan ? formatSpan(Math.min(at, first), Math.max(at, first)) : null,
  };
}

/** What the time of an award depends on. */
type AwardedGame = Pick<Game, "systemId" | "maxPossible" | "highestAwardKind" | "highestAwardAt">;

const hasTime = ({ highestAwardKind: kind, systemId, maxPossible }: AwardedGame) =>
  kind !== null && systemId !== EVENTS_SYSTEM_ID && maxPossible > 0;

/** The seconds of play until a game's highest award, wherever {@link timeOfRow} shows them; else null. */
export function timeOfAward(game: AwardedGame, time: AwardTimes | null | undefined): number | null {
  const { highestAwardKind: kind, highestAwardAt: at } = game;
  if (!time || !kind || !hasTime(game)) return null;
  const played = TIME_OF[kind](time) || null;
  const first = time.firstUnlockAt;
  const span = at && first ? Math.abs(at - first) : null;
  const isOvernight =
    played !== null && span !== null && played > LONG_SECONDS && span < 2 * played;
  return isOvernight ? null : played;
}

/** {@link timeOfRow} behind the name of an award: `in 12 hours, 5 minutes over 3 days`; null: nothing is shown. */
export function formatTimeOfRow(...row: Parameters<typeof timeOfRow>): string | null {
  const { playtime, span } = timeOfRow(...row);
  const parts = [...(playtime ? [`in ${playtime}`] : []), ...(span ? [`over ${span}`] : [])];
  return parts.join(" ") || null;
}

/** A playtime in seconds, at most two parts of it: `1234 hours, 5 minutes`. Parts of 0 are left out. */
export function formatPlaytime(seconds: number): string {
  const parts: Part[] = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ];
  return twoLargest(parts) ?? "0 seconds";
}

/** The time between two dates (epoch seconds) by the calendar of UTC, in its two largest units; null if they are equal. */
function formatSpan(from: number, to: number): string | null {
  const [start, end] = [new Date(from * 1000), new Date(to * 1000)];
  let months =
    12 * (end.getUTCFullYear() - start.getUTCFullYear()) + end.getUTCMonth() - start.getUTCMonth();
  const midnight = (date: Date) => Math.floor(date.getTime() / 86_400_000) * 86_400;
  let seconds = to - midnight(end) - (from - midnight(start));
  let days = end.getUTCDate() - start.getUTCDate();
  if (seconds < 0) {
    seconds += 86_400;
    days--;
  }
  if (days < 0) {
    // RA subtracts the first unlock from the award: PHP then borrows the days of the first one's month.
    days += new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
    months--;
  }
  return twoLargest([
    [Math.floor(months / 12), "year"],
    [months % 12, "month"],
    [days, "day"],
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ]);
}

type Part = [count: number, unit: string];

function twoLargest(parts: readonly Part[]): string | null {
  const shown = parts.filter(([count]) => count > 0).slice(0, 2);
  return (
    shown.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(", ") || null
  );
}
