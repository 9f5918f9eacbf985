import { expect, test } from "vitest";
import { Pen } from "./pen";
import { marksOf, readCard } from "./test-reader";
import { THEMES } from "./themes";
import { drawMonths } from "./year-months";

const { gold, silver, track } = THEMES.light;
const month = (mastered: number, beaten: number) => ({
  ...{ month: "2025-01", mastered, beaten, completed: 0, beatenCasual: 0 },
});

function drawn(months: Parameters<typeof drawMonths>[1]) {
  const pen = new Pen(THEMES.light);
  drawMonths(pen, months, { x: 10, y: 20, width: 118, height: 40 });
  return marksOf(readCard(`<svg width="200" height="100">${pen}</svg>`), "rect");
}
const YEAR = Array.from({ length: 12 }, () => month(0, 0));

test("twelve months share the width", () => {
  const lines = drawn(YEAR);
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatchObject({ x: 10, y: 60, fill: track });
  expect((lines[11]?.x ?? 0) + (lines[11]?.width ?? 0)).toBeCloseTo(128, 1);
});

test("the highest month fills the height, kinds stacked, best at the bottom", () => {
  const marks = drawn([month(6, 2), month(4, 0), ...YEAR.slice(2)]);
  expect(marks.filter(({ fill }) => fill === gold)).toMatchObject([
    { x: 10, y: 30, height: 30 },
    { y: 40, height: 20 },
  ]);
  expect(marks.filter(({ fill }) => fill === silver)).toMatchObject([{ x: 10, y: 20, height: 10 }]);
});

test("a single award does not fill the height", () => {
  const [bar] = drawn([month(1, 0), ...YEAR.slice(1)]).filter(({ fill }) => fill === gold);
  expect(bar?.height).toBeCloseTo(40 / 3, 1);
});
