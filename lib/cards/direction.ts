import bidiFactory from "bidi-js";
import { joinArabic } from "./arabic";

const bidi = bidiFactory();

/** Of a script that is read from right to left, or a digit of one. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Steer how letters are joined and ordered, and are not drawn themselves. */
const STEERING = /[\u200c\u200e\u200f\u061c]/;

/** Whether a letter is read from right to left, so that what stands around it moves too. */
export function isRightToLeft(letter: string): boolean {
  return RIGHT_TO_LEFT.test(letter);
}

/** Whether a character is not drawn itself. */
export function isSteering(letter: string): boolean {
  return STEERING.test(letter);
}

/**
 * Letters in the order in which they stand from left to right, and in the forms in which they are joined
 * (Unicode's bidirectional algorithm; the first letter that has a direction gives the text's).
 */
export function visualOrder(letters: readonly string[]): string[] {
  if (!letters.some(isRightToLeft)) return letters.filter((letter) => !isSteering(letter));
  const joined = joinArabic(letters);
  // It counts by UTF-16 units: each letter is one there.
  const text = joined.map(unitLike).join("");
  const levels = bidi.getEmbeddingLevels(text);
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels);
  return bidi
    .getReorderedIndices(text, levels)
    .map((at) => mirrored.get(at) ?? joined[at] ?? "")
    .filter((letter) => !isSteering(letter));
}

/** One UTF-16 unit of the same direction. */
function unitLike(letter: string): string {
  const [unit = ""] = letter;
  if (unit.length === 1) return unit;
  return /\p{L}/u.test(unit) ? "漢" : "☀";
}
