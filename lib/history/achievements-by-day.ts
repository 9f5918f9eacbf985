import type { DayRecord } from "./day-record";
import { eventsOf } from "./events";

/**
 * How many achievements each day brought, in any mode, by day (`2026-11-23`). The day on which a history starts is
 * not among them, as nobody knows how it began, nor is one on which nobody looked.
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
