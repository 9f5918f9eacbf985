import { expect, test } from "vitest";
import { THEME_NAMES, THEMES } from "./themes";

test("auto comes first, then each theme", () => {
  expect(THEME_NAMES).toEqual(["auto", ...Object.keys(THEMES)]);
});

test.each(Object.entries(THEMES))("the colours of %s are written with six digits", (_, colors) => {
  expect(Object.keys(colors).sort()).toEqual(Object.keys(THEMES.light).sort());
  for (const color of Object.values(colors)) expect(color).toMatch(/^#[0-9a-f]{6}$/);
});

test.each(Object.entries(THEMES))(
  "in %s no award looks like another, or like none",
  (_, colors) => {
    const { gold, goldPale, silver, silverPale, rest, track, bg } = colors;
    expect(new Set([gold, goldPale, silver, silverPale, rest, track, bg]).size).toBe(7);
  },
);
