import { expect, test } from "vitest";
import { calendarMonths, calendarShapes, DAY_LEVELS } from "./calendar";

/** The middles of a path's days, as `x y`. */
function middlesOf(path: string): string[] {
  let x = 0;
  let y = 0;
  return [...path.matchAll(/([Mm])(-?\d+) (-?\d+)h0/g)].map(([, move, right, down]) => {
    x = Number(right) + (move === "M" ? 0 : x);
    y = Number(down) + (move === "M" ? 0 : y);
    return `${x} ${y}`;
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
    const middle = `${Math.floor(at / 7)} ${at % 7}`;
    const level = levels.findIndex(({ path }) => middlesOf(path).includes(middle));
    return level < 0 ? undefined : level + 1;
  });
}

test("a day is in the column of its week and the row of its weekday", () => {
  // 2026-11-04 is a Wednesday: the third row; the Tuesday after it is in the second column.
  const shapes = calendarShapes({ firstDay: "2026-11-04", counts: [1, 0, 0, 0, 0, 0, 1] });
  expect(shapes.weeks).toBe(2);
  expect(shapes.levels[0]).toEqual({
    ...DAY_LEVELS[0],
    path: "M0 2h0m1 -1h0",
  });
});

test("every day has its place, from the first to the last", () => {
  const { days } = calendarShapes({ firstDay: "2026-11-04", counts: [0, 0, 0, 0, 0, 0, 0, 0] });
  // Monday and Tuesday begin in the second week; only Wednesday is in both.
  expect(days).toBe(
    ["M1 0H1.1", "M1 1H1.1", "M0 2H1.1", "M0 3H0.1", "M0 4H0.1", "M0 5H0.1", "M0 6H0.1"].join(""),
  );
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
  const sizes = DAY_LEVELS.map(({ size }) => size);
  expect(sizes).toEqual([...new Set(sizes)].sort());
});
