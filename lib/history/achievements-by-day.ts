import type { DayRecord } from "./day-record";
import { eventsOf } from "./events";

/**
 * Achievements won on each day, in any mode, by day (`2026-11-23`). Leaves out days without a snapshot, and the day on
 * which a history starts: its first state is unknown.
 */
export function achievementsByDay(records: readonly DayRecord[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const record of records) {
    if (record.startsAnew) continue;
    let count = 0;
    for (const event of eventsOf(record)) {
      if (event.kind === "achievements") count += event.hardcore + event.casual;
    }
    days.set(record.day, count);
  }
  return days;
}
