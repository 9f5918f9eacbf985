import type { AwardMonth } from "./months";

const NONE = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };

/** The twelve months of a year with their awards. Takes what `awardMonths` gives. */
export function yearMonths(months: readonly AwardMonth[], year: number): AwardMonth[] {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  return Array.from({ length: 12 }, (_, at) => {
    const month = new Date(Date.UTC(year, at)).toISOString().slice(0, 7);
    return byMonth.get(month) ?? { month, ...NONE };
  });
}
