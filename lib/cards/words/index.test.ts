import { expect, test } from "vitest";
import { isDrawable } from "../font";
import { fill, LANGUAGES, type PluralForms, TRANSLATIONS, wordsFor } from ".";
import type { Translation } from "./translation";

const languages = Object.entries(LANGUAGES);
const translations = Object.entries(TRANSLATIONS);
const OWN_TEXTS = [["en", LANGUAGES.en] as const, ...translations];

const isForms = (value: object): value is PluralForms => "other" in value;

/** The texts of a language by their path; of a plural, all its forms. */
function textsOf(words: Translation): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const walk = (value: object, path: string) => {
    for (const [name, inner] of Object.entries(value)) {
      const at = `${path}.${name}`;
      if (typeof inner === "string") found.set(at, [inner]);
      else if (isForms(inner)) found.set(at, Object.values(inner));
      else walk(inner, at);
    }
  };
  walk(words, "");
  return found;
}

/** The plurals of a language: those of ordinals are the milestones'. */
function pluralsOf(words: object): PluralForms[] {
  return Object.values(words).flatMap((part) => {
    if (typeof part === "string") return [];
    return isForms(part) ? [part] : pluralsOf(part);
  });
}

test("placeholders are replaced by the exact text", () => {
  expect(fill("# points", "1,234")).toBe("1,234 points");
  expect(fill("{won} of #", "40", "12")).toBe("12 of 40");
  expect(fill("nobody called #.", "$& # {won} $1")).toBe("nobody called $& # {won} $1.");
});

test("a translation serves all countries of its language; other languages are in English", () => {
  expect(Object.keys(LANGUAGES).sort().join(" ")).toBe("de en es fr it ja ko nl pl pt ru sv tr uk");
  for (const locale of ["de", "de-AT", "de-Latn-CH"]) expect(wordsFor(locale)).toBe(LANGUAGES.de);
  expect(wordsFor("pt-BR")).toBe(LANGUAGES.pt);
  for (const locale of ["cs", "zh-Hant", "en-GB", "", "constructor", "toString"]) {
    expect(wordsFor(locale), locale).toBe(LANGUAGES.en);
  }
});

test.each(OWN_TEXTS)(
  "%s: each text has the placeholders of the English one, once each",
  (_, words) => {
    const gaps = (text: string) => (text.match(/#|\{\w*\}/g) ?? []).sort().join();
    const english = textsOf(LANGUAGES.en);
    for (const [at, texts] of textsOf(words)) {
      const expected = gaps(english.get(at)?.[0] ?? "");
      for (const text of texts) expect(gaps(text), `${at}: ${text}`).toBe(expected);
    }
  },
);

test.each(OWN_TEXTS)("%s: no text is empty, or has a space too many", (_, words) => {
  for (const [at, texts] of textsOf(words)) {
    for (const text of texts) {
      expect(text, at).not.toBe("");
      if (at !== ".colon") expect(text.trim(), at).toBe(text);
      expect(text, at).not.toMatch(/ {2}/);
    }
  }
});

test.each(OWN_TEXTS)("%s: plurals have the categories of the language", (tag, words) => {
  const { milestones = {}, ...others } = words;
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  for (const forms of pluralsOf(others))
    expect(Object.keys(forms).sort()).toEqual([...categories].sort());
  // Most languages write all ordinals alike.
  const ordinals = new Intl.PluralRules(tag, { type: "ordinal" }).resolvedOptions();
  for (const forms of pluralsOf(milestones))
    expect(ordinals.pluralCategories).toEqual(expect.arrayContaining(Object.keys(forms)));
});

test.each(translations)(
  "%s: a translation repeats no English text, except shared words",
  (_, words) => {
    // Words that a language borrows from English or shares with it.
    const shared =
      /^(?:Casual|Hardcore|System|Points|# points?|\{won\} (?:of|av) #|: |# point casual)$/;
    const english = textsOf(LANGUAGES.en);
    for (const [at, texts] of textsOf(words)) {
      for (const text of texts) {
        if (!shared.test(text)) expect(english.get(at), `${at}: ${text}`).not.toContain(text);
      }
    }
  },
);

test.each(languages)("%s: no two counts have the same label, and no two awards", (_, words) => {
  expect(new Set(Object.values(words.counts)).size).toBe(6);
  expect(new Set(Object.values(words.awards)).size).toBe(4);
});

test.each(languages)("%s: the cards' fonts have all its letters", (_, words) => {
  for (const [at, texts] of textsOf(words)) {
    for (const text of texts) expect(isDrawable(text), `${at}: ${text}`).toBe(true);
  }
});
