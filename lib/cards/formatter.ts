import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import { isDrawable } from "./font";

/** A locale's formatters take some 100 kB. */
const made = new LRUCache<string, ReturnType<typeof make>>({ max: LIMITS.cardLocales });
/** No more than the locales that the runtime knows. */
const drawable = new Map<string, boolean>();
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 28) / 1000);

/**
 * The locale that a BCP 47 tag means here, without extensions, so that there are no more than the
 * runtime knows; undefined for a tag that is none or that is unknown, and for a locale whose dates or
 * numbers the cards' fonts cannot write.
 */
export function knownLocale(tag: string): string | undefined {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return undefined;
    const locale = new Intl.Locale(new Intl.DateTimeFormat(tag).resolvedOptions().locale).baseName;
    let isKnown = drawable.get(locale);
    if (isKnown === undefined) {
      isKnown = canBeDrawn(locale);
      drawable.set(locale, isKnown);
    }
    return isKnown ? locale : undefined;
  } catch {
    return undefined;
  }
}

function canBeDrawn(locale: string): boolean {
  const { number, day, percent } = formatterOf(locale);
  return [...months.map(day), number(1_234_567_890), percent(0.5)].every(isDrawable);
}

/** Numbers and dates as a locale writes them; days are of the UTC calendar. */
export function formatterOf(locale: string): ReturnType<typeof make> {
  let formatter = made.get(locale);
  if (!formatter) {
    formatter = make(locale);
    made.set(locale, formatter);
  }
  return formatter;
}

/** Their letters are the same in every language, unlike what `Intl` writes: 20.000 in German. */
const UNITS_OF_THOUSANDS = [
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

function make(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", roundingMode: "floor" });
  const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: "floor",
  });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, roundingMode: "floor" });
  return {
    number: (value: number) => number.format(value),
    /** Short, for where the whole of it has no room: 20.0k, never more than it is. */
    compact: (value: number) => {
      const [unit, letter] = UNITS_OF_THOUSANDS.find(([least]) => value >= least) ?? [1, ""];
      if (unit === 1) return number.format(value);
      const of = value / unit;
      return `${(of < 100 ? tenths : whole).format(of)}${letter}`;
    },
    /** From epoch seconds. */
    day: (at: number) => day.format(at * 1000),
    /** From a fraction. */
    percent: (fraction: number) => percent.format(fraction),
  };
}
