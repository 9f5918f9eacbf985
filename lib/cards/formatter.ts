import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";
import { isDrawable } from "./font";
import { fill, isEnglish, type PluralForms, type Words, wordsFor } from "./words";

/** A locale's formatters take some 100 kB. */
const made = new LRUCache<string, Formatter>({ max: LIMITS.cardLocales });
/** Bounded by the locales that the runtime knows. */
const drawable = new Map<string, boolean>();
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 28) / 1000);

/**
 * The locale of a BCP 47 tag, without extensions, which bounds their number. Undefined for a tag that is invalid or
 * unknown, and for a locale whose dates or numbers the cards' fonts cannot draw.
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
  const { number, day, percent, hours, time, monthInitials } = formatterOf(locale);
  const texts = [
    ...[...months.map(day), ...monthInitials, number(1_234_567_890), percent(0.5)],
    ...[time(45), time(45_296), hours(60), hours(45_296)],
  ];
  return texts.every(isDrawable);
}

/** How a locale writes numbers and dates, and the words that go with them. */
export interface Formatter {
  /** In the locale's language, or in English. */
  words: Words;
  number: (value: number) => string;
  /** Short, rounded down: 20.0k. */
  compact: (value: number) => string;
  /** A day of the UTC calendar, from epoch seconds. */
  day: (at: number) => string;
  /** The initials of the twelve months. */
  monthInitials: string[];
  /** A period of a list filter: a year, a month, a day, or a range of them. */
  period: (text: string) => string;
  /** From a fraction, rounded down: 100% means all. */
  percent: (fraction: number) => string;
  /** From a fraction, in two digits, rounded down: 2.1%, 34%. */
  rarity: (fraction: number) => string;
  /** Whole hours of some seconds in full, rounded down: `1,234 hours`. Minutes if it is less than one. */
  hours: (seconds: number) => string;
  /** A time from seconds in its two largest units: `12 hr 5 min`; hours alone from 100 on. */
  time: (seconds: number) => string;
  /**
   * A number of things: `1 point`, `1,234 points`.
   *
   * @param shown the number as text, if not in full
   */
  counted: (forms: PluralForms, value: number, shown?: string) => string;
  /** An ordinal: `3rd mastery`. */
  nth: (forms: PluralForms, value: number) => string;
}

/** The formatter of a locale, cached. */
export function formatterOf(locale: string): Formatter {
  let formatter = made.get(locale);
  if (!formatter) {
    formatter = make(locale);
    made.set(locale, formatter);
  }
  return formatter;
}

/** The same letters in every language; `Intl` writes 20.000 in German. */
const UNITS_OF_THOUSANDS = [
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

/** Characters of a year. */
const YEAR = 4;
const MONTH = { year: "numeric", month: "long", timeZone: "UTC" } as const;

const MINUTE = 60;
const HOUR = 3600;
/** From so many hours on, minutes are left out. */
const HOURS_ALONE = 100;

type Unit = "hour" | "minute" | "second";

/** Writes an amount of time, rounded down. Makes a formatter only when its unit is needed. */
function unitsOf(locale: string) {
  const made = new Map<string, Intl.NumberFormat>();
  return (unitDisplay: "long" | "short", unit: Unit, value: number): string => {
    const key = `${unitDisplay} ${unit}`;
    let format = made.get(key);
    if (!format) {
      const style = { style: "unit", unit, unitDisplay, maximumFractionDigits: 0 } as const;
      format = new Intl.NumberFormat(locale, { ...style, roundingMode: "floor" });
      made.set(key, format);
    }
    return format.format(value);
  };
}

function make(locale: string): Formatter {
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const initials = new Intl.DateTimeFormat(locale, { month: "narrow", timeZone: "UTC" });
  const percents = new Intl.NumberFormat(locale, { style: "percent", roundingMode: "floor" });
  const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: "floor",
  });
  const rarities = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumSignificantDigits: 2,
    roundingMode: "floor",
  });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, roundingMode: "floor" });
  const rulesOf = (type: Intl.PluralRuleType) => {
    const own = new Intl.PluralRules(locale, { type });
    const english = new Intl.PluralRules("en", { type });
    return (forms: PluralForms) => (isEnglish(forms) ? english : own);
  };
  const cardinals = rulesOf("cardinal");
  const ordinals = rulesOf("ordinal");
  const number = (value: number) => numbers.format(value);
  const amountOf = unitsOf(locale);
  const formOf = (forms: PluralForms, rules: Intl.PluralRules, value: number) =>
    forms[rules.select(value)] ?? forms.other;
  return {
    words: wordsFor(locale),
    number,
    compact: (value) => {
      const [unit, letter] = UNITS_OF_THOUSANDS.find(([least]) => value >= least) ?? [1, ""];
      if (unit === 1) return number(value);
      const of = value / unit;
      return `${(of < 100 ? tenths : whole).format(of)}${letter}`;
    },
    day: (at) => days.format(at * 1000),
    monthInitials: months.map((at) => initials.format(at * 1000)),
    period: (text) => {
      const months = new Intl.DateTimeFormat(locale, MONTH);
      return text
        .split("..")
        .map((date) => {
          const at = Date.parse(date);
          if (date.length === YEAR) return date;
          return date.length === YEAR + "-01".length ? months.format(at) : days.format(at);
        })
        .join(" – ");
    },
    percent: (fraction) => percents.format(fraction),
    rarity: (fraction) => rarities.format(fraction),
    hours: (seconds) =>
      seconds < HOUR
        ? amountOf("long", "minute", seconds / MINUTE)
        : amountOf("long", "hour", seconds / HOUR),
    time: (seconds) => {
      if (seconds < MINUTE) return amountOf("short", "second", seconds);
      const minutes = Math.floor(seconds / MINUTE) % 60;
      const showsMinutes = minutes > 0 && seconds < HOURS_ALONE * HOUR;
      return [
        ...(seconds < HOUR ? [] : [amountOf("short", "hour", seconds / HOUR)]),
        ...(showsMinutes ? [amountOf("short", "minute", minutes)] : []),
      ].join(" ");
    },
    counted: (forms, value, shown = number(value)) =>
      fill(formOf(forms, cardinals(forms), value), shown),
    nth: (forms, value) => fill(formOf(forms, ordinals(forms), value), number(value)),
  };
}
