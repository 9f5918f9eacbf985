import { dayAfter, daysBetween } from "@/lib/domain/days";
import type { ActiveDays } from "./active-days";

/**
 * Achievements per day, as a text for the browser: the first day, then one count per day, left empty where unknown:
 * `2026-11-23 5,,0,2`. Empty without a day.
 *
 * @param days by day, as `2026-11-23`, the oldest first
 */
export function packDayAchievements(days: ReadonlyMap<string, number>): string {
  const [firstDay] = days.keys();
  const lastDay = [...days.keys()].at(-1);
  if (firstDay === undefined || lastDay === undefined) return "";
  const counts: string[] = [];
  for (let day = firstDay; day <= lastDay; day = dayAfter(day, 1)) {
    counts.push(String(days.get(day) ?? ""));
  }
  return `${firstDay} ${counts.join(",")}`;
}

/**
 * Adds the achievements that {@link packDayAchievements} packed. A count of 0 on a day with an unlock is unknown: the
 * unlock came after the last snapshot of that day.
 */
export function withAchievements(days: ActiveDays, packed: string): ActiveDays {
  const [firstDay = "", counts = ""] = packed.split(" ");
  if (firstDay === "") return days;
  const known = counts.split(",");
  const start = daysBetween(firstDay, days.firstDay);
  const achievements = days.counts.map((games, at) => {
    const count = known[start + at];
    if (count === undefined || count === "") return null;
    return Number(count) === 0 && games > 0 ? null : Number(count);
  });
  return achievements.some((count) => count !== null) ? { ...days, achievements } : days;
}
