import { type Happening, happenings } from "./happenings";
import type { History } from "./history";
import { type PointsGained, pointsGained } from "./points-gained";

/** A day on which something happened. */
export interface EventfulDay {
  /** Of the UTC calendar: `2026-11-23`. */
  day: string;
  /** At least one, the best first. */
  happenings: Happening[];
  points: PointsGained;
}

/** The newest days of a history on which something happened, the newest first, and at most so many. */
export function lately({ days }: Pick<History, "days">, most: number): EventfulDay[] {
  const found: EventfulDay[] = [];
  for (let at = days.length - 1; at >= 0 && found.length < most; at--) {
    const record = days[at];
    const told = record ? happenings(record) : [];
    if (record && told.length > 0) {
      found.push({ day: record.day, happenings: told, points: pointsGained(record) });
    }
  }
  return found;
}
