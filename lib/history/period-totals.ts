import type { DayRecord } from "./day-record";
import { eventsOf } from "./events";
import { pointsGained } from "./points-gained";

/** What some days brought. */
export interface PeriodTotals {
  /** In any mode. */
  achievements: number;
  /** In any mode; fewer than none where progress was reset. */
  points: number;
  awards: number;
}

/** What some days brought together. */
export function periodTotals(days: readonly DayRecord[]): PeriodTotals {
  const all: PeriodTotals = { achievements: 0, points: 0, awards: 0 };
  for (const record of days) {
    const { hardcore, casual } = pointsGained(record);
    all.points += hardcore + casual;
    for (const told of eventsOf(record)) {
      if (told.kind === "award") all.awards++;
      if (told.kind === "achievements") all.achievements += told.hardcore + told.casual;
    }
  }
  return all;
}
