import type { DayRecord } from "./day-record";
import { type Happening, happenings } from "./happenings";
import { type PointsGained, pointsGained } from "./points-gained";

/** A day on which something happened. */
export interface EventfulDay {
  /** Of the UTC calendar: `2026-11-23`. */
  day: string;
  /** When the state was seen with which the day began, in epoch milliseconds. It can be days before. */
  since: number;
  /** At least one, the best first. */
  happenings: Happening[];
  points: PointsGained;
}

/** A day as it is told, or null if nothing happened that is worth a sentence. */
export function eventfulDay(record: DayRecord): EventfulDay | null {
  const told = happenings(record);
  if (told.length === 0) return null;
  const { day, since } = record;
  return { day, since, happenings: told, points: pointsGained(record) };
}

/** The newest days of a history on which something happened, the newest first, and at most so many. */
export function lately({ days }: { days: readonly DayRecord[] }, most: number): EventfulDay[] {
  const found: EventfulDay[] = [];
  for (let at = days.length - 1; at >= 0 && found.length < most; at--) {
    const record = days[at];
    const told = record ? eventfulDay(record) : null;
    if (told) found.push(told);
  }
  return found;
}
