import { expect, test } from "vitest";
import { cutToWidth, glyph, widthOf } from "./font";

test("a text that fits is left as it is, a longer one is cut within its width", () => {
  const width = widthOf("Longplay", "bold", 20);
  expect(cutToWidth("Longplay", "bold", 20, width)).toBe("Longplay");
  const cut = cutToWidth("Longplay", "bold", 20, width - 1);
  expect(cut).toMatch(/^Longp?l?…$/);
  expect(widthOf(cut, "bold", 20)).toBeLessThan(width);
  expect(cutToWidth("Longplay", "bold", 20, 3)).toBe("");
});

test("letters that the fonts do not have take room too", () => {
  expect(widthOf("漢🎮", "text", 20)).toBeCloseTo(32);
  expect(glyph("漢", "text").path).not.toBe("");
});

test("wider letters are wider, and a bold text is wider than a plain one", () => {
  expect(widthOf("MMM", "text", 10)).toBeGreaterThan(widthOf("iii", "text", 10));
  expect(widthOf("Longplay", "bold", 10)).toBeGreaterThan(widthOf("Longplay", "text", 10));
});
