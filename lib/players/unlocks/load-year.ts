import "server-only";
import { DAY_SECONDS } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { daysInZone, type ZoneDay } from "@/lib/unlocks/days-in-zone";
import { type YearFigures, yearFigures, yearSums } from "@/lib/unlocks/year-sums";
import { utcYear } from "./keys";
import { isReadOnPage, periodOfYear, utcYearsOf, yearsOfSums } from "./known-years";
import { loadZoneDay, loadZoneYear, type NamedUnlocks, utcDays } from "./load-days";
import { type KnownUnlocks, loadUnlocks } from "./load-unlocks";

/** What a page asks about a year. */
export interface AskedYear {
  year: number;
  /** A canonical name. */
  zone: string;
  /** A day of the year whose unlocks are listed, `2026-11-23`. */
  day: string | null;
}

/** What a page shows of a year's unlocks. */
export interface UnlockYear {
  /** The first year that is known. */
  since: number;
  isComplete: boolean;
  /** Null: the year's unlocks are not read yet. */
  counted: {
    /** The time zone of the days: UTC for too many unlocks, or if only sums are kept. */
    zone: string;
    /** Those with an unlock, oldest first. */
    days: readonly ZoneDay[];
    figures: YearFigures;
  } | null;
  /** Of the day that was asked for, oldest first; null: of none, or they cannot be listed. */
  ofDay: NamedUnlocks | null;
  /** Whether something of this could not be read in time. */
  isPartial: boolean;
}

/** Loads what a page shows of a year's unlocks; null: the player has none, or none is known now. Never throws. */
export async function loadYear(player: Player, asked: AskedYear): Promise<UnlockYear | null> {
  const known = await loadUnlocks(player);
  if (!known || known.since === null || known.sums.length === 0) return null;
  const { since, isComplete } = known;
  if (!isComplete && asked.year < since) {
    return { since, isComplete, counted: null, ofDay: null, isPartial: false };
  }
  const { counted, isPartial } = await countYear(player, known, asked);
  const day = hasSumsOnly(known, asked.year) ? null : asked.day;
  const ofDay = day === null ? null : await loadZoneDay(player, known, day, counted.zone);
  const isDayMissing = day !== null && ofDay === null;
  return { since, isComplete, counted, ofDay, isPartial: isPartial || isDayMissing };
}

/** The UTC year of the first unlock that is known; null: none is. */
export function firstUnlockYear(known: KnownUnlocks | null): number | null {
  const [first] = known?.sums ?? [];
  return first ? utcYear(first.day * DAY_SECONDS) : null;
}

async function countYear(
  player: Player,
  known: KnownUnlocks,
  { year, zone }: AskedYear,
): Promise<{ counted: NonNullable<UnlockYear["counted"]>; isPartial: boolean }> {
  const isCountable = canCount(known, year, zone);
  const unlocks = isCountable ? await loadZoneYear(player, known, year, zone) : null;
  if (unlocks === null) {
    const days = utcDays(known, year);
    return {
      counted: { zone: "UTC", days, figures: yearFigures(days) },
      isPartial: isCountable,
    };
  }
  const days = daysInZone(unlocks, year, zone);
  return { counted: { zone, days, figures: yearSums(unlocks, year, zone) }, isPartial: false };
}

/** Whether a year's unlocks are few enough to be read, and not kept as sums only. */
function canCount(known: KnownUnlocks, year: number, zone: string): boolean {
  if (hasSumsOnly(known, year)) return false;
  const years = utcYearsOf(yearsOfSums(known.sums), periodOfYear(year, zone));
  return isReadOnPage(known, years);
}

function hasSumsOnly(known: KnownUnlocks, year: number): boolean {
  return !known.years.includes(year) && utcDays(known, year).length > 0;
}
