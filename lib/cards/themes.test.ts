import { expect, test } from "vitest";
import { BACKGROUNDS } from "./backgrounds";
import { THEME_NAMES, THEMES, type Theme } from "./themes";

test("auto comes first, then each theme", () => {
  expect(THEME_NAMES).toEqual(["auto", ...Object.keys(THEMES)]);
});

test.each(Object.entries(THEMES))(
  "the colours of %s are written with six digits, or its form brings them",
  (name, colors) => {
    expect(Object.keys(colors).sort()).toEqual(Object.keys(THEMES.light).sort());
    for (const color of Object.values(colors)) {
      const [, id] = /^url\(#(\w+)\)$/.exec(color) ?? [];
      if (id === undefined) expect(color).toMatch(/^#[0-9a-f]{6}$/);
      else expect(BACKGROUNDS[name as Theme]?.defs).toContain(`id="${id}"`);
    }
  },
);

test.each(Object.entries(THEMES))(
  "in %s no award looks like another, or like none",
  (_, colors) => {
    const { gold, goldPale, silver, silverPale, rest, track, bg } = colors;
    expect(new Set([gold, goldPale, silver, silverPale, rest, track, bg]).size).toBe(7);
  },
);

/** WCAG contrast of two six-digit colours. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Object.entries(THEMES))("text of the theme %s can be read", (_, { bg, ink, soft }) => {
  expect(contrast(ink, bg)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(soft, bg)).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.entries(THEMES))("gold and silver stand out of the ground of %s", (_, colors) => {
  expect(contrast(colors.gold, colors.bg)).toBeGreaterThan(2);
  expect(contrast(colors.silver, colors.bg)).toBeGreaterThan(2);
});
