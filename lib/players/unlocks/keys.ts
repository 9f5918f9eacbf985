import { UNLOCKS_PREFIX } from "@/lib/kv/durable-keys";

/** The first year in which RetroAchievements had players. */
export const FIRST_YEAR = 2012;
/** A clock that is ahead may have opened a year too early. */
const YEARS_AHEAD = 1;

/** The key of the head of a player's unlocks: their sums, and what is filled. No key of unlocks but the lock expires. */
export function headKey(ulid: string): string {
  return UNLOCKS_PREFIX + ulid;
}

/** The key of the unlocks of a UTC year, in numbers. */
export function yearKey(ulid: string, year: number): string {
  return `${headKey(ulid)}:${year}`;
}

/** The key of the titles and badges of a UTC year's unlocks. */
export function namesKey(ulid: string, year: number): string {
  return `${yearKey(ulid, year)}:names`;
}

/** The key of the unlocks of a year that is being read. */
export function partKey(ulid: string): string {
  return `${headKey(ulid)}:part`;
}

/** The key of their titles and badges. */
export function partNamesKey(ulid: string): string {
  return `${headKey(ulid)}:part:names`;
}

/** The key of the lock with which one server at a time fills up a player's unlocks. */
export function fillingLockKey(ulid: string): string {
  return `longplay:filling:${ulid}`;
}

/** Every key without an expiry that a player's unlocks can have. @param now epoch milliseconds */
export function allKeys(ulid: string, now: number): string[] {
  const last = utcYear(now / 1000) + YEARS_AHEAD;
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
  return [
    headKey(ulid),
    partKey(ulid),
    partNamesKey(ulid),
    ...years.flatMap((year) => [yearKey(ulid, year), namesKey(ulid, year)]),
  ];
}

/** The UTC year of a moment in epoch seconds. */
export function utcYear(epochSeconds: number): number {
  return new Date(epochSeconds * 1000).getUTCFullYear();
}
