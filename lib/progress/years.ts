import { type AwardMonth, awardsIn } from "./months";

/** The awards of one year, of all kinds. */
export interface AwardYear {
  /** Of the UTC calendar. */
  year: number;
  awards: number;
}

/**
 * The awards of each year, oldest first, including years without one. Takes what `awardMonths` gives.
 */
export function awardYears(months: AwardMonth[]): AwardYear[] {
  const byYear = new Map<number, number>();
  for (const month of months) {
    const year = Number(month.month.slice(0, 4));
    byYear.set(year, (byYear.get(year) ?? 0) + awardsIn(month));
  }
  return [...byYear].map(([year, awards]) => ({ year, awards }));
}

const NONE = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };

/** The twelve months of a year with their awards. Takes what `awardMonths` gives. */
export function yearMonths(months: readonly AwardMonth[], year: number): AwardMonth[] {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  return Array.from({ length: 12 }, (_, at) => {
    const month = new Date(Date.UTC(year, at)).toISOString().slice(0, 7);
    return byMonth.get(month) ?? { month, ...NONE };
  });
}
