import type { Game } from "@/lib/domain/player";
import { memoize } from "./per-library";

/** I to XX: the numerals that RA's sort titles convert. */
export const ROMAN_NUMERALS =
  "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(" ");

/** A word of I, V and X with what ends it: the end, `:`, `&`, `(`, or `-` and digits. */
const NUMERAL_WORD = /\b([IVX]+)(?:\s*(?:[:&(]|$)|-(\d+))/gi;
const LEADING_ARTICLE = /^\s*(?:a|an|the)\b(?!-)\s*/i;
/** Greedy, as RA's: of several articles after commas, the last one is removed. */
const TRAILING_ARTICLE = /^(.+),\s*(?:a|an|the)\b/i;
const TAGGED = /^~([^~]+)~(.*)$/s;

/**
 * The key that RA sorts titles by, compared by code point: numerals and digits in five digits, no
 * articles, no accents, and tagged games last, grouped by tag (RA: its sort title).
 */
export function sortTitle(title: string): string {
  const numbered = title.replace(NUMERAL_WORD, numeralInDigits).replace(/\d+/g, padded);
  const key = numbered
    .replace(LEADING_ARTICLE, "")
    .replace(TRAILING_ARTICLE, "$1")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    // Composed again: NFD decomposes more than accents (Hangul syllables).
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_\s~-]/gu, "")
    .trim();
  const [, tag, rest] = TAGGED.exec(key) ?? [];
  if (tag === undefined || rest === undefined) return key;
  return `zzzz{${tag} ${rest.trimStart().replace(LEADING_ARTICLE, "")}`.trimEnd();
}

/** The rest after the word is removed too (RA's rule), except a number after a dash. */
function numeralInDigits(_: string, word: string, suffix: string | undefined): string {
  const numeral = word.toUpperCase();
  const at = ROMAN_NUMERALS.indexOf(numeral);
  if (at < 0) return numeral;
  const digits = String(at + 1).padStart(5, "0");
  return suffix === undefined ? digits : `${digits}-${withoutZeros(suffix).padStart(5, "0")}`;
}

/** RA does not pad five digits; those of a numeral are five already. */
function padded(digits: string): string {
  if (digits.length === 5) return digits;
  const significant = withoutZeros(digits);
  return digits.slice(0, -significant.length) + significant.padStart(5, "0");
}

/** Keeps at least one digit. */
function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

type Titled = Pick<Game, "title">;

/** A game's sort title, cached while the game is in memory: making it takes longer than sorting. */
export const sortKey = memoize(new WeakMap<Titled, string>(), ({ title }) => sortTitle(title));
