import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { type Font, type PathCommand, parse } from "opentype.js";
import { LIMITS } from "@/lib/limits";
import { isRightToLeft, visualOrder } from "./direction";
import { isWritable, lettersOf } from "./letters";
import { placeThai, thaiParts } from "./thai";

// Text on cards is drawn as outlines: a card is shown where no font of its own may be loaded, and it
// should look the same there and as PNG.

/** A font of the package `@expo-google-fonts`, and the characters that it is asked for. */
interface Source {
  file: string;
  only?: RegExp;
}

const ARABIC = /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/;
const THAI = /[\u0e00-\u0e7f]/;
/** In one weight, since it is as large as all the others together. */
const CHINESE: Source = {
  file: "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  only: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
};
const HAN = /\p{Script=Han}/u;
/** Follows signs of a text that is Chinese: all are from one font, though others have some of them. */
const CHINESE_FORM = "\ufe00";
/** Fonts in the order in which they are asked; those with letters of one script only for these. */
const FALLBACKS = {
  "500Medium": [
    { file: "m-plus-1p/500Medium/MPLUS1p_500Medium.ttf" },
    { file: "nanum-gothic/400Regular/NanumGothic_400Regular.ttf" },
    { file: "noto-emoji/500Medium/NotoEmoji_500Medium.ttf" },
    { file: "noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf", only: ARABIC },
    { file: "noto-sans-thai/500Medium/NotoSansThai_500Medium.ttf", only: THAI },
    CHINESE,
  ],
  "700Bold": [
    { file: "m-plus-1p/700Bold/MPLUS1p_700Bold.ttf" },
    { file: "nanum-gothic/700Bold/NanumGothic_700Bold.ttf" },
    { file: "noto-emoji/700Bold/NotoEmoji_700Bold.ttf" },
    { file: "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf", only: ARABIC },
    { file: "noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf", only: THAI },
    CHINESE,
  ],
} satisfies Record<string, readonly Source[]>;

/** The site's own font first, then those for the letters that it lacks. */
const SOURCES = {
  text: [
    { file: "hanken-grotesk/500Medium/HankenGrotesk_500Medium.ttf" },
    ...FALLBACKS["500Medium"],
  ],
  bold: [{ file: "hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf" }, ...FALLBACKS["700Bold"]],
  display: [
    { file: "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf" },
    ...FALLBACKS["700Bold"],
    // The other faces' own: what they can write, this one can.
    { file: "hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf" },
  ],
} satisfies Record<string, readonly Source[]>;

/** A weight and style of the site's own fonts. */
export type Face = keyof typeof SOURCES;

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
/** No font has it: nothing is drawn. */
const MISSING: Glyph = { id: "x", advance: 0, path: "" };

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
    // The bundler would send all fonts along; next.config.mjs names those that are needed.
    const root = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts");
    const bytes = readFileSync(join(/* turbopackIgnore: true */ root, file));
    // Reads a glyph when it is asked for, and not all of the font's.
    loaded = parse(new Uint8Array(bytes).buffer, { lowMemory: true });
    fonts.set(file, loaded);
  }
  return loaded;
}

/** The glyph of a letter, as {@link drawable} gives them, in a face. */
export function glyph(letter: string, face: Face): Glyph {
  const key = face + letter;
  const known = glyphs.get(key);
  if (known) return known;
  const made = makeGlyph(letter, face);
  // Of letters that are missing there are too many to keep each.
  if (made !== MISSING) glyphs.set(key, made);
  return made;
}

/** Which of a face's fonts has a character, by its place; -1 for none. */
function sourceOf(character: string, face: Face): number {
  const sources: readonly Source[] = SOURCES[face];
  if (character.endsWith(CHINESE_FORM)) return sources.indexOf(CHINESE);
  return sources.findIndex(
    ({ file, only }) => (!only || only.test(character)) && font(file).hasChar(character),
  );
}

function makeGlyph(letter: string, face: Face): Glyph {
  const parts = thaiParts(letter);
  const at = sourceOf(letter.endsWith(CHINESE_FORM) ? letter : (parts[0] ?? ""), face);
  const source: Source | undefined = SOURCES[face][at];
  if (!source) return MISSING;
  const from = font(source.file);
  const read = parts.map((part) => from.charToGlyph(part));
  const { places, advance } = placeThai(parts, (part) => {
    const found = from.charToGlyph(part);
    const { y1, x2, y2 } = found.getBoundingBox();
    return { advance: found.advanceWidth ?? 0, right: x2, bottom: y1, top: y2 };
  });
  const scale = UNITS / from.unitsPerEm;
  const made = {
    id: "w".repeat(at) + read.map(({ index }) => index).join("_"),
    advance: Math.round(advance * scale),
    path: compactPath(
      read.flatMap((part, nth) => {
        const { x = 0, y = 0 } = places[nth] ?? {};
        return part.getPath(x * scale, -y * scale, UNITS).commands;
      }),
    ),
  };
  // opentype.js would keep every glyph that it has read, each some 20 kB.
  from.glyphs.glyphs = {};
  return made;
}

const has = (character: string) => sourceOf(character, "text") >= 0;

/** The letters of a text in the order in which they are read. */
function lettersIn(text: string): string[] {
  const letters = lettersOf(text, has);
  const chinese = SOURCES.text.indexOf(CHINESE);
  const isOnlyChinese = (letter: string) =>
    HAN.test(letter) && sourceOf(letter, "text") === chinese;
  if (!letters.some(isOnlyChinese)) return letters;
  const wide = font(CHINESE.file);
  return letters.map((letter) =>
    HAN.test(letter) && wide.hasChar(letter) ? letter + CHINESE_FORM : letter,
  );
}

/** Whether the fonts have all letters of a text. */
export function isDrawable(text: string): boolean {
  return isWritable(text, has);
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

/**
 * The letters that are drawn, from left to right: without control characters, joiners, variants and skin
 * tones, with single spaces. What no font has is named in brackets, by its script.
 */
export function drawable(text: string): string[] {
  return visualOrder(lettersIn(text));
}

const advanceOf = (letters: readonly string[], face: Face) =>
  visualOrder(letters).reduce((sum, letter) => sum + glyph(letter, face).advance, 0);

/** How wide a text is at a size, both in pixels. */
export function widthOf(text: string, face: Face, size: number): number {
  return advanceOf(lettersIn(text), face) * (size / UNITS);
}

/**
 * A text cut so that it is at most so wide, with an ellipsis if anything is cut; empty if nothing fits.
 * It is cut at the end that is read last.
 */
export function cutToWidth(text: string, face: Face, size: number, width: number): string {
  const letters = lettersIn(text);
  const room = (width * UNITS) / size;
  const end = glyph(ELLIPSIS, face).advance;
  // Where letters are joined, one more changes those before it.
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
