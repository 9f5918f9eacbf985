import type { DayRecord } from "./day-record";
import { happenings } from "./happenings";
import { pointsGained } from "./points-gained";

/** What some days brought. */
export interface Brought {
  /** In any mode. */
  achievements: number;
  /** In any mode; fewer than none where progress was reset. */
  points: number;
  awards: number;
}

/** What some days brought together. */
export function broughtBy(days: readonly DayRecord[]): Brought {
  const all: Brought = { achievements: 0, points: 0, awards: 0 };
  for (const record of days) {
    const { hardcore, casual } = pointsGained(record);
    all.points += hardcore + casual;
    for (const told of happenings(record)) {
      if (told.kind === "award") all.awards++;
      if (told.kind === "achievements") all.achievements += told.hardcore + told.casual;
    }
  }
  return all;
}
