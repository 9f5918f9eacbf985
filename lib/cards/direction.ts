import bidiFactory from "bidi-js";
import { joinArabic } from "./arabic";

const bidi = bidiFactory();

/** A character of a right-to-left script, or one of its digits. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Control characters for joining and direction, which are not drawn. */
const STEERING = /[\u200c\u200e\u200f\u061c]/;

/** Whether a letter belongs to a right-to-left script. */
export function isRightToLeft(letter: string): boolean {
  return RIGHT_TO_LEFT.test(letter);
}

/** Whether a character only controls joining or direction. */
export function isSteering(letter: string): boolean {
  return STEERING.test(letter);
}

/**
 * Letters in visual order from left to right, in their joined forms (Unicode's bidirectional algorithm; the first letter
 * with a direction sets the direction of the text).
 */
export function visualOrder(letters: readonly string[]): string[] {
  if (!letters.some(isRightToLeft)) return letters.filter((letter) => !isSteering(letter));
  const joined = joinArabic(letters);
  // bidi-js counts UTF-16 units: pass one unit per letter.
  const text = joined.map(unitLike).join("");
  const levels = bidi.getEmbeddingLevels(text);
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels);
  return bidi
    .getReorderedIndices(text, levels)
    .map((at) => mirrored.get(at) ?? joined[at] ?? "")
    .filter((letter) => !isSteering(letter));
}

/** One UTF-16 unit with the direction of the letter. */
function unitLike(letter: string): string {
  const [unit = ""] = letter;
  if (unit.length === 1) return unit;
  return /\p{L}/u.test(unit) ? "漢" : "☀";
}
