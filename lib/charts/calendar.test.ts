import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { calendarMonths, calendarShapes, DAY_COLORS } from "./calendar";

/** The days of a path, as `column row`. */
function daysOf(path: string): string[] {
  let x = 0;
  let y = 0;
  return [...path.matchAll(/m(-?\d+) (-?\d+)v(\d)/g)].flatMap(([, right, down, length]) => {
    const from = y + Number(down);
    x += Number(right);
    y = from + Number(length);
    return Array.from({ length: Number(length) }, (_, at) => `${x} ${from + at}`);
  });
}

/** Which level each day has, from 1; in the order of weeks. */
function levelsOf(counts: number[], achievements?: (number | null)[]): (number | undefined)[] {
  // A Monday, so that the first column is whole.
  const { levels } = calendarShapes({
    firstDay: "2026-11-02",
    counts,
    ...(achievements && { achievements }),
  });
  return counts.map((_, at) => {
    const day = `${Math.floor(at / 7)} ${at % 7}`;
    const level = levels.findIndex((path) => daysOf(path).includes(day));
    return level < 0 ? undefined : level + 1;
  });
}

test("a day is in the column of its week and the row of its weekday", () => {
  // 2026-11-04 is a Wednesday: the third row; the Tuesday after it is in the second column.
  const shapes = calendarShapes({ firstDay: "2026-11-04", counts: [1, 0, 0, 0, 0, 0, 1] });
  expect(shapes.weeks).toBe(2);
  expect(shapes.levels).toEqual(["m0 2v1m1 -2v1", "", "", ""]);
});

test("every day has its place, from the first to the last", () => {
  const { days } = calendarShapes({ firstDay: "2026-11-04", counts: [0, 0, 0, 0, 0, 0, 0, 0] });
  expect(days).toBe("m0 2v5m1 -7v3");
});

test("days of one level that follow each other in a week are one line", () => {
  const { levels } = calendarShapes({
    firstDay: "2026-11-02",
    counts: [1, 1, 0, 1, 1, 1, 1, 1, 1],
  });
  expect(levels[0]).toBe("m0 0v2m0 1v4m1 -7v2");
});

test("the more games a day has, the larger and stronger it is, in four equal steps", () => {
  expect(levelsOf([0, 1, 2, 3, 4])).toEqual([undefined, 1, 2, 3, 4]);
  expect(levelsOf([1, 5, 6, 11, 16, 21])).toEqual([1, 1, 2, 3, 4, 4]);
  // Few games a day are not made to look like many.
  expect(levelsOf([1, 2])).toEqual([1, 2]);
});

test("months sum up their days, newest first", () => {
  expect(calendarMonths({ firstDay: "2026-10-30", counts: [2, 1, 3, 0] })).toEqual([
    { month: "2026-11", days: 1, games: 3, achievements: null },
    { month: "2026-10", days: 2, games: 3, achievements: null },
  ]);
});

test("known achievements are counted instead of games, on their own scale", () => {
  const counts = [1, 4, 3, 1, 0, 0];
  // Four games are as full a day as forty achievements are; a day without a snapshot counts games.
  const achievements = [null, null, 0, 40, null, 1];
  expect(levelsOf(counts, achievements)).toEqual([1, 4, undefined, 4, undefined, 1]);
  const [month] = calendarMonths({ firstDay: "2026-11-02", counts, achievements });
  expect(month).toEqual({ month: "2026-11", days: 4, games: 9, achievements: 41 });
});

test("levels differ by size alone", () => {
  const css = readFileSync(
    new URL("../../app/_components/charts/charts.module.css", import.meta.url),
    "utf8",
  );
  const sizes = DAY_COLORS.map((color) => {
    const [, size] =
      new RegExp(`stroke: ${color.replace(/[()]/g, "\\$&")};\\s*stroke-width: ([\\d.]+)`).exec(
        css,
      ) ?? [];
    return Number(size);
  });
  expect(sizes).toEqual([...new Set(sizes)].sort());
  expect(sizes[0]).toBeGreaterThan(0);
});
