import { dayAfter, weekday } from "@/lib/domain/days";
import type { ActiveDays } from "@/lib/progress/active-days";

/** The colours of days, from few games to many. Stronger ones are larger too: `.squares` in charts.module.css. */
export const DAY_COLORS = ["var(--day-1)", "var(--day-2)", "var(--day-3)", "var(--day-4)"] as const;

/**
 * A calendar as paths whose units are days: one column per week and one row per weekday, Monday first. They go down the
 * middles of columns, and have a dash of no length amid each day, that a square line cap makes a square as large as the
 * stroke is wide. So days of one level that follow each other take one
 * step. The size and strength of a square show how much was won, in four equal steps up to the fullest day: achievements
 * where they are known, else games, each on its own scale.
 */
export function calendarShapes(days: ActiveDays) {
  const { firstDay, counts, achievements = [] } = days;
  const lead = weekday(firstDay);
  const mostGames = most(counts.filter((_, at) => (achievements[at] ?? null) === null));
  const mostAchievements = most(achievements.map((count) => count ?? 0));
  const places: number[][] = DAY_COLORS.map(() => []);
  for (const [at, games] of counts.entries()) {
    const won = achievements[at] ?? null;
    const count = won ?? games;
    if (count === 0) continue;
    const fullest = won === null ? mostGames : mostAchievements;
    const level = Math.min(
      DAY_COLORS.length - 1,
      Math.floor(((count - 1) / (fullest - 1)) * DAY_COLORS.length),
    );
    places[level]?.push(lead + at);
  }
  return {
    weeks: Math.ceil((lead + counts.length) / 7),
    /** All days. */
    days: columns(counts.map((_, at) => lead + at)),
    /** The days of each level, from few to many. */
    levels: places.map(columns),
  };
}

/** The most of a day, with a minimum so that few do not look like many. */
function most(counts: number[]): number {
  return Math.max(DAY_COLORS.length, ...counts);
}

/** Days as lines down their columns, relative to each other, which compresses better. @param places in ascending order */
function columns(places: readonly number[]): string {
  let path = "";
  let [x, y] = [0, 0];
  for (let at = 0; at < places.length; ) {
    const first = places[at] ?? 0;
    let length = 1;
    while (places[at + length] === first + length && (first + length) % 7 > 0) length++;
    const [column, row] = [Math.floor(first / 7), first % 7];
    path += `m${column - x} ${row - y}v${length}`;
    [x, y] = [column, row + length];
    at += length;
  }
  return path;
}

/** One month of a calendar. */
export interface CalendarMonth {
  /** Of the UTC calendar: `2026-11`. */
  month: string;
  /** Days with an unlock. */
  days: number;
  /** The sum of the games of each of these days. */
  games: number;
  /** Achievements of the days for which they are known; null if there are none. */
  achievements: number | null;
}

/** The data of a calendar by month, newest first, for a table with the same content. */
export function calendarMonths({
  firstDay,
  counts,
  achievements = [],
}: ActiveDays): CalendarMonth[] {
  const months = new Map<string, CalendarMonth>();
  for (const [at, count] of counts.entries()) {
    const month = dayAfter(firstDay, at).slice(0, 7);
    const sums = months.get(month) ?? { month, days: 0, games: 0, achievements: null };
    const won = achievements[at] ?? null;
    months.set(month, {
      month,
      days: sums.days + Math.sign(won ?? count),
      games: sums.games + count,
      achievements: won === null ? sums.achievements : (sums.achievements ?? 0) + won,
    });
  }
  return [...months.values()].reverse();
}
