const made = new Map<string, ReturnType<typeof make>>();

/** Numbers and dates as a locale writes them; days are of the UTC calendar. */
export function formatterOf(locale: string): ReturnType<typeof make> {
  let formatter = made.get(locale);
  if (!formatter) {
    formatter = make(locale);
    made.set(locale, formatter);
  }
  return formatter;
}

function make(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", roundingMode: "floor" });
  return {
    number: (value: number) => number.format(value),
    /** From epoch seconds. */
    day: (at: number) => day.format(at * 1000),
    /** From a fraction. */
    percent: (fraction: number) => percent.format(fraction),
  };
}
