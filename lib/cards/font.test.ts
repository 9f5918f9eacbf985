import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "opentype.js";
import { expect, test } from "vitest";
import { fuzzRuns } from "@/e2e/support/long-tests";
import { LIMITS } from "@/lib/limits";
import config from "../../next.config.mjs";
import { drawable, type Face, glyph, glyphCacheSize, isDrawable, UNITS } from "./font";
import { cutToWidth, widthOf } from "./text-width";

const FACES: Face[] = ["text", "bold", "display"];

/** A glyph's path commands with absolute points. */
function absolute(path: string): string[] {
  expect(path).toMatch(/^(?:[mlq][-\d ]+)+$/);
  let [x, y] = [0, 0];
  return [...path.matchAll(/([mlq])([^a-z]*)/g)].map(([, command = "", numbers = ""]) => {
    const [from, to] = [x, y];
    const points = (numbers.match(/-?\d+/g) ?? []).map((number, at) =>
      at % 2 === 0 ? from + Number(number) : to + Number(number),
    );
    x = points.at(-2) ?? x;
    y = points.at(-1) ?? y;
    return command + points.join(" ");
  });
}

test.each([
  ["hanken-grotesk/500Medium/HankenGrotesk_500Medium.ttf", "text", "aB&8éo%"],
  ["hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf", "bold", "aB&8éo%"],
  ["bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf", "display", "aB&8éo%"],
  ["m-plus-1p/500Medium/MPLUS1p_500Medium.ttf", "text", "漢ロ"],
  ["nanum-gothic/700Bold/NanumGothic_700Bold.ttf", "bold", "한국"],
  ["noto-emoji/500Medium/NotoEmoji_500Medium.ttf", "text", "🎮🏆"],
] as const)("letters are those of %s, to a whole unit", (file, face, letters) => {
  const bytes = readFileSync(join(process.cwd(), "node_modules/@expo-google-fonts", file));
  const font = parse(new Uint8Array(bytes).buffer, { lowMemory: true });
  for (const letter of letters) {
    const expected = font.charToGlyph(letter);
    const { advance, path } = glyph(letter, face);
    expect(advance).toBe(Math.round(((expected.advanceWidth ?? 0) * UNITS) / font.unitsPerEm));
    const { commands } = expected.getPath(0, 0, UNITS);
    expect(absolute(path), letter).toEqual(
      commands.map((command) => {
        const { type, x, y } = command;
        const points = type === "Q" ? [command.x1, command.y1, x, y] : [x, y];
        return type.toLowerCase() + points.map(Math.round).join(" ");
      }),
    );
  }
});

test("a space has an advance and no outline", () => {
  expect(glyph(" ", "text").path).toBe("");
  expect(glyph(" ", "text").advance).toBeGreaterThan(50);
});

test("fallback fonts have an outline for each letter", () => {
  for (const face of FACES) {
    for (const text of ["Привет Ωμέγα", "レトロ漢字", "한국어", "🎮🏆❤", "★☆♥→№"]) {
      const letters = drawable(text).filter((letter) => letter !== " ");
      const drawn = letters.map((letter) => glyph(letter, face));
      expect(new Set(drawn.map(({ id }) => id)).size, text).toBe(letters.length);
      expect(new Set(drawn.map(({ path }) => path)).size, text).toBe(letters.length);
    }
  }
});

test("glyph ids are unique across fonts", () => {
  const letters = [
    [0x21, 0x17f],
    [0x391, 0x45f],
    [0x3041, 0x30fe],
    [0xac00, 0xac80],
  ].flatMap(([first = 0, last = 0]) =>
    Array.from({ length: last - first }, (_, at) => String.fromCodePoint(first + at)),
  );
  const pathsOf = new Map<string, Set<string>>();
  for (const letter of letters) {
    const { id, path } = glyph(letter, "text");
    pathsOf.set(id, (pathsOf.get(id) ?? new Set()).add(path));
  }
  for (const [id, paths] of pathsOf) expect(paths.size, id).toBe(1);
  expect(pathsOf.size).toBeGreaterThan(500);
});

/** Words in many scripts, most of which have no font here. */
const SCRIPTS = [
  "Έργο Привет Şahin",
  "レトロ漢字 ｶﾅ",
  "한국어",
  "简体中文游戏 繁體字 龘 𠮷",
  "שלום עולם",
  "مرحبا پرنس ݐࢠ ﷺ ٣٢١",
  "เกมผจญภัย น้ำ ฟื้น ๓",
  "हिन्दी বাংলা ਪੰਜਾਬੀ ગુજરાતી தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල",
  "ລາວ ខ្មែរ မြန်မာ བོད་",
  "ქართული Հայերեն አማርኛ ᏣᎳᎩ",
  "𒀀𒁀 𓀀 ᚠᚢ ⵣ 𞤀 ࠀ",
  "🎮🏆🫨 ⸙ ﷼ ␀ \ue000 \ufffd",
];

/** Letters of a text that a face draws as nothing, or as the font's box (glyph 0). */
const undrawn = (text: string, face: Face) =>
  drawable(text).filter((letter) => /^x$|(?:^|[w_])0(?:_|$)/.test(glyph(letter, face).id));

test("no script is drawn as boxes or dropped silently", () => {
  for (const face of FACES) {
    for (const text of SCRIPTS) {
      expect(undrawn(text, face), text).toEqual([]);
      expect(widthOf(text, face, 20), text).toBeGreaterThan(0);
    }
  }
});

test("no text is drawn as boxes (fuzz)", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...SCRIPTS.join("")), maxLength: 60 }),
  );
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom(...FACES),
      fc.integer({ max: 400 }),
      (text, face, width) => {
        expect(undrawn(text, face)).toEqual([]);
        const cut = cutToWidth(text, face, 16, width);
        expect(undrawn(cut, face)).toEqual([]);
        expect(widthOf(cut, face, 16)).toBeLessThanOrEqual(Math.max(0, width) + 1e-9);
      },
    ),
    { numRuns: fuzzRuns(100) },
  );
});

test("promised scripts are drawable, others are named", () => {
  for (const text of SCRIPTS.slice(0, 4)) expect(isDrawable(text), text).toBe(true);
  for (const text of ["שלום עולם", "مرحبا پرنس ٣", "เกม น้ำ ฟื้น ๓"]) {
    expect(isDrawable(text), text).toBe(true);
  }
  for (const text of ["हिन्दी", "ქართული", "𒀀", "ݐ"]) expect(isDrawable(text), text).toBe(false);
  expect(drawable("हिन्दी 2").join("")).toBe("[Devanagari] 2");
});

test("right-to-left text is reordered, and cut at its left end", () => {
  expect(drawable("אבג")).toEqual(["ג", "ב", "א"]);
  const cut = cutToWidth("משחק המלך", "text", 20, 60);
  expect(cut).toMatch(/^מש.*…$/);
  expect(drawable(cut)[0]).toBe("…");
  expect(widthOf(cut, "text", 20)).toBeLessThanOrEqual(60);
});

test("a cut Arabic word ends in a final form", () => {
  const whole = "بببببببب";
  const cut = cutToWidth(whole, "text", 20, widthOf(whole, "text", 20) - 1);
  expect(cut).toMatch(/^ب+…$/);
  expect(drawable(cut).slice(0, 3)).toEqual(["…", "\ufe90", "\ufe92"]);
});

test("Thai marks are part of their letter and add no width", () => {
  expect(drawable("กี่")).toHaveLength(1);
  expect(glyph("กี่", "text").advance).toBe(glyph("ก", "text").advance);
  const parts = (letter: string) => glyph(letter, "text").path.match(/m/g)?.length ?? 0;
  expect(parts("กี่")).toBeGreaterThan(parts("ก"));
});

test("Chinese text uses one font, Japanese text another", () => {
  const fontOf = (text: string) =>
    new Set(drawable(text).map((letter) => glyph(letter, "bold").id.replace(/\d+$/, "")));
  expect(fontOf("国剑").size).toBe(1);
  expect(fontOf("国剑")).not.toEqual(fontOf("国"));
});

test("missing letters are not cached", () => {
  glyph("A", "text");
  const before = glyphCacheSize().outlines;
  for (let at = 0; at < 100; at++) {
    expect(glyph(String.fromCodePoint(0x12000 + at), "text")).toBe(glyph("ქ", "bold"));
  }
  expect(glyphCacheSize().outlines).toBe(before);
  expect(glyph("A", "text")).toBe(glyph("A", "text"));
});

test("text is normalized, and invisible characters are dropped", () => {
  expect(drawable(" a\t\u0000 \u200Bb\u00a0\u00a0c ")).toEqual(["a", " ", "b", " ", "c"]);
  expect(drawable("e\u0301")).toEqual(["é"]);
  expect(drawable("a\u0332")).toEqual(["a"]);
  expect(isDrawable("Ант é 漢字")).toBe(true);
  expect(isDrawable("Antქ")).toBe(false);
});

test("an emoji sequence is drawn as its plain parts", () => {
  expect(drawable("👍🏽")).toEqual(["👍"]);
  expect(drawable("❤️")).toEqual(["❤"]);
  expect(drawable("👩‍💻")).toEqual(["👩", "💻"]);
});

test("outlines are in an LRU of bounded size, and an evicted one is drawn the same again", () => {
  const letters = Array.from({ length: 3500 }, (_, at) =>
    // Chinese characters and Korean syllables in turn.
    String.fromCodePoint((at % 2 ? 0xac00 : 0x4e00) + at),
  );
  const first = glyph("漢", "bold");
  for (const letter of letters) glyph(letter, "bold");
  const kept = glyphCacheSize();
  expect(kept.read).toBe(0);
  expect(kept.characters).toBeLessThanOrEqual(LIMITS.glyphCharacters);
  expect(kept.outlines).toBeGreaterThan(1000);
  expect(kept.outlines).toBeLessThan(letters.length);
  expect(glyph("漢", "bold")).not.toBe(first);
  expect(glyph("漢", "bold")).toEqual(first);
});

test("the deployment includes exactly the fonts of cards", () => {
  const source = readFileSync(join(process.cwd(), "lib/cards/font.ts"), "utf8");
  const drawn = new Set(source.match(/[\w-]+\/\w+\/\w+\.ttf/g));
  const needed = [...drawn].map((file) => `./node_modules/@expo-google-fonts/${file}`).sort();
  const traced = Object.values(config.outputFileTracingIncludes ?? {});
  expect(traced).toHaveLength(3);
  for (const files of traced) expect([...files].sort()).toEqual(needed);
});

test("an id names its font, whatever its place among the fonts of the face", () => {
  expect(glyph("O", "display").id).toMatch(/^\d+$/);
  expect(glyph("Ж", "text").id).toMatch(/^j\d+$/);
  expect(glyph("Ž", "display").id).toMatch(/^\d+$/);
  expect(glyph("한", "bold").id).toMatch(/^k\d+$/);
  expect(glyph("剑", "display").id).toMatch(/^c\d+$/);
});
