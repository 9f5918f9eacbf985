/** A period of the UTC calendar, in epoch seconds: `from` is inclusive, `to` is exclusive. */
export interface Period {
  from: number;
  to: number;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * Reads a period: a year (`2024`), a month (`2024-03`), a day (`2024-03-05`), or a range of two of them
 * (`2024-03..2024-08`). Null for anything else, and for a range that ends before it begins.
 */
export function parsePeriod(text: string): Period | null {
  const [first = "", last = first, ...more] = text.split("..");
  if (more.length > 0 || !isDate(first) || !isDate(last)) return null;
  const period = { from: startOf(first), to: endOf(last) };
  return period.from < period.to ? period : null;
}

/** Whether a time in epoch seconds is in a period; null is in none. */
export function isIn({ from, to }: Period, at: number | null): boolean {
  return at !== null && at >= from && at < to;
}

/** Whether a date exists: there is no February 30. */
function isDate(text: string): boolean {
  return DATE.test(text) && new Date(text).toISOString().startsWith(text);
}

function startOf(date: string): number {
  return Date.parse(date) / 1000;
}

/** The start of the year, month or day after a date. */
function endOf(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0) / 1000;
  return (day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1)) / 1000;
}
