import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import type { DaySums } from "./day-sums";

/** What was unlocked in one month. */
export interface UnlockMonth {
  /** Of the UTC calendar: `2024-03`. */
  month: string;
  achievements: number;
  /** Of both modes. */
  points: number;
}

/** The months from the first with an unlock to the last, without gaps. */
export function monthSums(sums: DaySums): UnlockMonth[] {
  const months: UnlockMonth[] = [];
  for (const { day, achievements, points } of sums) {
    const name = utcDayOf(day * DAY_MS).slice(0, 7);
    let last = months.at(-1);
    while (last?.month !== name) {
      last = { month: last ? nextMonth(last.month) : name, achievements: 0, points: 0 };
      months.push(last);
    }
    last.achievements += achievements;
    last.points += points;
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return utcDayOf(Date.UTC(year, number)).slice(0, 7);
}
