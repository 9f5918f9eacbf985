import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { formatterOf, knownLocale } from "./formatter";
import { LANGUAGES } from "./words";

test("tags resolve to the runtime's locales, which are bounded", () => {
  expect(knownLocale("DE-de")).toBe("de-DE");
  expect(knownLocale("zh-Hant")).toBe("zh-Hant");
  expect(knownLocale("en-x-abc123")).toBe("en");
  expect(knownLocale("en-u-nu-thai-ca-buddhist")).toBe("en");
});

test("all translated languages are known locales", () => {
  for (const tag of Object.keys(LANGUAGES)) expect(knownLocale(tag)).toBe(tag);
});

test("an invalid tag or unknown language is not a locale", () => {
  for (const tag of ["", "en_US", "xx", "i-klingon", "<svg>", "e".repeat(35)]) {
    expect(knownLocale(tag), tag).toBeUndefined();
  }
});

test("a locale that the fonts cannot draw is not available", () => {
  for (const tag of ["hi", "my", "ka", "bn"]) expect(knownLocale(tag), tag).toBeUndefined();
  for (const tag of ["ja", "ru", "el", "ko", "pt-BR", "vi", "th", "he", "fa", "ar-EG"]) {
    expect(knownLocale(tag)).toBe(tag);
  }
});

test("numbers and days are formatted by locale", () => {
  const { number, day, percent } = formatterOf("ru");
  expect(day(Date.UTC(2026, 10, 22) / 1000)).toBe("22 нояб. 2026 г.");
  expect(number(1_234_567)).toBe("1\u00a0234\u00a0567");
  expect(percent(0.999)).toBe("99\u00a0%");
});

test("percentages are rounded down: 100% means all", () => {
  const { percent } = formatterOf("en");
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(["0%", "0%", "50%", "99%", "100%"]);
});

test("a day is a UTC day", () => {
  const { day } = formatterOf("en");
  expect(day(Date.UTC(2026, 0, 1) / 1000)).toBe("Jan 1, 2026");
  expect(day(Date.UTC(2026, 0, 2) / 1000 - 1)).toBe("Jan 1, 2026");
});

test("formatters are in an LRU", () => {
  const first = formatterOf("de");
  expect(formatterOf("de")).toBe(first);
  for (let at = 0; at < LIMITS.cardLocales; at++) formatterOf(`en-x-a${at}`);
  expect(formatterOf("de")).not.toBe(first);
});

test("knownLocale is stable over repeated calls", () => {
  for (let time = 0; time < 2; time++) {
    expect(knownLocale("fr-CA")).toBe("fr-CA");
    expect(knownLocale("my")).toBeUndefined();
  }
});

test("a compact number has at most three digits, the same units everywhere, and is rounded down", () => {
  const compact = (value: number, locale = "en") => formatterOf(locale).compact(value);
  expect([0, 7, 999, 1000, 19_999, 20_000, 123_456].map((value) => compact(value))).toEqual([
    ...["0", "7", "999", "1.0k", "19.9k", "20.0k", "123k"],
  ]);
  expect(compact(999_999)).toBe("999k");
  expect(compact(1_234_567)).toBe("1.2M");
  expect(compact(2_000_000_000)).toBe("2.0G");
  expect(compact(20_000, "de")).toBe("20,0k");
});

test("counted things follow the plural rules of the language", () => {
  const points = (locale: string, value: number) => {
    const { counted, words } = formatterOf(locale);
    return counted(words.points, value);
  };
  expect([0, 1, 2, 1234].map((value) => points("en", value))).toEqual([
    "0 points",
    "1 point",
    "2 points",
    "1,234 points",
  ]);
  expect([1, 3, 5, 11, 21, 22].map((value) => points("ru", value))).toEqual([
    "1 очко",
    "3 очка",
    "5 очков",
    "11 очков",
    "21 очко",
    "22 очка",
  ]);
  expect(points("fr", 0)).toBe("0 point");
  expect(points("fr", 2_000_000)).toBe("2\u202f000\u202f000 de points");
  expect(points("ja", 1)).toBe("1ポイント");
});

test("a compact number has the plural form of the full number", () => {
  const { counted, words } = formatterOf("pl");
  expect(counted(words.points, 20_003, "20 tys.")).toBe("20 tys. punkty");
});

test("ordinals follow the rules of the language", () => {
  const nth = (locale: string, value: number) =>
    formatterOf(locale).nth(formatterOf(locale).words.milestones.mastered.nth, value);
  expect([1, 2, 3, 4, 11, 1001].map((value) => nth("en", value))).toEqual([
    "1st mastery",
    "2nd mastery",
    "3rd mastery",
    "4th mastery",
    "11th mastery",
    "1,001st mastery",
  ]);
  expect([1, 2].map((value) => nth("fr", value))).toEqual(["1er jeu maîtrisé", "2e jeu maîtrisé"]);
  expect([1, 3, 13].map((value) => nth("uk", value))).toEqual([
    "1-та опанована гра",
    "3-тя опанована гра",
    "13-та опанована гра",
  ]);
});

test("an untranslated language has its own numbers, and English words with English rules", () => {
  const { counted, words, number } = formatterOf("cs");
  expect(number(1234)).toBe("1\u00a0234");
  expect(counted(words.points, 3)).toBe("3 points");
  expect(counted(words.points, 1)).toBe("1 point");
});

test("English that stands in for a missing translation keeps English rules", () => {
  const { counted, nth } = formatterOf("ru");
  const { games, milestones } = LANGUAGES.en;
  // In Russian, 21 has the form of 1, and all ordinals are alike.
  expect(counted(games, 21)).toBe("21 games");
  expect(nth(milestones.mastered.nth, 3)).toBe("3rd mastery");
});

test("a time has its two largest units, and hours alone from 100 on", () => {
  const { time } = formatterOf("en");
  expect([45, 60, 3599, 3600, 43_500, 359_999, 360_060].map(time)).toEqual([
    ...["45 sec", "1 min", "59 min", "1 hr", "12 hr 5 min", "99 hr 59 min", "100 hr"],
  ]);
  expect(formatterOf("de").time(43_500)).toBe("12 Std. 5 Min.");
});

test("hours are whole ones, in words; less than one is minutes", () => {
  const { hours } = formatterOf("en");
  expect([0, 3599, 3600, 7199, 4_445_999].map(hours)).toEqual([
    ...["0 minutes", "59 minutes", "1 hour", "1 hour", "1,234 hours"],
  ]);
  expect(formatterOf("ru").hours(7200)).toBe("2 часа");
});

test("rarity has two digits, rounded down", () => {
  const { rarity } = formatterOf("en");
  expect([0.0219, 0.000_439, 0.349, 0.999, 1].map(rarity)).toEqual([
    ...["2.1%", "0.043%", "34%", "99%", "100%"],
  ]);
  expect(formatterOf("fr").rarity(0.021)).toMatch(/^2,1\s%$/);
});
