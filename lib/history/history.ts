import type { DayRecord } from "./day-record";

/** What is kept of some days of a player. */
export interface History {
  /** When the first state was seen, in epoch milliseconds: of the time before nothing is known. Null: nothing is kept. */
  startedAt: number | null;
  /** Of the days that were asked for those on which somebody looked, the oldest first. */
  days: DayRecord[];
  /** Those whose record can no longer be read, as `2026-11-23`. */
  unreadable: string[];
}
