import { dayAfter, weekday } from "@/lib/domain/days";
import type { ActiveDays } from "@/lib/progress/active-days";

/** Units of a calendar's view box: a day with its gap, and the day alone. */
const CELL = 12;
const DAY = 10;

/** How a day is drawn, from few games to many: the more, the larger and the stronger. */
export const DAY_LEVELS = [
  { color: "var(--day-1)", size: 4 },
  { color: "var(--day-2)", size: 6 },
  { color: "var(--day-3)", size: 8 },
  { color: "var(--day-4)", size: DAY },
] as const;

/** A calendar as paths in a view box of `width` × `height`. */
export interface CalendarShapes {
  width: number;
  height: number;
  /** Length of a day and of the gap after it. */
  day: number;
  gap: number;
  /** A line a weekday as wide as a day, to be dashed: every day there is. */
  days: string;
  /** The days of each level of {@link DAY_LEVELS}; their strokes are as wide as its size. */
  levels: { color: string; size: number; path: string }[];
}

/**
 * Days as a column a week and a row a weekday, Monday first; the more was won on a day, the larger and stronger its
 * square, in four equal steps up to the fullest day. That is achievements where they are known and games elsewhere,
 * each by steps of its own.
 */
export function calendarShapes(days: ActiveDays): CalendarShapes {
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
    cells[level]?.push({ x: Math.floor(place / 7) * CELL, y: middleOf(place % 7) });
  }
  return {
    width: Math.ceil((lead + counts.length) / 7) * CELL,
    height: 7 * CELL,
    day: DAY,
    gap: CELL - DAY,
    days: weekdays(lead, counts.length),
    levels: DAY_LEVELS.map((level, at) => ({
      ...level,
      path: squares(cells[at] ?? [], level.size),
    })),
  };
}

/** The fullest day; few are not made to look like many. */
function most(counts: number[]): number {
  return Math.max(DAY_LEVELS.length, ...counts);
}

/** Squares of one size amid their cells, each from where the last one ended: that compresses better. */
function squares(cells: { x: number; y: number }[], size: number): string {
  return cells
    .map(({ x, y }, at) => {
      const last = cells[at - 1];
      const move = last ? `m${x - last.x - size} ${y - last.y}` : `M${x + (DAY - size) / 2} ${y}`;
      return `${move}h${size}`;
    })
    .join("");
}

/** A line a weekday, from its first day to its last. */
function weekdays(lead: number, days: number): string {
  return Array.from({ length: 7 }, (_, row) => {
    const from = row < lead ? 1 : 0;
    const to = Math.floor((lead + days - 1 - row) / 7) + 1;
    return `M${from * CELL} ${middleOf(row)}H${to * CELL}`;
  }).join("");
}

function middleOf(row: number): number {
  return row * CELL + DAY / 2;
}

/** One month of a calendar. */
export interface CalendarMonth {
  /** Of the UTC calendar: `2026-11`. */
  month: string;
  /** Days on which something was won. */
  days: number;
  /** Games of each such day, summed. */
  games: number;
  /** Achievements of the days of which they are known; null if they are of none. */
  achievements: number | null;
}

/** What a calendar shows, by month and newest first, for a table that says the same in words. */
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
