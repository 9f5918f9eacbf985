import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { type Font, type PathCommand, parse } from "opentype.js";
import { LIMITS } from "@/lib/limits";

// Text on cards is drawn as outlines: a card is shown where no font of its own may be loaded, and it
// should look the same there and as PNG.

const wider = (weight: string, hangul: string) => [
  `m-plus-1p/${weight}/MPLUS1p_${weight}.ttf`,
  `nanum-gothic/${hangul}/NanumGothic_${hangul}.ttf`,
  `noto-emoji/${weight}/NotoEmoji_${weight}.ttf`,
];
const WIDER_BOLD = wider("700Bold", "700Bold");

/** The site's own font first, then those for the letters that it lacks. */
const FILES = {
  text: [
    "hanken-grotesk/500Medium/HankenGrotesk_500Medium.ttf",
    ...wider("500Medium", "400Regular"),
  ],
  bold: ["hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf", ...WIDER_BOLD],
  display: ["bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf", ...WIDER_BOLD],
} as const;

/** A weight and style of the site's own fonts. */
export type Face = keyof typeof FILES;

/** One letter, in units of the size of the text. */
export interface Glyph {
  /** Unique within a face. */
  id: string;
  advance: number;
  /** SVG path data; empty for a space. */
  path: string;
}

const ELLIPSIS = "…";
/** A path's units in the size of the text: fine enough for the largest type, and short to write. */
export const UNITS = 400;
/** For letters that no font has, such as ไ: an empty box. */
const MISSING_PATH = "M32 0v-256h256v256zm20-20h216v-216h-216z";
const MISSING: Glyph = { id: "x", advance: 320, path: MISSING_PATH };
/** In a font, but would have to be set from right to left. */
const RIGHT_TO_LEFT = /\p{Script=Hebrew}/u;

/** No more than there are files. */
const fonts = new Map<string, Font>();
/** Characters of what a glyph holds besides its path. */
const GLYPH_REST = 100;
const glyphs = new LRUCache<string, Glyph>({
  maxSize: LIMITS.glyphCharacters,
  sizeCalculation: ({ path }) => path.length + GLYPH_REST,
});

/** What is kept of letters that were drawn: outlines of this module's, and glyphs that opentype.js read. */
export function keptGlyphs(): { outlines: number; characters: number; read: number } {
  const read = [...fonts.values()].map(({ glyphs }) => Object.keys(glyphs.glyphs).length);
  return {
    outlines: glyphs.size,
    characters: glyphs.calculatedSize,
    read: read.reduce((sum, count) => sum + count, 0),
  };
}

function font(file: string): Font {
  let loaded = fonts.get(file);
  if (!loaded) {
    const bytes = readFileSync(join(process.cwd(), "node_modules/@expo-google-fonts", file));
    // Reads a glyph when it is asked for, and not all of the font's.
    loaded = parse(new Uint8Array(bytes).buffer, { lowMemory: true });
    fonts.set(file, loaded);
  }
  return loaded;
}

/** The glyph of a character (a whole code point) in a face. */
export function glyph(character: string, face: Face): Glyph {
  const key = face + character;
  const known = glyphs.get(key);
  if (known) return known;
  const made = makeGlyph(character, face);
  // Of letters that are missing there are too many to keep each.
  if (made !== MISSING) glyphs.set(key, made);
  return made;
}

function makeGlyph(character: string, face: Face): Glyph {
  if (RIGHT_TO_LEFT.test(character)) return MISSING;
  for (const [at, file] of FILES[face].entries()) {
    const from = font(file);
    if (!from.hasChar(character)) continue;
    const found = from.charToGlyph(character);
    const made = {
      id: "w".repeat(at) + found.index,
      advance: Math.round(((found.advanceWidth ?? 0) * UNITS) / from.unitsPerEm),
      path: compactPath(found.getPath(0, 0, UNITS).commands),
    };
    // opentype.js would keep every glyph that it has read, each some 20 kB.
    from.glyphs.glyphs = {};
    return made;
  }
  return MISSING;
}

/** Whether the fonts have all letters of a text. */
export function isDrawable(text: string): boolean {
  return drawable(text).every((character) => glyph(character, "text") !== MISSING);
}

/** Path data in whole units, each point relative to the one before it. */
function compactPath(commands: PathCommand[]): string {
  // Joined at the end: a string that grows is kept by V8 as all its parts, until it is looked into.
  const parts: string[] = [];
  let x = 0;
  let y = 0;
  for (const command of commands) {
    const end = [command.x, command.y];
    const points = command.type === "Q" ? [command.x1, command.y1, ...end] : end;
    const relative = points.map((value, at) => Math.round(value) - (at % 2 === 0 ? x : y));
    x = Math.round(command.x);
    y = Math.round(command.y);
    parts.push(command.type.toLowerCase(), relative.join(" ").replaceAll(" -", "-"));
  }
  return parts.join("");
}

/** The characters that are drawn: no control characters, no joiners, variants or skin tones, single spaces. */
export function drawable(text: string): string[] {
  const plain = text.normalize("NFC").replace(/[\p{C}\p{M}\p{Emoji_Modifier}]/gu, "");
  return [...plain.replace(/\s+/g, " ").trim()];
}

/** How wide a text is at a size, both in pixels. */
export function widthOf(text: string, face: Face, size: number): number {
  return (
    drawable(text).reduce((sum, character) => sum + glyph(character, face).advance, 0) *
    (size / UNITS)
  );
}

/** A text cut so that it is at most so wide, with an ellipsis if anything is cut; empty if nothing fits. */
export function cutToWidth(text: string, face: Face, size: number, width: number): string {
  const characters = drawable(text);
  const room = (width * UNITS) / size;
  const end = glyph(ELLIPSIS, face).advance;
  let used = 0;
  let kept = 0;
  for (const [at, character] of characters.entries()) {
    used += glyph(character, face).advance;
    if (used + end <= room) kept = at + 1;
    if (used > room) {
      return end > room ? "" : characters.slice(0, kept).join("").trimEnd() + ELLIPSIS;
    }
  }
  return characters.join("");
}

/** The smallest type on any card, in pixels. */
export const SMALLEST_TYPE = 11;
/** A text is made this much smaller rather than shorter. */
const SMALLER = 0.6;

/**
 * The first of some ways to write the same that fits, as large as it can be: each in turn no smaller than
 * three fifths of its size, then each down to the smallest type; the last one in that if none fits.
 *
 * @param forms at least one, the longest first
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
