/** Awards by kind. */
export interface AwardMix {
  mastered: number;
  completed: number;
  beaten: number;
  beatenCasual: number;
}

/** No award of any kind. */
export const NO_AWARDS: AwardMix = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };

/** The awards of one month, by kind. */
export interface AwardMonth extends AwardMix {
  /** Of the UTC calendar: `2024-03`. */
  month: string;
}

/** The number of awards of a month, of all kinds. */
export function awardsIn({ mastered, completed, beaten, beatenCasual }: AwardMix): number {
  return mastered + completed + beaten + beatenCasual;
}

/** The sum of the awards of months, by kind. */
export function sumAwards(months: readonly AwardMix[]): AwardMix {
  const sum = { ...NO_AWARDS };
  for (const { mastered, completed, beaten, beatenCasual } of months) {
    sum.mastered += mastered;
    sum.completed += completed;
    sum.beaten += beaten;
    sum.beatenCasual += beatenCasual;
  }
  return sum;
}

/** Award months of these names, as `2024-03`; those that are not in `months` are without awards. */
export function monthsNamed(names: readonly string[], months: readonly AwardMonth[]): AwardMonth[] {
  const byName = new Map(months.map((each) => [each.month, each]));
  return names.map((month) => byName.get(month) ?? { month, ...NO_AWARDS });
}

/** Cumulative awards at the end of each month. */
export function runningTotals(months: AwardMonth[]): number[] {
  return runningSums(months.map(awardsIn));
}

/** For each value, its sum with all before it. */
export function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** Months from year 0 to a time in epoch seconds, for arithmetic. */
export function monthIndex(epochSeconds: number): number {
  const date = new Date(epochSeconds * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The month that is `months` later, both as `2024-03`. */
export function monthAfter(month: string, months: number): string {
  return monthName(monthIndex(Date.parse(month) / 1000) + months);
}

/** The month of an index of {@link monthIndex}: `2024-03`. */
export function monthName(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, "0");
  return `${year}-${String((index % 12) + 1).padStart(2, "0")}`;
}
