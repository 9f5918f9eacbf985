import { dayAfter, dayIndex, daysBetween, utcDayOf } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";

/** What was unlocked on each day of a period. */
export interface ActiveDays {
  /** Of the UTC calendar: `2026-11-23`. */
  firstDay: string;
  /** Games with an unlock or an award, one number a day. */
  counts: number[];
  /** Achievements unlocked, one number a day; null where unknown. Absent if unknown on every day. */
  achievements?: (number | null)[];
}

/**
 * For each day of the twelve months until `now` (epoch milliseconds), the number of games with their newest unlock or
 * their award on it. RA's list has only the latest unlock of a game, so earlier ones are not counted.
 */
export function daysOfLastYear(games: readonly Game[], now: number): ActiveDays {
  const { firstDay, length } = lastTwelveMonths(utcDayOf(now));
  const first = dayIndex(Date.parse(firstDay) / 1000);
  const counts = Array.from({ length }, () => 0);
  const count = (index: number) => {
    const before = counts[index - first];
    if (before !== undefined) counts[index - first] = before + 1;
  };
  for (const { mostRecentAwardedAt, highestAwardAt } of games) {
    const unlock = mostRecentAwardedAt === null ? null : dayIndex(mostRecentAwardedAt);
    const award = highestAwardAt === null ? null : dayIndex(highestAwardAt);
    if (unlock !== null) count(unlock);
    if (award !== null && award !== unlock) count(award);
  }
  return { firstDay, counts };
}

/** The first of the twelve months' days that end with a day, and how many they are. Days are as `2026-11-23`. */
export function lastTwelveMonths(today: string): { firstDay: string; length: number } {
  const end = new Date(today);
  const yearAgo = Date.UTC(end.getUTCFullYear() - 1, end.getUTCMonth(), end.getUTCDate());
  const firstDay = dayAfter(utcDayOf(yearAgo), 1);
  return { firstDay, length: daysBetween(firstDay, today) + 1 };
}

/** The days of another period: those that are not in `days` have nothing. */
export function daysOfPeriod(
  days: ActiveDays,
  { firstDay, length }: { firstDay: string; length: number },
): ActiveDays {
  const shift = daysBetween(days.firstDay, firstDay);
  if (shift === 0 && length === days.counts.length) return days;
  const all = Array.from({ length }, (_, at) => at + shift);
  const { achievements } = days;
  return {
    firstDay,
    counts: all.map((at) => days.counts[at] ?? 0),
    ...(achievements && { achievements: all.map((at) => achievements[at] ?? null) }),
  };
}

/** The number of awards on each day of a year. */
export function awardDays(games: readonly Game[], year: number): ActiveDays {
  const first = dayIndex(Date.UTC(year, 0) / 1000);
  const days = dayIndex(Date.UTC(year + 1, 0) / 1000) - first;
  const counts = Array.from({ length: days }, () => 0);
  for (const { highestAwardAt } of games) {
    const index = highestAwardAt === null ? -1 : dayIndex(highestAwardAt) - first;
    const before = counts[index];
    if (before !== undefined) counts[index] = before + 1;
  }
  return { firstDay: `${String(year).padStart(4, "0")}-01-01`, counts };
}
