import { daysBetween } from "@/lib/domain/days";
import type { DayRecord } from "./day-record";
import type { Totals } from "./totals";

/** Totals that grow from day to day. */
export interface GrowthDays {
  /** Of the UTC calendar: `2026-11-23`. */
  firstDay: string;
  /** Whether `points` are casual points: of a player who has no hardcore points. */
  areCasual: boolean;
  /** At the end of each day, from the first day on; null without a snapshot. */
  points: (number | null)[];
  achievements: (number | null)[];
  /** Of any kind. */
  awards: (number | null)[];
}

/** The growth over some days, given oldest first; null without a day. */
export function growthDays(records: readonly DayRecord[]): GrowthDays | null {
  const [first] = records;
  const last = records.at(-1);
  if (!first || !last) return null;
  const indexOf = (day: string) => daysBetween(first.day, day);
  const byIndex = new Map(records.map(({ day, totals }) => [indexOf(day), totals]));
  const count = indexOf(last.day) + 1;
  const series = (of: (totals: Totals) => number) =>
    Array.from({ length: count }, (_, at) => {
      const totals = byIndex.get(at);
      return totals ? of(totals) : null;
    });
  const areCasual = last.totals.points === 0 && last.totals.casualPoints > 0;
  return {
    firstDay: first.day,
    areCasual,
    points: series((totals) => (areCasual ? totals.casualPoints : totals.points)),
    achievements: series((totals) => totals.achievements + totals.casualAchievements),
    awards: series(awardsOf),
  };
}

function awardsOf({ mastered, completed, beaten, beatenCasual }: Totals): number {
  return mastered + completed + beaten + beatenCasual;
}
