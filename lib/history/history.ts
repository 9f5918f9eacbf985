import type { DayRecord } from "./day-record";

/** The stored history of some days of a player. */
export interface History {
  /** Time of the first snapshot, in epoch milliseconds; null without a history. */
  startedAt: number | null;
  /** Those of the requested days that have a snapshot, the oldest first. */
  days: DayRecord[];
  /** Days whose record is damaged, as `2026-11-23`. */
  unreadable: string[];
}
