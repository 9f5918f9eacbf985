import { dayAfter } from "@/lib/domain/days";
import type { ActiveDays } from "./active-days";

/**
 * Adds the achievements of the days for which they are known. A count of 0 on a day with an unlock is unknown: the
 * unlock came after the last snapshot of that day.
 *
 * @param known achievements by day, as `2026-11-23`
 */
export function withAchievements(days: ActiveDays, known: ReadonlyMap<string, number>): ActiveDays {
  const achievements = days.counts.map((games, at) => {
    const count = known.get(dayAfter(days.firstDay, at)) ?? null;
    return count === 0 && games > 0 ? null : count;
  });
  return achievements.some((count) => count !== null) ? { ...days, achievements } : days;
}
