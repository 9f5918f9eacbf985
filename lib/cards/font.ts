import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { type Font, type PathCommand, parse } from "opentype.js";
import { LIMITS } from "@/lib/limits";
import { visualOrder } from "./direction";
import { isWritable, lettersOf } from "./letters";
import { placeThai, thaiParts } from "./thai";

// Text on cards is drawn as outlines: embedded images cannot load fonts, and SVG and PNG must look the same.

/** A font file of `@expo-google-fonts`, and the characters that it is used for. */
interface Source {
  file: string;
  /** Starts the ids of its glyphs: unique within a face, none for the face's first font. */
  mark?: string;
  only?: RegExp;
}

const ARABIC = /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/;
const THAI = /[\u0e00-\u0e7f]/;
/** In one weight only, since the file is as large as all others together. */
const CHINESE: Source = {
  file: "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  mark: "c",
  only: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
};
const HAN = /\p{Script=Han}/u;
/** Marks the Han characters of a Chinese text, so that all come from the Chinese font. */
const CHINESE_FORM = "\ufe00";
/** Fallback fonts by weight, in order; script-specific fonts are limited to their script. */
const FALLBACKS = {
  "500Medium": [
    { file: "m-plus-1p/500Medium/MPLUS1p_500Medium.ttf", mark: "j" },
    { file: "nanum-gothic/400Regular/NanumGothic_400Regular.ttf", mark: "k" },
    { file: "noto-emoji/500Medium/NotoEmoji_500Medium.ttf", mark: "e" },
    { file: "noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf", mark: "a", only: ARABIC },
    { file: "noto-sans-thai/500Medium/NotoSansThai_500Medium.ttf", mark: "t", only: THAI },
    CHINESE,
  ],
  "700Bold": [
    { file: "m-plus-1p/700Bold/MPLUS1p_700Bold.ttf", mark: "j" },
    { file: "nanum-gothic/700Bold/NanumGothic_700Bold.ttf", mark: "k" },
    { file: "noto-emoji/700Bold/NotoEmoji_700Bold.ttf", mark: "e" },
    { file: "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf", mark: "a", only: ARABIC },
    { file: "noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf", mark: "t", only: THAI },
    CHINESE,
  ],
} satisfies Record<string, readonly Source[]>;

/** The site's own font, then the fallbacks. */
const SOURCES = {
  text: [
    { file: "hanken-grotesk/500Medium/HankenGrotesk_500Medium.ttf" },
    ...FALLBACKS["500Medium"],
  ],
  bold: [{ file: "hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf" }, ...FALLBACKS["700Bold"]],
  display: [
    { file: "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf" },
    ...FALLBACKS["700Bold"],
    // The display font lacks characters that the text font has.
    { file: "hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf", mark: "h" },
  ],
} satisfies Record<string, readonly Source[]>;

/** A text style. */
export type Face = keyof typeof SOURCES;

/** One letter. Lengths in units of {@link UNITS} per font size. */
export interface Glyph {
  /** Unique within a face. */
  id: string;
  advance: number;
  /** SVG path data; empty for a space. */
  path: string;
}

/** Units per font size: precise at the largest size, and short as text. */
export const UNITS = 400;
/** For a character that no font has: draws nothing. */
const MISSING: Glyph = { id: "x", advance: 0, path: "" };

/** Where font files are, for a program that brings its own. */
export interface FontFiles {
  /** The path of a file of `@expo-google-fonts`; null if it is missing. */
  pathOf: (file: string) => string | null;
  /** Is called with each text that the fonts at hand cannot draw. */
  undrawable: (text: string) => void;
}

let files: FontFiles = {
  // Otherwise the bundler would include all fonts; next.config.mjs lists the needed ones.
  pathOf: (file) =>
    join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts", file),
  undrawable: () => undefined,
};

/** Replaces the folder of the site's fonts. Before anything is drawn, since fonts and letters are cached. */
export function setFontFiles(given: FontFiles): void {
  files = given;
}

/** Bounded by the number of font files. */
const fonts = new Map<string, Font | null>();
/** Estimated characters of a glyph without its path. */
const GLYPH_REST = 100;
const glyphs = new LRUCache<string, Glyph>({
  maxSize: LIMITS.glyphCharacters,
  sizeCalculation: ({ path }) => path.length + GLYPH_REST,
});

/** Size of the caches: our outlines, and the glyphs that opentype.js holds. */
export function glyphCacheSize(): { outlines: number; characters: number; read: number } {
  const read = [...fonts.values()].map((font) => Object.keys(font?.glyphs.glyphs ?? {}).length);
  return {
    outlines: glyphs.size,
    characters: glyphs.calculatedSize,
    read: read.reduce((sum, count) => sum + count, 0),
  };
}

/** A font; null if its file is missing. */
function font(file: string): Font | null {
  let loaded = fonts.get(file);
  if (loaded === undefined) {
    const path = files.pathOf(file);
    // lowMemory reads glyphs on demand.
    const read = (at: string) => new Uint8Array(readFileSync(at)).buffer;
    loaded = path === null ? null : parse(read(path), { lowMemory: true });
    fonts.set(file, loaded);
  }
  return loaded;
}

/** The glyph of a letter from {@link drawable}. */
export function glyph(letter: string, face: Face): Glyph {
  const key = face + letter;
  const known = glyphs.get(key);
  if (known) return known;
  const made = makeGlyph(letter, face);
  // Missing letters are unbounded, so they are not cached.
  if (made !== MISSING) glyphs.set(key, made);
  return made;
}

/** The face's first font that has a character. */
function sourceOf(character: string, face: Face): Source | undefined {
  const sources: readonly Source[] = SOURCES[face];
  if (character.endsWith(CHINESE_FORM)) return CHINESE;
  return sources.find(
    ({ file, only }) => (!only || only.test(character)) && font(file)?.hasChar(character),
  );
}

function makeGlyph(letter: string, face: Face): Glyph {
  const parts = thaiParts(letter);
  const source = sourceOf(letter.endsWith(CHINESE_FORM) ? letter : (parts[0] ?? ""), face);
  const from = source && font(source.file);
  if (!from) return MISSING;
  const read = parts.map((part) => from.charToGlyph(part));
  const { places, advance } = placeThai(parts, (part) => {
    const found = from.charToGlyph(part);
    const { y1, x2, y2 } = found.getBoundingBox();
    return { advance: found.advanceWidth ?? 0, right: x2, bottom: y1, top: y2 };
  });
  const scale = UNITS / from.unitsPerEm;
  const made = {
    id: (source.mark ?? "") + read.map(({ index }) => index).join("_"),
    advance: Math.round(advance * scale),
    path: compactPath(
      read.flatMap((part, nth) => {
        const { x = 0, y = 0 } = places[nth] ?? {};
        return part.getPath(x * scale, -y * scale, UNITS).commands;
      }),
    ),
  };
  // opentype.js would hold every glyph that it has read, some 20 kB each.
  from.glyphs.glyphs = {};
  return made;
}

const has = (character: string) => sourceOf(character, "text") !== undefined;

/** The letters of a text in reading order. */
export function lettersIn(text: string): string[] {
  const letters = lettersOf(text, has, files.undrawable);
  const isOnlyChinese = (letter: string) =>
    HAN.test(letter) && sourceOf(letter, "text") === CHINESE;
  if (!letters.some(isOnlyChinese)) return letters;
  const wide = font(CHINESE.file);
  return letters.map((letter) =>
    HAN.test(letter) && wide?.hasChar(letter) ? letter + CHINESE_FORM : letter,
  );
}

/** Whether the fonts have all letters of a text. */
export function isDrawable(text: string): boolean {
  return isWritable(text, has);
}

/** Path data in whole units with relative coordinates. */
function compactPath(commands: PathCommand[]): string {
  // Joined at the end: V8 would keep a growing string as a tree of its parts.
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
 * The letters to draw in visual order, without control characters, joiners, variants and skin tones, with single spaces.
 * Text that no font has is replaced by its script's name in brackets.
 */
export function drawable(text: string): string[] {
  return visualOrder(lettersIn(text));
}
