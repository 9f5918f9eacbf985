import { expect, test } from "vitest";
import { calendarMonths, calendarShapes, DAY_LEVELS } from "./calendar";

/** The middles of a path's squares, as `x y`. */
function middlesOf(path: string, size: number): string[] {
  let x = 0;
  let y = 0;
  return [...path.matchAll(/([Mm])(-?\d+) (-?\d+)h(\d+)/g)].map(([, move, right, down, length]) => {
    expect(Number(length)).toBe(size);
    x = Number(right) + (move === "M" ? 0 : x + size);
    y = Number(down) + (move === "M" ? 0 : y);
    return `${x + size / 2} ${y}`;
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
    const middle = `${Math.floor(at / 7) * 12 + 5} ${(at % 7) * 12 + 5}`;
    const level = levels.findIndex(({ size, path }) => middlesOf(path, size).includes(middle));
    return level < 0 ? undefined : level + 1;
  });
}

test("a day is in the column of its week and the row of its weekday", () => {
  // 2026-11-04 is a Wednesday: the third row; the Tuesday after it is in the second column.
  const shapes = calendarShapes({ firstDay: "2026-11-04", counts: [1, 0, 0, 0, 0, 0, 1] });
  expect(shapes).toMatchObject({ width: 24, height: 84 });
  expect(shapes.levels[0]).toEqual({
    color: "var(--day-1)",
    size: 4,
    path: "M3 29h4m8 -12h4",
  });
});

test("every day has its place, from the first to the last", () => {
  const { days } = calendarShapes({ firstDay: "2026-11-04", counts: [0, 0, 0, 0, 0, 0, 0, 0] });
  // Monday and Tuesday begin in the second week; only Wednesday is in both.
  expect(days).toBe(
    ["M12 5H24", "M12 17H24", "M0 29H24", "M0 41H12", "M0 53H12", "M0 65H12", "M0 77H12"].join(""),
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
  expect(DAY_LEVELS.map(({ size }) => size)).toEqual([4, 6, 8, 10]);
});
