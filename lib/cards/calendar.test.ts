import { expect, test } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import { calendar } from "./calendar";
import { marksOf, seen, wordsOf } from "./test-reader";

const anna = aPlayer([]);
const card = (search: string, more = {}) => seen(calendar, anna, search, more);
const squares = (path: string) => path.split("z").length - 1;
/** The number of squares of each path: all days first, then each level that has a day. */
const counts = (of: ReturnType<typeof card>) => marksOf(of, "path").map(({ d }) => squares(d));

test("a year is named with its achievements and days", () => {
  const words = wordsOf(card("year=2025&locale=en"));
  expect(words.slice(0, 2)).toEqual(["Anna: 2025", "5 achievements · 3 days"]);
  expect(words.slice(2).join("")).toBe("JFMAMJJASOND");
  expect(wordsOf(card("year=2025&hide=title"))[0]).toBe("5 achievements · 3 days");
});

test("every day of the year has a square, and fuller days stronger ones", () => {
  expect(counts(card("year=2025"))).toEqual([365, 2, 1]);
  expect(counts(card("year=2024"))).toEqual([366]);
  expect(wordsOf(card("year=2024"))[1]).toBe("No achievements yet.");
});

test("days are those of the time zone", () => {
  expect(wordsOf(card("year=2025&tz=Europe/Berlin"))[1]).toBe("4 achievements · 3 days");
  expect(wordsOf(card("year=2026&tz=Europe/Berlin"))[1]).toBe("4 achievements · 3 days");
});

test("four levels go up to the fullest day, and few achievements are no full day", () => {
  const sums = { hardcore: 0, points: 0, retroPoints: 0, games: 1 };
  const daysWith = (...all: number[]) => ({
    since: 2025,
    year: {
      zone: "UTC",
      days: all.map((achievements, at) => ({ day: `2025-02-${11 + at}`, achievements, ...sums })),
    },
  });
  expect(counts(card("year=2025", { unlocks: daysWith(1, 25, 26, 51, 76, 100, 100) }))).toEqual([
    365, 2, 1, 1, 3,
  ]);
  expect(counts(card("year=2025", { unlocks: daysWith(1, 1, 2) }))).toEqual([365, 2, 1]);
});

test.each([440, 495, 900])("at a width of %i all squares are inside the card", (width) => {
  for (const year of [2023, 2024, 2028]) {
    const drawn = card(`year=${year}&width=${width}`);
    const [all] = marksOf(drawn, "path");
    const places = [...(all?.d ?? "").matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)/g)].map((square) =>
      square.slice(1).map(Number),
    );
    const right = Math.max(...places.map(([x = 0, , side = 0]) => x + side));
    const bottom = Math.max(...places.map(([, y = 0, side = 0]) => y + side));
    expect(Math.abs(right - (width - 20))).toBeLessThan(1);
    expect(bottom).toBeLessThanOrEqual(drawn.height - 12);
  }
});
