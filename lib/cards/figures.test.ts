import { expect, test } from "vitest";
import { drawFigures, type FigureRow } from "./figures";
import { formatterOf } from "./formatter";
import { Pen } from "./pen";
import { marksOf, readCard } from "./test-reader";
import { THEMES } from "./themes";

const ROW: FigureRow = {
  ...{ x: 20, width: 460, gap: 8, y: 30 },
  ...{ size: 22, labelY: 48, labelSize: 12 },
};

/** The drawn numbers and labels of a row. */
function drawn(figures: [string, number][], width: number) {
  const pen = new Pen(THEMES.light);
  const row = { ...ROW, width };
  drawFigures(
    { pen, format: formatterOf("en") },
    figures.map(([label, value]) => ({ label, value })),
    row,
  );
  const texts = marksOf(readCard(`<svg width="1" height="1">${pen}</svg>`), "text");
  return {
    numbers: texts.filter(({ y }) => y === 30),
    names: texts.filter(({ y }) => y === 48),
  };
}
const FIGURES: [string, number][] = [
  ["Played", 20_000],
  ["Beaten", 7],
  ["Mastered", 1234],
];

test("a legend has a line in the colours of each figure above its number", () => {
  const pen = new Pen(THEMES.light);
  const figures = [
    { label: "Mastered", value: 3, colors: ["gold" as const] },
    { label: "Casual", value: 2, colors: ["goldPale" as const, "silverPale" as const] },
    { label: "Total", value: 5 },
  ];
  drawFigures({ pen, format: formatterOf("en") }, figures, { ...ROW, isLegend: true });
  const card = readCard(`<svg width="1" height="1">${pen}</svg>`);
  const lines = marksOf(card, "rect");
  const { gold, goldPale, silverPale } = THEMES.light;
  expect(lines.map(({ fill }) => fill)).toEqual([gold, goldPale, silverPale]);
  const numbers = marksOf(card, "text").filter(({ y }) => y === ROW.y);
  expect([lines[0]?.x, lines[1]?.x]).toEqual(numbers.slice(0, 2).map(({ x }) => x));
  expect(lines[2]?.x).toBeCloseTo((lines[1]?.x ?? 0) + (lines[1]?.width ?? 0), 1);
  for (const { y, height } of lines) expect(y + height).toBeLessThan(ROW.y - 0.75 * ROW.size);
});

test("an optional figure is left out where not all labels fit", () => {
  const shown = (width: number) => {
    const pen = new Pen(THEMES.light);
    const figures = [
      { label: "Mastered", value: 3 },
      { label: "Beaten", value: 2 },
      { label: "Total", value: 5, isOptional: true },
    ];
    drawFigures({ pen, format: formatterOf("en") }, figures, { ...ROW, width });
    return marksOf(readCard(`<svg width="1" height="1">${pen}</svg>`), "text")
      .filter(({ y }) => y === ROW.labelY)
      .map(({ text }) => text);
  };
  expect(shown(200)).toEqual(["Mastered", "Beaten", "Total"]);
  expect(shown(100)).toEqual(["Mastered", "Beaten"]);
});

test("columns have equal widths if everything fits", () => {
  const { numbers, names } = drawn(FIGURES, 460);
  expect(numbers.map(({ text, x }) => [text, x])).toEqual([
    ["20,000", 20],
    ["7", 176],
    ["1,234", 332],
  ]);
  expect(names.map(({ x }) => x)).toEqual([20, 176, 332]);
  for (const { size } of numbers) expect(size).toBe(22);
});

test("otherwise columns are as wide as they need, at the same font size", () => {
  const { numbers } = drawn(FIGURES, 210);
  const [first = 0, second = 0, third = 0] = numbers.map(({ x }) => x);
  expect(second - first).toBeGreaterThan(third - second);
  expect(numbers.map(({ text }) => text)).toEqual(["20,000", "7", "1,234"]);
  for (const { size } of numbers) expect(size).toBe(22);
});

test("then numbers shrink, then become compact, never below the minimum font size", () => {
  const many: [string, number][] = FIGURES.map(([name]) => [name, 1_234_567]);
  const smaller = drawn(many, 250).numbers;
  expect(smaller.map(({ text }) => text)).toEqual(["1,234,567", "1,234,567", "1,234,567"]);
  expect(new Set(smaller.map(({ size }) => size)).size).toBe(1);
  expect(smaller[0]?.size).toBeLessThan(22);
  const short = drawn(many, 170).numbers;
  expect(short.map(({ text }) => text)).toEqual(["1.2M", "1.2M", "1.2M"]);
  expect(short[0]?.size).toBeGreaterThanOrEqual(11);
});

test("labels are cut before numbers shrink for them", () => {
  const long: [string, number][] = FIGURES.map(([, value]) => ["M".repeat(30), value]);
  const { numbers, names } = drawn(long, 300);
  for (const { size } of numbers) expect(size).toBe(22);
  for (const { text } of names) expect(text).toMatch(/^M+…$/);
  const [first, second] = names;
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual((second?.x ?? 0) - 7.9);
});
