import { type AwardMonth, awardsIn, monthName, monthsNamed } from "./months";

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

/** The year with the most awards, the newest of several; null without an award. Takes what `awardYears` gives. */
export function bestYear(years: readonly AwardYear[]): AwardYear | null {
  const withAwards = years.filter(({ awards }) => awards > 0);
  return withAwards.reduce<AwardYear | null>(
    (best, year) => (best && best.awards > year.awards ? best : year),
    null,
  );
}

/** The twelve months of a year with their awards. Takes what `awardMonths` gives. */
export function yearMonths(months: readonly AwardMonth[], year: number): AwardMonth[] {
  const names = Array.from({ length: 12 }, (_, at) => monthName(year * 12 + at));
  return monthsNamed(names, months);
}
