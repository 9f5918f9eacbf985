import "server-only";
import { DAY_MS, DAY_SECONDS, utcDayOf } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { localDays } from "@/lib/domain/zone-days";
import type { DaySum } from "@/lib/unlocks/day-sums";
import { daysInZone, type YearDays, type ZoneDay } from "@/lib/unlocks/days-in-zone";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import { utcYear } from "./keys";
import { cutDays, periodOfYear, utcYearsOf } from "./known-years";
import { type KnownUnlocks, loadUnlockNames, loadUnlockYear } from "./load-unlocks";

/**
 * The unlocks of a year of a time zone, with others of the UTC years that it lies in; null: they cannot be read now.
 * Empty for a year that is not among the known ones, and without the days of which a part is in an unknown one.
 *
 * @param zone a canonical name
 */
export async function loadZoneYear(
  player: Player,
  known: KnownUnlocks,
  year: number,
  zone: string,
): Promise<readonly Unlock[] | null> {
  const listed = utcYearsOf(known.years, periodOfYear(year, zone));
  const found = await Promise.all(listed.map((each) => loadUnlockYear(player, each)));
  if (found.includes(null)) return null;
  const unlocks = found.flatMap((each) => each ?? []);
  const cut = cutDays(known, listed, zone);
  if (cut.length === 0) return unlocks;
  const dayOf = localDays(zone);
  return unlocks.filter(({ at }) => !cut.includes(dayOf(at)));
}

/** The sums of a year's days, as {@link loadZoneYear} loads their unlocks. */
export async function loadDays(
  player: Player,
  known: KnownUnlocks,
  year: number,
  zone: string,
): Promise<YearDays | null> {
  if (!known.years.includes(year)) {
    const days = utcDays(known, year);
    if (days.length > 0) return { zone: "UTC", days };
  }
  const unlocks = await loadZoneYear(player, known, year, zone);
  return unlocks && { zone, days: daysInZone(unlocks, year, zone) };
}

/** The days of a UTC year, from sums alone. */
export function utcDays({ sums }: KnownUnlocks, year: number): ZoneDay[] {
  return sums.filter(({ day }) => utcYear(day * DAY_SECONDS) === year).map(utcDay);
}

/** Unlocks, oldest first, with the names of their achievements and maybe of others. */
export interface NamedUnlocks {
  unlocks: readonly Unlock[];
  names: readonly UnlockName[];
}

/**
 * The unlocks of a UTC year with their names; null: they cannot be read now. Empty for a year that is not among the known
 * ones.
 */
export async function loadNamedYear(
  player: Player,
  { years }: KnownUnlocks,
  year: number,
): Promise<NamedUnlocks | null> {
  if (!years.includes(year)) return { unlocks: [], names: [] };
  const [unlocks, names] = await Promise.all([
    loadUnlockYear(player, year),
    loadUnlockNames(player, year),
  ]);
  return unlocks && names && { unlocks, names };
}

/**
 * Loads the unlocks of a day of a time zone; null: they cannot be read now. Empty for a day of a year that is not among
 * the known ones.
 *
 * @param day as `2026-11-23`
 * @param zone a canonical name
 */
export async function loadZoneDay(
  player: Player,
  { years }: KnownUnlocks,
  day: string,
  zone: string,
): Promise<NamedUnlocks | null> {
  const dayOf = localDays(zone);
  const wanted = Date.parse(day) / DAY_MS;
  const listed = utcYearsOf(years, { firstDay: day, lastDay: day, zone });
  const found = await Promise.all(
    listed.map(async (year): Promise<NamedUnlocks | null> => {
      const ofYear = await loadUnlockYear(player, year);
      const unlocks = ofYear?.filter(({ at }) => dayOf(at) === wanted);
      if (!unlocks) return null;
      if (unlocks.length === 0) return { unlocks, names: [] };
      const names = await loadUnlockNames(player, year);
      return names && { unlocks, names };
    }),
  );
  if (found.includes(null)) return null;
  return {
    unlocks: found.flatMap((year) => year?.unlocks ?? []),
    names: found.flatMap((year) => year?.names ?? []),
  };
}

function utcDay({ day, firstQuarter: _, lastQuarter: __, ...sums }: DaySum): ZoneDay {
  return { day: utcDayOf(day * DAY_MS), ...sums };
}
