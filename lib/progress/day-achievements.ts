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

/**
 * Adds the unlocks of all days from one on. Games are not counted on these: each unlock is known.
 *
 * @param won unlocks by day, as `2026-11-23`; a day without any is absent
 * @param from the first day whose unlocks are known
 */
export function withUnlocks(
  days: ActiveDays,
  won: ReadonlyMap<string, number>,
  from: string,
): ActiveDays {
  const names = days.counts.map((_, at) => dayAfter(days.firstDay, at));
  return {
    firstDay: days.firstDay,
    counts: days.counts.map((count, at) => ((names[at] ?? "") < from ? count : 0)),
    achievements: names.map((day, at) =>
      day < from ? (days.achievements?.[at] ?? null) : (won.get(day) ?? 0),
    ),
  };
}
