/** The length of a day, in seconds. */
export const DAY_SECONDS = 86_400;
/** The length of a day, in milliseconds. */
export const DAY_MS = DAY_SECONDS * 1000;

/** The UTC day of a moment in epoch milliseconds: `2026-11-23`. */
export function utcDayOf(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().slice(0, 10);
}

/** The day that is `days` days later (earlier, if negative), both as `2026-11-23`. */
export function dayAfter(day: string, days: number): string {
  return utcDayOf(Date.parse(day) + days * DAY_MS);
}

/** Days from one day to another, both as `2026-11-23`: 1 from a day to the next. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The weekday of a day: 0 for Monday. */
export function weekday(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** Whole days from 1970 to a moment in epoch seconds. */
export function dayIndex(epochSeconds: number): number {
  return Math.floor(epochSeconds / DAY_SECONDS);
}
