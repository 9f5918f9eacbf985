import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
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
import { uk } from "./uk";
import type { Words } from "./words";

/** The languages that cards speak, by their tags; a language's words serve all of its countries. */
export const LANGUAGES = {
  en,
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
} as const satisfies Record<string, Words>;

/** Whether cards have words in a language, and not only numbers and dates. */
export function isLanguage(language: string): language is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, language);
}

/** The words for a locale: those of its language, or English. */
export function wordsFor(locale: string): Words {
  const [language = ""] = locale.split("-");
  return isLanguage(language) ? LANGUAGES[language] : en;
}

export type { Forms, Words } from "./words";
