import { expect, test } from "vitest";
import { calendarMonths, calendarShapes } from "./calendar";

/** Which colour each day has, from 1; in the order of weeks. */
function levelsOf(counts: number[]): (number | undefined)[] {
  // A Monday, so that the first column is whole.
  const { levels } = calendarShapes({ firstDay: "2026-11-02", counts });
  return counts.map((_, at) => {
    const cell = `M${Math.floor(at / 7) * 10} ${(at % 7) * 10 + 4}h8`;
    const level = levels.findIndex(({ path }) => path.includes(cell));
    return level < 0 ? undefined : level + 1;
  });
}

test("a day stands in the column of its week and the row of its weekday", () => {
  // 2026-11-04 is a Wednesday: the third row; the Tuesday after it is in the second column.
  const shapes = calendarShapes({ firstDay: "2026-11-04", counts: [1, 0, 0, 0, 0, 0, 1] });
  expect(shapes).toMatchObject({ width: 20, height: 70 });
  expect(shapes.levels[0]).toEqual({ color: "var(--day-1)", path: "M0 24h8M10 14h8" });
});

test("every day there is has its place, from the first to the last", () => {
  const { days } = calendarShapes({ firstDay: "2026-11-04", counts: [0, 0, 0, 0, 0, 0, 0, 0] });
  // Monday and Tuesday begin in the second week; only Wednesday is in both.
  expect(days).toBe(
    ["M10 4H20", "M10 14H20", "M0 24H20", "M0 34H10", "M0 44H10", "M0 54H10", "M0 64H10"].join(""),
  );
});

test("the more games a day has, the stronger its colour, in four equal steps", () => {
  expect(levelsOf([0, 1, 2, 3, 4])).toEqual([undefined, 1, 2, 3, 4]);
  expect(levelsOf([1, 5, 6, 11, 16, 21])).toEqual([1, 1, 2, 3, 4, 4]);
  // Few games a day are not made to look like many.
  expect(levelsOf([1, 2])).toEqual([1, 2]);
});

test("months sum up their days, newest first", () => {
  expect(calendarMonths({ firstDay: "2026-10-30", counts: [2, 1, 3, 0] })).toEqual([
    { month: "2026-11", days: 1, games: 3 },
    { month: "2026-10", days: 2, games: 3 },
  ]);
});
