import { DAY_MS, utcDayOf } from "@/lib/domain/days";

/** Days since 1970, of a day such as `2026-11-23`. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** The day that {@link dayNumber} numbers. */
export function dayOfNumber(number: number): string {
  return utcDayOf(number * DAY_MS);
}
