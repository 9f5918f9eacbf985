import { canBeJoined } from "./arabic";
import { isSteering } from "./direction";
import { isThaiMark, thaiClusters } from "./thai";

/** Scripts that the cards' fonts do not cover fully, by their Unicode names. */
const SCRIPTS = [
  "Armenian",
  "Bengali",
  "Cherokee",
  "Devanagari",
  "Ethiopic",
  "Georgian",
  "Gujarati",
  "Gurmukhi",
  "Kannada",
  "Khmer",
  "Lao",
  "Malayalam",
  "Mongolian",
  "Myanmar",
  "Oriya",
  "Runic",
  "Sinhala",
  "Syriac",
  "Tamil",
  "Telugu",
  "Thaana",
  "Tibetan",
  // These have fonts, but not for all of their letters.
  "Arabic",
  "Han",
  "Hangul",
  "Hebrew",
  "Thai",
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

const ASCII = /^[!-~]+(?: [!-~]+)*$/;
/** Presentation forms of Arabic letters. */
const ARABIC_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/g;
/** Not drawn: control characters (except for joining and direction), joiners, variants, skin tones, stray marks. */
const NOT_DRAWN = /(?![\u200c\u200e\u200f\u061c])[\p{C}\p{M}\p{Emoji_Modifier}]/gu;

/**
 * The drawable letters of a text in reading order; a Thai letter includes its marks. Other text is replaced by its
 * script's name in brackets.
 *
 * @param has whether any font has a character
 * @param undrawable is called with a text that has other letters
 */
export function lettersOf(
  text: string,
  has: (character: string) => boolean,
  undrawable: (text: string) => void = () => undefined,
): string[] {
  if (ASCII.test(text)) return [...text];
  const letters = allLetters(text);
  if (letters.every((letter) => isKnown(letter, has))) return letters;
  undrawable(text);
  return setApart(letters, has);
}

/** Whether all letters of a text are drawable. */
export function isWritable(text: string, has: (character: string) => boolean): boolean {
  return allLetters(text).every((letter) => isKnown(letter, has));
}

/** All letters of a text, drawable or not, with single spaces. */
function allLetters(text: string): string[] {
  const plain = text
    .replace(ARABIC_FORMS, (form) => form.normalize("NFKC"))
    .normalize("NFC")
    .replace(NOT_DRAWN, (mark) => (isThaiMark(mark) ? mark : ""));
  return thaiClusters(plain.replace(/\s+/g, " ").trim());
}

function isKnown(letter: string, has: (character: string) => boolean): boolean {
  if (isSteering(letter)) return true;
  // A Thai mark needs a letter.
  return canBeJoined(letter) && !isThaiMark(letter) && [...letter].every(has);
}

/** Replaces runs of unknown letters by the name of their script. */
function setApart(letters: readonly string[], has: (character: string) => boolean): string[] {
  const known: string[] = [];
  let unknown = "";
  const name = () => {
    if (unknown === "") return;
    known.push(...`[${scriptOf(unknown)}]`);
    unknown = "";
  };
  for (const [at, letter] of letters.entries()) {
    const next = letters[at + 1];
    const isBetween = letter === " " && unknown !== "" && next !== undefined && !isKnown(next, has);
    if (isBetween || !isKnown(letter, has)) {
      unknown += letter;
      continue;
    }
    name();
    known.push(letter);
  }
  name();
  return known;
}

/** The name of a text's script: of the first in the list, if there are several. Japanese mixes kana with Han. */
function scriptOf(text: string): string {
  if (KANA.test(text)) return "Japanese";
  return SCRIPTS.find(([, script]) => script.test(text))?.[0] ?? "…";
}
