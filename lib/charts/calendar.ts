import { dayAfter, weekday } from "@/lib/domain/days";
import type { ActiveDays } from "@/lib/progress/active-days";

/** Units of a calendar's view box: a day with its gap, and the day alone. */
const CELL = 12;
const DAY = 10;

/** How a day is drawn, from few games to many: larger and stronger for more. */
export const DAY_LEVELS = [
  { color: "var(--day-1)", size: 4 },
  { color: "var(--day-2)", size: 6 },
  { color: "var(--day-3)", size: 8 },
  { color: "var(--day-4)", size: DAY },
] as const;

/**
 * A calendar as paths in a view box of `width` × `height`: days in one column per week and one row per weekday, Monday first. The size and strength of a square show how much was
 * won, in four equal steps up to the fullest day: achievements where they are known, else games, each on its own scale.
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
    cells[level]?.push({ x: Math.floor(place / 7) * CELL, y: middleOf(place % 7) });
  }
  return {
    width: Math.ceil((lead + counts.length) / 7) * CELL,
    height: 7 * CELL,
    /** Length of a day and of the gap after it. */
    day: DAY,
    gap: CELL - DAY,
    /** One line per weekday, as wide as a day and dashed by the caller: all days. */
    days: weekdays(lead, counts.length),
    /** The days of each level of {@link DAY_LEVELS}; their strokes are as wide as its size. */
    levels: DAY_LEVELS.map((level, at) => ({
      ...level,
      path: squares(cells[at] ?? [], level.size),
    })),
  };
}

/** The most of a day, with a minimum so that few do not look like many. */
function most(counts: number[]): number {
  return Math.max(DAY_LEVELS.length, ...counts);
}

/** Squares of one size in the middle of their cells, relative to each other, which compresses better. */
function squares(cells: { x: number; y: number }[], size: number): string {
  return cells
    .map(({ x, y }, at) => {
      const last = cells[at - 1];
      const move = last ? `m${x - last.x - size} ${y - last.y}` : `M${x + (DAY - size) / 2} ${y}`;
      return `${move}h${size}`;
    })
    .join("");
}

/** One line per weekday, from its first day to its last. */
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
