import { DAY_MS, DAY_SECONDS } from "@/lib/domain/days";
import { localDays } from "@/lib/domain/zone-days";
import { LIMITS } from "@/lib/limits";
import type { DaySums } from "@/lib/unlocks/day-sums";
import { utcYear } from "./keys";
import type { KnownUnlocks } from "./load-unlocks";

/** Days of a time zone, as `2026-11-23`. */
export interface Period {
  firstDay: string;
  lastDay: string;
  /** A canonical name. */
  zone: string;
}

/** A year of a time zone. */
export function periodOfYear(year: number, zone: string): Period {
  const text = String(year).padStart(4, "0");
  return { firstDay: `${text}-01-01`, lastDay: `${text}-12-31`, zone };
}

/** Those of some UTC years that a period lies in. Costs nothing if none is near. */
export function utcYearsOf(
  years: readonly number[],
  { firstDay, lastDay, zone }: Period,
): number[] {
  const dayOf = localDays(zone);
  const [first, last] = [Date.parse(firstDay) / DAY_MS, Date.parse(lastDay) / DAY_MS];
  // Clocks are about a day apart from those of UTC at most.
  const [from, to] = [Number(firstDay.slice(0, 4)) - 1, Number(lastDay.slice(0, 4)) + 1];
  return years
    .filter((year) => year >= from && year <= to)
    .filter((year) => dayOf(startOf(year + 1) - 1) >= first && dayOf(startOf(year)) <= last);
}

/** The UTC years with an unlock, oldest first. */
export function yearsOfSums(sums: DaySums): number[] {
  return [...new Set(sums.map(({ day }) => utcYear(day * DAY_SECONDS)))];
}

/** Whether a page reads all unlocks of these UTC years: there are few enough. */
export function isReadOnPage({ sums }: KnownUnlocks, years: readonly number[]): boolean {
  const count = sums
    .filter(({ day }) => years.includes(utcYear(day * DAY_SECONDS)))
    .reduce((sum, { achievements }) => sum + achievements, 0);
  return count <= LIMITS.unlocksOnPage;
}

/**
 * Days of a zone, since 1970, that lie in one of these UTC years and in another one whose unlocks cannot be loaded: they
 * would be counted in part.
 */
export function cutDays(known: KnownUnlocks, years: readonly number[], zone: string): number[] {
  const dayOf = localDays(zone);
  const borders = years.flatMap((year) => [
    ...(isMissing(known, year - 1) ? [startOf(year)] : []),
    ...(isMissing(known, year + 1) ? [startOf(year + 1)] : []),
  ]);
  return borders.filter((at) => dayOf(at - 1) === dayOf(at)).map(dayOf);
}

/** Whether a UTC year has unlocks that cannot be loaded, or may have some. */
function isMissing({ years, sums, since, isComplete }: KnownUnlocks, year: number): boolean {
  if (years.includes(year)) return false;
  const isUnread = !isComplete && since !== null && year < since;
  return isUnread || yearsOfSums(sums).includes(year);
}

const startOf = (year: number) => Date.UTC(year, 0) / 1000;
