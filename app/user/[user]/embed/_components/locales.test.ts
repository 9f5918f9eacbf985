import { expect, test } from "vitest";
import { knownLocale } from "@/lib/cards/formatter";
import { LOCALES, localesWith } from "./locales";

test("cards can draw every locale in the list", () => {
  for (const [tag] of LOCALES) expect(knownLocale(tag), tag).toBe(tag);
});

test("a locale from the URL is offered too, and no locale twice", () => {
  expect(localesWith("kk")[0]).toEqual(["kk", "kk"]);
  expect(localesWith("ja")).toBe(LOCALES);
  expect(localesWith(undefined)).toBe(LOCALES);
});
