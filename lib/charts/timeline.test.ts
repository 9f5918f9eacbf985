import { expect, test } from "vitest";
import type { AwardMonth } from "@/lib/progress/months";
import { timelineMonths, timelineScale, timelineShapes, timelineYears } from "./timeline";

const month = (name: string, given: Partial<AwardMonth> = {}): AwardMonth => ({
  month: name,
  mastered: 0,
  completed: 0,
  beaten: 0,
  beatenCasual: 0,
  ...given,
});

/** The bars of a layer as `[month, foot, top]`, in awards. */
function barsOf(path = ""): number[][] {
  let x = 0;
  let y = 0;
  return [...path.matchAll(/([Mm])(\d+) (-?\d+)v(\d+)/g)].map(([, move, ...numbers]) => {
    const [right = 0, down = 0, up = 0] = numbers.map(Number);
    x = move === "M" ? right : x + right;
    const from = move === "M" ? down : y + down;
    y = from + up;
    return [x, from, y];
  });
}

test("a month's awards are stacked to the height of the fullest month, the best at the bottom", () => {
  const { width, bars, layers } = timelineShapes([
    month("2024-01", { mastered: 3, completed: 1, beaten: 2, beatenCasual: 4 }),
    month("2024-02"),
    month("2024-03", { mastered: 0, beaten: 5 }),
  ]);
  expect(width).toBe(30);
  expect(layers.map(({ color, isStriped }) => [color, isStriped])).toEqual([
    ["var(--chart-mastered)", false],
    ["var(--chart-mastered)", true],
    ["var(--chart-beaten)", false],
    ["var(--chart-beaten)", true],
  ]);
  const [mastered, completed, beaten, casual] = layers.map(({ path }) => barsOf(path));
  expect(mastered).toEqual([[0, 0, 3]]);
  expect(completed).toEqual([[0, 3, 4]]);
  expect(beaten).toEqual([
    [0, 4, 6],
    [2, 0, 5],
  ]);
  expect(casual).toEqual([[0, 6, 10]]);
  // Ten awards reach from the foot at 100 to the top at 2: 9.8 units each.
  expect(bars.toBox).toBe("matrix(10 0 0 -9.8 5 100)");
  expect(bars.width).toBe(0.9);
  expect(bars.stripes.split(" ").map((dash) => Math.round(Number(dash) * 98) / 10)).toEqual([
    2, 1.5,
  ]);
});

test("the line of cumulative awards rises to the top and is flat without awards", () => {
  const { totals } = timelineShapes([
    month("2024-01", { mastered: 3 }),
    month("2024-02"),
    month("2024-03", { beaten: 1 }),
  ]);
  expect(totals).toBe("M5 27l10 0l10 -25");
});

test("a history without awards has no bars and no line off the chart", () => {
  expect(timelineShapes([])).toMatchObject({ width: 0, totals: "", grid: "M0 2H0" });
  const { layers, totals } = timelineShapes([month("2024-01")]);
  expect(layers.map(({ path }) => path)).toEqual(["", "", "", ""]);
  expect(totals).toBe("M5 100");
});

test("the scale has a few round numbers, up to the fullest month", () => {
  const scale = (mastered: number) =>
    timelineScale([month("2024-01", { mastered }), month("2024-02")]).map(({ awards }) => awards);
  expect([scale(0), scale(1), scale(3)]).toEqual([[1], [1], [1, 2, 3]]);
  expect([scale(4), scale(7), scale(8)]).toEqual([[2, 4], [2, 4, 6], [5]]);
  expect([scale(19), scale(21), scale(40), scale(799)]).toEqual([
    [5, 10, 15],
    [10, 20],
    [20, 40],
    [200, 400, 600],
  ]);
});

test("a value of the scale is where a bar of as many awards ends", () => {
  const months = [month("2024-01", { mastered: 2 }), month("2024-02", { mastered: 4 })];
  const { bars, layers, grid } = timelineShapes(months);
  expect(timelineScale(months)).toEqual([
    { awards: 2, top: 0.51 },
    { awards: 4, top: 0.02 },
  ]);
  expect(bars.toBox).toBe("matrix(10 0 0 -24.5 5 100)");
  expect(barsOf(layers[0]?.path)).toEqual([
    [0, 0, 2],
    [1, 0, 4],
  ]);
  expect(grid).toBe("M0 51H20M0 2H20");
});

test("a short history is padded to two years, a long one is unchanged", () => {
  const short = timelineMonths([month("2024-03", { mastered: 1 })]);
  expect(short).toHaveLength(24);
  expect(short[0]).toEqual(month("2022-04"));
  expect(short.at(-2)).toEqual(month("2024-02"));
  expect(short.at(-1)).toEqual(month("2024-03", { mastered: 1 }));
  const long = Array.from({ length: 30 }, (_, at) => month(`2024-${at}`));
  expect(timelineMonths(long)).toEqual(long);
  expect(timelineMonths([])).toEqual([]);
});

test("years sum up their months, newest first", () => {
  const months = [
    month("2023-12", { mastered: 1 }),
    month("2024-01", { beaten: 2, completed: 3 }),
    month("2024-03", { mastered: 1, beatenCasual: 4 }),
  ];
  expect(timelineYears(months)).toEqual([
    { year: "2024", awards: [1, 3, 2, 4], soFar: 11 },
    { year: "2023", awards: [1, 0, 0, 0], soFar: 1 },
  ]);
});
