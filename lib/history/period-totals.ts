import type { DayRecord } from "./day-record";
import { eventsOf } from "./events";
import { pointsGained } from "./points-gained";

/** What was won in a period. */
export interface PeriodTotals {
  /** In any mode. */
  achievements: number;
  /** In any mode; negative where progress was reset. */
  points: number;
  awards: number;
}

/** What was won on some days together. */
export function periodTotals(days: readonly DayRecord[]): PeriodTotals {
  const all: PeriodTotals = { achievements: 0, points: 0, awards: 0 };
  for (const record of days) {
    const { hardcore, casual } = pointsGained(record);
    all.points += hardcore + casual;
    for (const event of eventsOf(record)) {
      if (event.kind === "award") all.awards++;
      if (event.kind === "achievements") all.achievements += event.hardcore + event.casual;
    }
  }
  return all;
}
