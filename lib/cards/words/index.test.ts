import { expect, test } from "vitest";
import { isDrawable } from "../font";
import { LANGUAGES, wordsFor } from ".";
import type { Forms, Words } from "./words";

const languages = Object.entries(LANGUAGES);
const OTHERS = languages.filter(([tag]) => tag !== "en");

const isForms = (value: object): value is Forms => "other" in value;

/** All texts of a language by where they stand; of a plural all its forms. */
function textsOf(words: Words): Map<string, string[]> {
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

/** The plurals of a language, those of ordinals apart. */
const formsOf = (words: Words) => ({
  cardinal: [
    words.points,
    words.casualPoints,
    words.games,
    words.awardsWon,
    words.achievementsWon,
    words.versus.both,
    words.lately.achievements,
  ] as Forms[],
  ordinal: Object.values(words.milestones).map(({ nth }) => nth),
});

test("fourteen languages have words, by any of their countries; all others have English ones", () => {
  expect(Object.keys(LANGUAGES).sort().join(" ")).toBe("de en es fr it ja ko nl pl pt ru sv tr uk");
  for (const locale of ["de", "de-AT", "de-Latn-CH"]) expect(wordsFor(locale)).toBe(LANGUAGES.de);
  expect(wordsFor("pt-BR")).toBe(LANGUAGES.pt);
  for (const locale of ["cs", "zh-Hant", "en-GB", "", "constructor", "toString"]) {
    expect(wordsFor(locale), locale).toBe(LANGUAGES.en);
  }
});

test.each(languages)(
  "%s: each text has the gaps that it is filled in at, once each",
  (_, words) => {
    const gaps = (text: string) => (text.match(/#|\{\w*\}/g) ?? []).sort().join();
    const english = textsOf(LANGUAGES.en);
    for (const [at, texts] of textsOf(words)) {
      const expected = gaps(english.get(at)?.[0] ?? "");
      for (const text of texts) expect(gaps(text), `${at}: ${text}`).toBe(expected);
    }
  },
);

test.each(languages)("%s: no text is empty, or has a space too many", (_, words) => {
  for (const [at, texts] of textsOf(words)) {
    for (const text of texts) {
      expect(text, at).not.toBe("");
      if (at !== ".colon") expect(text.trim(), at).toBe(text);
      expect(text, at).not.toMatch(/ {2}/);
    }
  }
});

test.each(languages)("%s: a number of things has a form for every number", (tag, words) => {
  const { cardinal, ordinal } = formsOf(words);
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  for (const forms of cardinal) expect(Object.keys(forms).sort()).toEqual([...categories].sort());
  // Most languages write ordinals alike.
  const ordinals = new Intl.PluralRules(tag, { type: "ordinal" }).resolvedOptions();
  for (const forms of ordinal) {
    for (const category of Object.keys(forms)) {
      expect(ordinals.pluralCategories).toContain(category);
    }
  }
});

test.each(OTHERS)("%s: nothing is left in English that is not the same there", (_, words) => {
  // Words that a language may have from English, or share with it.
  const shared =
    /^(?:Casual|Hardcore|System|Points|# points?|\{won\} (?:of|av) #|: |# point casual)$/;
  const english = textsOf(LANGUAGES.en);
  for (const [at, texts] of textsOf(words)) {
    for (const text of texts) {
      if (!shared.test(text)) expect(english.get(at), `${at}: ${text}`).not.toContain(text);
    }
  }
});

test.each(languages)("%s: counts are told apart by their words, and so are awards", (_, words) => {
  expect(new Set(Object.values(words.counts)).size).toBe(6);
  expect(new Set(Object.values(words.awards)).size).toBe(4);
});

test.each(languages)("%s: the cards' fonts have all letters of it", (_, words) => {
  for (const [at, texts] of textsOf(words)) {
    for (const text of texts) expect(isDrawable(text), `${at}: ${text}`).toBe(true);
  }
});
