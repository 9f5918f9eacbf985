import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "opentype.js";
import { expect, test } from "vitest";
import { ROOT } from "./run.mjs";
import { thinFont } from "./thin-font.mjs";

const FONTS = join(ROOT, "node_modules/@expo-google-fonts");

/** @param {Uint8Array} bytes */
const fontOf = (bytes) => parse(new Uint8Array(bytes).buffer, { lowMemory: true });

test.each([
  "hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf",
  "m-plus-1p/500Medium/MPLUS1p_500Medium.ttf",
])("a thin %s draws its letters as before, by the same numbers, and no others", (file) => {
  const bytes = readFileSync(join(FONTS, file));
  const before = fontOf(bytes);
  // With glyphs that are made of others.
  const letters = [..."AéǺẤжΉ★½1"].filter((letter) => before.hasChar(letter));
  expect(letters.length).toBeGreaterThan(5);
  const wanted = letters.map(
    (letter) => /** @type {const} */ ([letter, before.charToGlyph(letter)]),
  );
  const thin = thinFont(
    bytes,
    new Map(wanted.map(([letter, { index }]) => [letter.codePointAt(0) ?? 0, index])),
  );
  expect(thin.length).toBeLessThan(bytes.length / 2);
  const after = fontOf(thin);
  expect(after.unitsPerEm).toBe(before.unitsPerEm);
  for (const [letter, glyph] of wanted) {
    const same = after.charToGlyph(letter);
    expect(same.index, letter).toBe(glyph.index);
    expect(same.advanceWidth, letter).toBe(glyph.advanceWidth);
    expect(same.getPath(0, 0, 400).commands, letter).toEqual(glyph.getPath(0, 0, 400).commands);
  }
  expect(["B", "あ", "д"].filter((letter) => after.hasChar(letter))).toEqual([]);
});
