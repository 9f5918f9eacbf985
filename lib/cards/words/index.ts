import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import type { PluralForms } from "./forms";
import { fr } from "./fr";
import { it } from "./it";
import { ja } from "./ja";
import { ko } from "./ko";
import { nl } from "./nl";
import { pl } from "./pl";
import { ptBr } from "./pt-br";
import { ru } from "./ru";
import { sv } from "./sv";
import { tr } from "./tr";
import { type Translation, type Words, withEnglish } from "./translation";
import { uk } from "./uk";

/** Translations by language tag; one serves all countries of its language. */
export const TRANSLATIONS = {
  de,
  fr,
  es,
  pt: ptBr,
  it,
  pl,
  nl,
  sv,
  tr,
  ru,
  uk,
  ja,
  ko,
} satisfies Record<string, Translation>;

const translated = Object.fromEntries(
  Object.entries(TRANSLATIONS).map(([tag, words]) => [tag, withEnglish(en, words)]),
) as Record<keyof typeof TRANSLATIONS, Words>;

/** The words of each language, with English in the gaps of a translation. */
export const LANGUAGES: Record<"en" | keyof typeof TRANSLATIONS, Words> = { en, ...translated };

function isLanguage(language: string): language is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, language);
}

/** The words for a locale: in its language, or in English. */
export function wordsFor(locale: string): Words {
  const [language = ""] = locale.split("-");
  return isLanguage(language) ? LANGUAGES[language] : en;
}

/** A text with `#` replaced by `shown`, and `{won}` if given. */
export function fill(text: string, shown: string, won = "{won}"): string {
  // A function, since a replacement text may contain `$`.
  return text.replace(/#|\{won\}/g, (placeholder) => (placeholder === "#" ? shown : won));
}

const ENGLISH_FORMS = new Set(pluralForms(en));

function pluralForms(part: object): object[] {
  if ("other" in part) return [part];
  return Object.values(part).flatMap((inner) =>
    typeof inner === "string" ? [] : pluralForms(inner),
  );
}

/** Whether plural forms are English ones, which stand in for a missing translation and need the rules of English. */
export function isEnglish(forms: PluralForms): boolean {
  return ENGLISH_FORMS.has(forms);
}

export type { PluralForms } from "./forms";
export type { Words } from "./translation";
