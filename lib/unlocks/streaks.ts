import { DAY_MS, utcDayOf } from "@/lib/domain/days";

/** Days in a row with an unlock on each. */
export interface DailyStreak {
  days: number;
  /** The first of them, `2026-11-23`. */
  from: string;
  /** The last of them. */
  to: string;
}

/** A player's streaks in days. */
export interface Streaks {
  /** The one that ends today or yesterday: it can be continued until today is over. */
  current: DailyStreak | null;
  /** Of two with the same length the later one. */
  longest: DailyStreak | null;
  /** Days with an unlock in all. */
  daysPlayed: number;
}

/**
 * The streaks of days with an unlock.
 *
 * @param activeDays since 1970, ascending and without repeats
 * @param today in the same time zone
 */
export function streaks(activeDays: readonly number[], today: number): Streaks {
  let longest: [from: number, to: number] | null = null;
  let from = 0;
  let to: number | null = null;
  for (const day of activeDays) {
    if (to === null || day !== to + 1) from = day;
    to = day;
    if (!longest || to - from >= longest[1] - longest[0]) longest = [from, to];
  }
  const isCurrent = to !== null && to >= today - 1;
  return {
    current: isCurrent && to !== null ? streakOf(from, to) : null,
    longest: longest && streakOf(...longest),
    daysPlayed: activeDays.length,
  };
}

function streakOf(from: number, to: number): DailyStreak {
  return { days: to - from + 1, from: utcDayOf(from * DAY_MS), to: utcDayOf(to * DAY_MS) };
}
