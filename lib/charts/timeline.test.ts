import { expect, test } from "vitest";
import type { AwardMonth } from "@/lib/progress/months";
import { timelineShapes, timelineYears } from "./timeline";

const month = (name: string, given: Partial<AwardMonth> = {}): AwardMonth => ({
  month: name,
  mastered: 0,
  completed: 0,
  beaten: 0,
  beatenCasual: 0,
  ...given,
});

/** The bars of a layer as `[x, foot, top]`. */
const barsOf = (path = "") =>
  [...path.matchAll(/M(\d+) (\d+)V(\d+)/g)].map(([, ...numbers]) => numbers.map(Number));

test("a month's awards are stacked to the height of the fullest month, the best at the bottom", () => {
  const { width, layers } = timelineShapes([
    month("2024-01", { mastered: 3, completed: 1, beaten: 2, beatenCasual: 4 }),
    month("2024-02"),
    month("2024-03", { mastered: 0, beaten: 5 }),
  ]);
  expect(width).toBe(30);
  expect(layers.map(({ color }) => color)).toEqual([
    "var(--gold)",
    "var(--gold-pale)",
    "var(--silver)",
    "var(--silver-pale)",
  ]);
  const [mastered, completed, beaten, casual] = layers.map(({ path }) => barsOf(path));
  // Ten awards reach from the foot at 100 to the top at 2: 9.8 units each.
  expect(mastered).toEqual([[5, 100, 71]]);
  expect(completed).toEqual([[5, 71, 61]]);
  expect(beaten).toEqual([
    [5, 61, 41],
    [25, 100, 51],
  ]);
  expect(casual).toEqual([[5, 41, 2]]);
});

test("the line of all awards rises to the top and stays where nothing was won", () => {
  const { totals } = timelineShapes([
    month("2024-01", { mastered: 3 }),
    month("2024-02"),
    month("2024-03", { beaten: 1 }),
  ]);
  expect(totals).toBe("M5 27L15 27L25 2");
});

test("a history without awards has no bars and no line off the chart", () => {
  expect(timelineShapes([])).toMatchObject({ width: 0, totals: "" });
  const { layers, totals } = timelineShapes([month("2024-01")]);
  expect(layers.map(({ path }) => path)).toEqual(["", "", "", ""]);
  expect(totals).toBe("M5 100");
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
