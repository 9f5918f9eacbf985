import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { cutToWidth, drawable, type Face, glyph, isDrawable, keptGlyphs, widthOf } from "./font";

const FACES: Face[] = ["text", "bold", "display"];

test("a text that fits is left as it is, a longer one is cut within its width", () => {
  const width = widthOf("Longplay", "bold", 20);
  expect(cutToWidth("Longplay", "bold", 20, width)).toBe("Longplay");
  const cut = cutToWidth("Longplay", "bold", 20, width - 1);
  expect(cut).toMatch(/^Longp?l?…$/);
  expect(widthOf(cut, "bold", 20)).toBeLessThan(width);
  expect(cutToWidth("Longplay", "bold", 20, 3)).toBe("");
});

test("letters that the site's own fonts lack are drawn from wider ones, each its own", () => {
  for (const face of FACES) {
    for (const text of ["Привет Ωμέγα", "レトロ漢字", "한국어", "🎮🏆❤", "★☆♥→№"]) {
      const letters = drawable(text).filter((letter) => letter !== " ");
      const drawn = letters.map((letter) => glyph(letter, face));
      expect(new Set(drawn.map(({ id }) => id)).size, text).toBe(letters.length);
      expect(new Set(drawn.map(({ path }) => path)).size, text).toBe(letters.length);
    }
  }
});

test("letters that no font has, or that read from right to left, are boxes and take room", () => {
  for (const letter of ["ไ", "א", "ع", "𒀀"]) {
    expect(isDrawable(letter), letter).toBe(false);
    expect(widthOf(letter, "text", 20), letter).toBeCloseTo(16);
    expect(glyph(letter, "text").path, letter).not.toBe("");
  }
});

test("an emoji with joiners, a variant or a skin tone is its plain parts", () => {
  expect(drawable("👍🏽")).toEqual(["👍"]);
  expect(drawable("❤️")).toEqual(["❤"]);
  expect(drawable("👩‍💻")).toEqual(["👩", "💻"]);
});

test("wider letters are wider, and a bold text is wider than a plain one", () => {
  expect(widthOf("MMM", "text", 10)).toBeGreaterThan(widthOf("iii", "text", 10));
  expect(widthOf("Longplay", "bold", 10)).toBeGreaterThan(widthOf("Longplay", "text", 10));
});

test("however many letters are drawn, little is kept of them, and each is drawn the same again", () => {
  const letters = Array.from({ length: 6000 }, (_, at) =>
    // From the first Chinese sign and the first Korean syllable on, in turn.
    String.fromCodePoint((at % 2 ? 0xac00 : 0x4e00) + at),
  );
  const first = glyph("漢", "bold");
  for (const letter of letters) glyph(letter, "bold");
  const kept = keptGlyphs();
  expect(kept.read).toBe(0);
  expect(kept.characters).toBeLessThanOrEqual(LIMITS.glyphCharacters);
  // All that were drawn do not fit, or nothing was shown to be forgotten.
  expect(kept.outlines).toBeGreaterThan(1000);
  expect(kept.outlines).toBeLessThan(letters.length);
  expect(glyph("漢", "bold")).toEqual(first);
});
