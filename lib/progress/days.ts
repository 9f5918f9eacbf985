import type { Game } from "@/lib/players/player";

/** What happened on one day. */
export interface ActiveDay {
  /** Of the UTC calendar: `2026-11-23`. */
  day: string;
  /** The games whose most recent unlock or whose award fell on it. */
  gameIds: number[];
}

const DAY_SECONDS = 86_400;

/**
 * Every day of the twelve months that end with the day of `now` (epoch milliseconds), oldest first,
 * quiet ones too. RA tells only the latest unlock of a game, so earlier ones are on no day.
 */
export function daysOfLastYear(games: Game[], now: number): ActiveDay[] {
  const today = new Date(now);
  const yearAgo = Date.UTC(today.getUTCFullYear() - 1, today.getUTCMonth(), today.getUTCDate());
  const first = dayIndex(yearAgo / 1000) + 1;
  const days = Array.from({ length: dayIndex(now / 1000) - first + 1 }, (_, offset) => ({
    day: new Date((first + offset) * DAY_SECONDS * 1000).toISOString().slice(0, 10),
    gameIds: [] as number[],
  }));
  for (const game of games) {
    const dates = [game.mostRecentAwardedAt, game.highestAwardAt];
    const active = new Set(dates.flatMap((at) => (at === null ? [] : [dayIndex(at)])));
    for (const index of active) days[index - first]?.gameIds.push(game.id);
  }
  return days;
}

/** Days since 1970. */
function dayIndex(epochSeconds: number): number {
  return Math.floor(epochSeconds / DAY_SECONDS);
}
