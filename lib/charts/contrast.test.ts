import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AWARD_COLORS } from "./award-colors";
import { DAY_LEVELS } from "./calendar";

const CSS = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** What a token is in the light and in the dark, as `#rrggbb`. */
function colors(token: string): string[] {
  const [, value = ""] = new RegExp(`${token}: ([^;]+);`).exec(CSS) ?? [];
  const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  return other ? colors(other) : (value.match(/#[0-9a-f]{6}/g) ?? []);
}

/** Of WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tokenOf = (color: string) => color.slice("var(".length, -1);
const MARKS = [
  ...AWARD_COLORS.map(({ color }) => tokenOf(color)),
  "--chart-unfinished",
  "--chart-line",
];
const DAYS = DAY_LEVELS.map(({ color }) => tokenOf(color));

test.each([
  ...MARKS.flatMap((mark) => [
    [mark, "--surface"],
    [mark, "--surface-raised"],
  ]),
  ...DAYS.flatMap((day) => [
    [day, "--day-0"],
    [day, "--surface"],
  ]),
])("%s stands out from %s by 3 to 1, in the light and in the dark", (mark = "", ground = "") => {
  const grounds = colors(ground);
  expect(colors(mark)).toHaveLength(2);
  for (const [at, color] of colors(mark).entries()) {
    expect(contrast(color, grounds[at] ?? "")).toBeGreaterThanOrEqual(3);
  }
});

test("gold is lighter than silver, or darker, by enough to be seen without colours", () => {
  const silver = colors("--chart-beaten");
  for (const [at, gold] of colors("--chart-mastered").entries()) {
    expect(contrast(gold, silver[at] ?? "")).toBeGreaterThanOrEqual(1.5);
  }
});

test("awards are told apart without colour: the lesser one of a colour is striped", () => {
  const looks = AWARD_COLORS.map(({ color, isStriped }) => `${color} ${isStriped}`);
  expect(new Set(looks).size).toBe(4);
});
