/** What was won on each of some days. */
export interface ActiveDays {
  /** Of the UTC calendar: `2026-11-23`. */
  firstDay: string;
  /** On how many games something was won, a count a day. */
  counts: number[];
  /** How many achievements were won, a count a day; null where that is not known. Not there: of no day. */
  achievements?: (number | null)[];
}

/** The length of a day. */
export const DAY_SECONDS = 86_400;

/** The UTC day of a moment in epoch seconds: `2026-11-23`. */
export function dayOf(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 10);
}

/** The day so many days later, both as `2026-11-23`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 for Monday. */
export function weekday(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** Days from 1970 to a moment in epoch seconds. */
export function dayIndex(epochSeconds: number): number {
  return Math.floor(epochSeconds / DAY_SECONDS);
}
