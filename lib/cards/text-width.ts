import { isRightToLeft, visualOrder } from "./direction";
import { type Face, glyph, lettersIn, UNITS } from "./font";

const ELLIPSIS = "…";
/** The minimum font size on cards, in pixels. */
export const SMALLEST_TYPE = 11;
const advanceOf = (letters: readonly string[], face: Face) =>
  visualOrder(letters).reduce((sum, letter) => sum + glyph(letter, face).advance, 0);

/** The width of a text in pixels. */
export function widthOf(text: string, face: Face, size: number): number {
  return advanceOf(lettersIn(text), face) * (size / UNITS);
}

/**
 * A text cut to a width, at the end of the reading order and with an ellipsis; empty if nothing fits.
 */
export function cutToWidth(text: string, face: Face, size: number, width: number): string {
  const letters = lettersIn(text);
  const room = (width * UNITS) / size;
  const end = glyph(ELLIPSIS, face).advance;
  // In joining scripts, a letter changes the form of the one before it.
  const areJoined = letters.some(isRightToLeft);
  let used = 0;
  let kept = 0;
  for (const [at, letter] of letters.entries()) {
    used = areJoined
      ? advanceOf(letters.slice(0, at + 1), face)
      : used + glyph(letter, face).advance;
    if (used + end <= room) kept = at + 1;
    if (used > room) {
      return end > room ? "" : letters.slice(0, kept).join("").trimEnd() + ELLIPSIS;
    }
  }
  return letters.join("");
}

/** Text shrinks to this share of its size before a shorter form is used. */
const SMALLER = 0.6;

/**
 * The first form of a text that fits at 60% to 100% of the size, else the first that fits down to the minimum font size,
 * else the last form at that size.
 *
 * @param forms at least one, longest first
 */
export function fitToWidth(
  forms: readonly string[],
  face: Face,
  size: number,
  width: number,
): { text: string; size: number } {
  for (const least of [Math.max(SMALLEST_TYPE, size * SMALLER), SMALLEST_TYPE]) {
    for (const text of forms) {
      const fitting = Math.min(size, Math.floor((width / widthOf(text, face, 1)) * 10) / 10);
      if (fitting >= Math.min(least, size)) return { text, size: fitting };
    }
  }
  return { text: forms.at(-1) ?? "", size: Math.min(size, SMALLEST_TYPE) };
}
