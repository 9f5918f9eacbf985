import { DAY_SECONDS } from "@/lib/domain/days";
import { localDays } from "@/lib/domain/zone-days";
import { type DaySums, QUARTER_SECONDS } from "./day-sums";

/**
 * The days with an unlock in a time zone, since 1970 and oldest first. Only a zone whose offset changed within a
 * quarter-hour (Newfoundland until 2011) can have a day too many or too few there.
 *
 * @param zone a canonical name
 */
export function activeDays(sums: DaySums, zone: string): number[] {
  if (zone === "UTC") return sums.map(({ day }) => day);
  const dayOf = localDays(zone);
  const days = new Set<number>();
  for (const { day, firstQuarter, lastQuarter } of sums) {
    const start = day * DAY_SECONDS;
    days.add(dayOf(start + firstQuarter * QUARTER_SECONDS));
    days.add(dayOf(start + lastQuarter * QUARTER_SECONDS));
  }
  return [...days].sort((a, b) => a - b);
}
