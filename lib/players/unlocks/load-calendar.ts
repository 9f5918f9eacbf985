import "server-only";
import { DAY_MS, dayAfter, utcDayOf } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { localDays } from "@/lib/domain/zone-days";
import { type ActiveDays, daysOfPeriod, lastTwelveMonths } from "@/lib/progress/active-days";
import { withUnlocks } from "@/lib/progress/day-achievements";
import { groupByDay } from "@/lib/unlocks/day-sums";
import { isReadOnPage, utcYearsOf, yearsOfSums } from "./known-years";
import { type KnownUnlocks, loadUnlockYear } from "./load-unlocks";

/** The last twelve months of a player, day by day. */
export interface UnlockCalendar {
  days: ActiveDays;
  /** The time zone of the days. */
  zone: string;
  /** From this day on the days have unlocks; null: none has. */
  from: string | null;
  /** Whether the days are those of UTC because a page does not read so many unlocks. */
  isTooMany: boolean;
}

/**
 * Counts the unlocks of the last twelve months where they are known. Days of UTC are counted from sums alone, and shown
 * where those of the time zone cannot be. Never throws.
 *
 * @param days the same of UTC, without unlocks
 * @param zone a canonical name
 */
export async function loadCalendar(
  player: Player,
  known: KnownUnlocks | null,
  days: ActiveDays,
  zone: string,
): Promise<UnlockCalendar> {
  const none = { days, zone: "UTC", from: null, isTooMany: false };
  if (!known || known.since === null) return none;
  const isInZone = zone !== "UTC";
  const period = lastTwelveMonths(utcDayOf(localDays(zone)(player.checkedAt / 1000) * DAY_MS));
  const { firstDay, length } = period;
  const lastDay = dayAfter(firstDay, length - 1);
  const years = isInZone ? utcYearsOf(yearsOfSums(known.sums), { firstDay, lastDay, zone }) : [];
  const isTooMany = !isReadOnPage(known, years);
  const inZone = isInZone && !isTooMany ? await countInZone(player, known, years, zone) : null;
  if (inZone === null) {
    const first = Date.parse(days.firstDay) / DAY_MS;
    // Writing a day takes a microsecond, and ten years have 3,650.
    const shown = known.sums.filter(({ day }) => day >= first);
    const won = new Map(shown.map((sum) => [utcDayOf(sum.day * DAY_MS), sum.achievements]));
    const from = firstKnown(known, days.firstDay, 1);
    return { ...none, days: withUnlocks(days, won, from), from, isTooMany };
  }
  // Of the first day of a year that is known, some may be in the UTC year before.
  const from = firstKnown(known, firstDay, 2);
  return {
    ...{ zone, from, isTooMany },
    days: withUnlocks(daysOfPeriod(days, period), inZone, from),
  };
}

/** The first day whose unlocks are known, of those since another day. @param january the first of them in a year */
function firstKnown({ since, isComplete }: KnownUnlocks, firstDay: string, january: 1 | 2): string {
  const from = `${since}-01-0${january}`;
  return isComplete || from < firstDay ? firstDay : from;
}

/** The unlocks of these UTC years by day of the time zone; null: they cannot be read now, or only sums are kept. */
async function countInZone(
  player: Player,
  known: KnownUnlocks,
  years: readonly number[],
  zone: string,
): Promise<Map<string, number> | null> {
  if (years.some((year) => !known.years.includes(year))) return null;
  const found = await Promise.all(years.map((year) => loadUnlockYear(player, year)));
  if (found.includes(null)) return null;
  const byDay = groupByDay(
    found.flatMap((unlocks) => unlocks ?? []),
    localDays(zone),
  );
  return new Map([...byDay].map(([day, { length }]) => [utcDayOf(day * DAY_MS), length]));
}
