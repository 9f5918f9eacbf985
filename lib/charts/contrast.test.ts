import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AWARD_COLORS } from "./award-colors";
import { DAY_COLORS } from "./calendar";
import { PLAYER_MARKS } from "./player-marks";

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
  ...PLAYER_MARKS.map(({ color }) => tokenOf(color)),
];
const DAYS = DAY_COLORS.map(tokenOf);

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

test("gold and silver differ in lightness enough without colours", () => {
  const silver = colors("--chart-beaten");
  for (const [at, gold] of colors("--chart-mastered").entries()) {
    expect(contrast(gold, silver[at] ?? "")).toBeGreaterThanOrEqual(1.5);
  }
});

/** From 0 to 360 on the wheel of colours. */
function hue(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  const angle = Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue);
  return ((angle * 180) / Math.PI + 360) % 360;
}

test("no player has the colour of another, of an award, or of a control", () => {
  for (const scheme of [0, 1]) {
    const players = PLAYER_MARKS.map(({ color }) => hue(colors(tokenOf(color))[scheme] ?? ""));
    const taken = ["--gold", "--felt"].map((token) => hue(colors(token)[scheme] ?? ""));
    for (const [at, one] of players.entries()) {
      for (const other of [...players.slice(at + 1), ...taken]) {
        const apart = Math.abs(one - other);
        expect(Math.min(apart, 360 - apart)).toBeGreaterThan(24);
      }
    }
  }
});

test("players differ without colour by their marks and dashes", () => {
  expect(new Set(PLAYER_MARKS.map(({ form }) => form)).size).toBe(4);
  expect(new Set(PLAYER_MARKS.map(({ dashes }) => dashes)).size).toBe(4);
});

test("awards differ without colour: the lesser one is striped", () => {
  const looks = AWARD_COLORS.map(({ color, isStriped }) => `${color} ${isStriped}`);
  expect(new Set(looks).size).toBe(4);
});
