import type { DayRecord } from "./day-record";
import { eventsOf, type HistoryEvent } from "./events";
import { type PointsGained, pointsGained } from "./points-gained";

/** A day with at least one event. */
export interface EventfulDay {
  /** Of the UTC calendar: `2026-11-23`. */
  day: string;
  /** Time of the snapshot with which the day began, in epoch milliseconds. It can be days before. */
  since: number;
  /** At least one, the best first. */
  events: HistoryEvent[];
  points: PointsGained;
}

/** A day with its events, or null if it has none. */
export function eventfulDay(record: DayRecord): EventfulDay | null {
  const events = eventsOf(record);
  if (events.length === 0) return null;
  const { day, since } = record;
  return { day, since, events, points: pointsGained(record) };
}

/** The newest days of a history that have events, the newest first, and at most `most` of them. */
export function recentActivity(
  { days }: { days: readonly DayRecord[] },
  most: number,
): EventfulDay[] {
  const found: EventfulDay[] = [];
  for (let at = days.length - 1; at >= 0 && found.length < most; at--) {
    const record = days[at];
    const eventful = record ? eventfulDay(record) : null;
    if (eventful) found.push(eventful);
  }
  return found;
}
