import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import { localDays } from "@/lib/domain/zone-days";
import { activeDays } from "./active-days";
import type { DaySums } from "./day-sums";
import { type Streaks, streaks } from "./streaks";

/** A player's streaks in a time zone. */
export interface ZoneStreaks extends Streaks {
  /** The zone's day on which `current` is the current streak, `2026-11-23`. */
  today: string;
}

/**
 * The streaks of a player's days with an unlock, as the clocks of a time zone have them.
 *
 * @param zone a canonical name
 * @param now epoch seconds
 */
export function streaksInZone(sums: DaySums, zone: string, now: number): ZoneStreaks {
  const today = localDays(zone)(now);
  return { ...streaks(activeDays(sums, zone), today), today: utcDayOf(today * DAY_MS) };
}
