/** Which part of a history is shown: the last twelve months, a year, or one month. */
export interface HistoryQuery {
  /** `2026`; null for the last twelve months. */
  year: string | null;
  /** `2026-11`, of that year; null for all of them. */
  month: string | null;
  /** The first and the last day, as `2026-11-23`; at most 366 days. */
  from: string;
  to: string;
  /** All years that the history covers, the newest first. */
  years: string[];
  /** A requested period that is not shown; null if there is none. */
  ignored: string | null;
}

/**
 * Reads which part of a history `month=2026-11` or `year=2026` asks for. A value outside of the history is ignored.
 *
 * @param firstDay of the history, as `2026-11-23`, as its last one
 */
export function readHistoryQuery(
  given: { year?: string | undefined; month?: string | undefined },
  firstDay: string,
  lastDay: string,
): HistoryQuery {
  const years = yearsFrom(firstDay, lastDay);
  const { year, month } = given;
  if (month !== undefined && isMonthBetween(month, firstDay, lastDay)) {
    return { ...wholeYear(month.slice(0, 4)), month, years, ignored: null };
  }
  if (month === undefined && year !== undefined && years.includes(year)) {
    return { ...wholeYear(year), month: null, years, ignored: null };
  }
  return {
    year: null,
    month: null,
    from: dayAfterYearBefore(lastDay),
    to: lastDay,
    years,
    ignored: month || year || null,
  };
}

function yearsFrom(firstDay: string, lastDay: string): string[] {
  const newest = Number(lastDay.slice(0, 4));
  const count = Math.max(1, newest - Number(firstDay.slice(0, 4)) + 1);
  return Array.from({ length: count }, (_, at) => String(newest - at));
}

function isMonthBetween(month: string, firstDay: string, lastDay: string): boolean {
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  return isMonth && month >= firstDay.slice(0, 7) && month <= lastDay.slice(0, 7);
}

function wholeYear(year: string): Pick<HistoryQuery, "year" | "from" | "to"> {
  return { year, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The first of the twelve months that end with a day. */
function dayAfterYearBefore(day: string): string {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
