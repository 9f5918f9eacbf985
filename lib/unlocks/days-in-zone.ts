import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import { localDays } from "@/lib/domain/zone-days";
import { groupByDay, sumUnlocks, type UnlockSums } from "./day-sums";
import { compareUnlocks, type Unlock } from "./unlock";

/** What was unlocked on one day of a time zone. */
export interface ZoneDay extends UnlockSums {
  /** `2026-11-23`. */
  day: string;
}

/** A year's days with an unlock. */
export interface YearDays {
  /** The time zone of the days: UTC in a year that has sums only. */
  zone: string;
  /** Oldest first. */
  days: ZoneDay[];
}

/** The unlocks of a year of a time zone, by its days as `2026-11-23`, both oldest first. Days without one are absent. */
export function unlocksByDay(
  unlocks: readonly Unlock[],
  year: number,
  zone: string,
): Map<string, Unlock[]> {
  const prefix = `${String(year).padStart(4, "0")}-`;
  const days = [...groupByDay(unlocks, localDays(zone))]
    .sort(([a], [b]) => a - b)
    .map(([day, all]) => [utcDayOf(day * DAY_MS), all.sort(compareUnlocks)] as const);
  return new Map(days.filter(([day]) => day.startsWith(prefix)));
}

/**
 * The sums of each day of a year with an unlock, oldest first.
 *
 * @param unlocks of the UTC year, with those of the years before and after where the zone's year begins or ends in them
 * @param zone a canonical name
 */
export function daysInZone(unlocks: readonly Unlock[], year: number, zone: string): ZoneDay[] {
  return [...unlocksByDay(unlocks, year, zone)].map(([day, all]) => ({ day, ...sumUnlocks(all) }));
}
