import { dayAfter, weekday } from "@/lib/domain/days";
import type { ActiveDays } from "@/lib/progress/active-days";

/** How a day is drawn, from few games to many: larger and stronger for more. Sizes are shares of its place. */
export const DAY_LEVELS = [
  { color: "var(--day-1)", size: 0.33 },
  { color: "var(--day-2)", size: 0.5 },
  { color: "var(--day-3)", size: 0.67 },
  { color: "var(--day-4)", size: 0.83 },
] as const;

/**
 * A calendar as paths whose units are days: one column per week and one row per weekday, Monday first. Each day is a
 * subpath of no length at its middle, which a square line cap makes a square as large as the stroke is wide. The size and
 * strength of a square show how much was won, in four equal steps up to the fullest day: achievements where they are
 * known, else games, each on its own scale.
 */
export function calendarShapes(days: ActiveDays) {
  const { firstDay, counts, achievements = [] } = days;
  const lead = weekday(firstDay);
  const mostGames = most(counts.filter((_, at) => (achievements[at] ?? null) === null));
  const mostAchievements = most(achievements.map((count) => count ?? 0));
  const cells: { x: number; y: number }[][] = DAY_LEVELS.map(() => []);
  for (const [at, games] of counts.entries()) {
    const won = achievements[at] ?? null;
    const count = won ?? games;
    if (count === 0) continue;
    const fullest = won === null ? mostGames : mostAchievements;
    const place = lead + at;
    const level = Math.min(
      DAY_LEVELS.length - 1,
      Math.floor(((count - 1) / (fullest - 1)) * DAY_LEVELS.length),
    );
    cells[level]?.push({ x: Math.floor(place / 7), y: place % 7 });
  }
  return {
    weeks: Math.ceil((lead + counts.length) / 7),
    /** Lines through the middles of all days, one per weekday: a dash of no length at each unit is a day. */
    days: weekdays(lead, counts.length),
    /** The days of each level of {@link DAY_LEVELS}. */
    levels: DAY_LEVELS.map((level, at) => ({ ...level, path: middles(cells[at] ?? []) })),
  };
}

/** The most of a day, with a minimum so that few do not look like many. */
function most(counts: number[]): number {
  return Math.max(DAY_LEVELS.length, ...counts);
}

/** The middles of days, relative to each other, which compresses better. */
function middles(cells: { x: number; y: number }[]): string {
  return cells
    .map(({ x, y }, at) => {
      const last = cells[at - 1];
      return `${last ? `m${x - last.x} ${y - last.y}` : `M${x} ${y}`}h0`;
    })
    .join("");
}

/** One line per weekday, from its first day to its last. */
function weekdays(lead: number, days: number): string {
  return Array.from({ length: 7 }, (_, row) => {
    const from = row < lead ? 1 : 0;
    const to = Math.floor((lead + days - 1 - row) / 7);
    // A dash at the very end of a line would not be drawn.
    return `M${from} ${row}H${to}.1`;
  }).join("");
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
