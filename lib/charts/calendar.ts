import { type ActiveDays, dayAfter, weekday } from "@/lib/progress/days";

/** Units of a calendar's view box: a day with its gap, and the day alone. */
const CELL = 10;
const DAY = 8;
const LEVELS = ["var(--day-1)", "var(--day-2)", "var(--day-3)", "var(--day-4)"];

/** A calendar as paths in a view box of `width` × `height`. */
export interface CalendarShapes {
  width: number;
  height: number;
  /** Length of a day and of the gap after it; all strokes are as wide as a day. */
  day: number;
  gap: number;
  /** A line a weekday, to be dashed: every day there is. */
  days: string;
  /** The days of each colour, from few games to many. */
  levels: { color: string; path: string }[];
}

/**
 * Days as a column a week and a row a weekday, Monday first; the more games were played on a day, the
 * stronger its colour, in four equal steps up to the fullest day.
 */
export function calendarShapes({ firstDay, counts }: ActiveDays): CalendarShapes {
  const lead = weekday(firstDay);
  const most = Math.max(LEVELS.length, ...counts);
  const cells = LEVELS.map(() => "");
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue;
    const place = lead + at;
    const level = Math.min(
      LEVELS.length - 1,
      Math.floor(((count - 1) / (most - 1)) * LEVELS.length),
    );
    cells[level] += `M${Math.floor(place / 7) * CELL} ${middleOf(place % 7)}h${DAY}`;
  }
  return {
    width: Math.ceil((lead + counts.length) / 7) * CELL,
    height: 7 * CELL,
    day: DAY,
    gap: CELL - DAY,
    days: weekdays(lead, counts.length),
    levels: LEVELS.map((color, level) => ({ color, path: cells[level] ?? "" })),
  };
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
}

/** What a calendar shows, by month and newest first, for a table that says the same in words. */
export function calendarMonths({ firstDay, counts }: ActiveDays): CalendarMonth[] {
  const months = new Map<string, CalendarMonth>();
  for (const [at, count] of counts.entries()) {
    const month = dayAfter(firstDay, at).slice(0, 7);
    const { days, games } = months.get(month) ?? { days: 0, games: 0 };
    months.set(month, { month, days: days + Math.sign(count), games: games + count });
  }
  return [...months.values()].reverse();
}
