import { expect, test } from "vitest";
import { formatterOf, knownLocale } from "./formatter";

test("a locale is what the runtime knows of a tag, so that there are not endlessly many", () => {
  expect(knownLocale("DE-de")).toBe("de-DE");
  expect(knownLocale("zh-Hant")).toBe("zh-Hant");
  expect(knownLocale("en-x-abc123")).toBe("en");
  expect(knownLocale("en-u-nu-thai-ca-buddhist")).toBe("en");
});

test("what is no tag, or of no known language, is no locale", () => {
  for (const tag of ["", "en_US", "xx", "i-klingon", "<svg>", "e".repeat(35)]) {
    expect(knownLocale(tag), tag).toBeUndefined();
  }
});

test("a locale that the fonts cannot write is none", () => {
  for (const tag of ["hi", "th", "he", "fa", "ar-EG"])
    expect(knownLocale(tag), tag).toBeUndefined();
  for (const tag of ["ja", "ru", "el", "ko", "pt-BR", "vi"]) expect(knownLocale(tag)).toBe(tag);
});

test("numbers and days are the locale's", () => {
  const { number, day, percent } = formatterOf("ru");
  expect(day(Date.UTC(2026, 10, 22) / 1000)).toBe("22 нояб. 2026 г.");
  expect(number(1_234_567)).toBe("1\u00a0234\u00a0567");
  expect(percent(0.999)).toBe("99\u00a0%");
});
