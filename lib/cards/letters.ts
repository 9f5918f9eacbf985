import { canBeJoined } from "./arabic";
import { isSteering } from "./direction";
import { isThaiMark, thaiClusters } from "./thai";

/** Scripts that games' titles may be in and that no font of the cards has, as Unicode names them. */
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
  // These have fonts, but not for each of their letters.
  "Arabic",
  "Han",
  "Hangul",
  "Hebrew",
  "Thai",
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

const ASCII = /^[!-~]+(?: [!-~]+)*$/;
/** Forms of Arabic letters that are characters of their own. */
const ARABIC_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/g;
/** Not drawn: control characters but those that steer letters, joiners, variants, skin tones, marks that no letter has. */
const NOT_DRAWN = /(?![\u200c\u200e\u200f\u061c])[\p{C}\p{M}\p{Emoji_Modifier}]/gu;

/**
 * The letters of a text that can be drawn, in the order in which they are read; a Thai letter is one
 * with its marks. What cannot be drawn is named by its script in brackets.
 *
 * @param has whether the fonts have a character
 */
export function lettersOf(text: string, has: (character: string) => boolean): string[] {
  if (ASCII.test(text)) return [...text];
  const letters = allLetters(text);
  return letters.every((letter) => isKnown(letter, has)) ? letters : setApart(letters, has);
}

/** Whether nothing of a text would be set apart. */
export function isWritable(text: string, has: (character: string) => boolean): boolean {
  return allLetters(text).every((letter) => isKnown(letter, has));
}

/** A text's letters, with single spaces, whether they can be drawn or not. */
function allLetters(text: string): string[] {
  const plain = text
    .replace(ARABIC_FORMS, (form) => form.normalize("NFKC"))
    .normalize("NFC")
    .replace(NOT_DRAWN, (mark) => (isThaiMark(mark) ? mark : ""));
  return thaiClusters(plain.replace(/\s+/g, " ").trim());
}

function isKnown(letter: string, has: (character: string) => boolean): boolean {
  if (isSteering(letter)) return true;
  // A mark of Thai without its letter has nothing to stand on.
  return canBeJoined(letter) && !isThaiMark(letter) && [...letter].every(has);
}

/** Letters with what is unknown, words at a time, replaced by its name. */
function setApart(letters: readonly string[], has: (character: string) => boolean): string[] {
  const known: string[] = [];
  let unknown = "";
  const name = () => {
    if (unknown === "") return;
    known.push(...`[${SCRIPTS.find(([, script]) => script.test(unknown))?.[0] ?? "…"}]`);
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
