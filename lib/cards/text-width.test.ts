import { expect, test } from "vitest";
import { cutToWidth, fitToWidth, widthOf } from "./text-width";

test("a text that fits is unchanged, a longer one is cut to its width", () => {
  const width = widthOf("Longplay", "bold", 20);
  expect(cutToWidth("Longplay", "bold", 20, width)).toBe("Longplay");
  const cut = cutToWidth("Longplay", "bold", 20, width - 1);
  expect(cut).toMatch(/^Longp?l?…$/);
  expect(widthOf(cut, "bold", 20)).toBeLessThan(width);
  expect(cutToWidth("Longplay", "bold", 20, 3)).toBe("");
});

test("a cut text has as many letters as fit before the ellipsis", () => {
  const text = "Wide ill World";
  const ends = [...text].map((_, at) => `${text.slice(0, at).trimEnd()}…`);
  for (let width = 0; width < widthOf(text, "text", 16); width += 0.5) {
    const fitting = ends.filter((end) => widthOf(end, "text", 16) <= width);
    expect(cutToWidth(text, "text", 16, width), String(width)).toBe(fitting.at(-1) ?? "");
  }
});

test("a cut text has single spaces, and none before the ellipsis", () => {
  expect(cutToWidth("  a \n b  ", "text", 10, 100)).toBe("a b");
  expect(cutToWidth("", "text", 10, 100)).toBe("");
  const toTheSpace = widthOf("Owl …", "text", 10);
  expect(cutToWidth("Owl Owl", "text", 10, toTheSpace)).toBe("Owl…");
});

test("the width is proportional to size and adds up by letter", () => {
  expect(widthOf("Owl", "text", 30)).toBeCloseTo(3 * widthOf("Owl", "text", 10));
  expect(widthOf("Owl", "text", 10)).toBeCloseTo(
    widthOf("O", "text", 10) + widthOf("w", "text", 10) + widthOf("l", "text", 10),
  );
  expect(widthOf("", "text", 10)).toBe(0);
});

test("wide letters are wider, and bold text is wider than regular", () => {
  expect(widthOf("MMM", "text", 10)).toBeGreaterThan(widthOf("iii", "text", 10));
  expect(widthOf("Longplay", "bold", 10)).toBeGreaterThan(widthOf("Longplay", "text", 10));
});

test("fitted text shrinks, then uses a shorter form, never below the minimum font size", () => {
  const forms = ["1,234,567", "1.2M"];
  const fitted = (width: number) => fitToWidth(forms, "bold", 20, width);
  const whole = widthOf("1,234,567", "bold", 20);
  expect(fitted(whole)).toEqual({ text: "1,234,567", size: 20 });
  expect(fitted(whole * 0.7).text).toBe("1,234,567");
  expect(fitted(whole * 0.7).size).toBeLessThan(14.1);
  expect(fitted(whole * 0.55)).toEqual({ text: "1.2M", size: 20 });
  expect(fitted(1)).toEqual({ text: "1.2M", size: 11 });
  for (const width of [whole, whole * 0.9, whole * 0.7, whole * 0.5]) {
    const { text, size } = fitted(width);
    expect(widthOf(text, "bold", size)).toBeLessThanOrEqual(width + 0.01);
  }
});
