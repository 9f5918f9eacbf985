import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { awardDays, daysOfLastYear } from "./active-days";

const now = Date.parse("2026-11-23T09:41:00Z");
const seconds = (date: string) => Date.parse(date) / 1000;

/** The days with a game, and on how many. */
function busy(...games: Parameters<typeof daysOfLastYear>[0]): [string, number][] {
  const { firstDay, counts } = daysOfLastYear(games, now);
  return counts.flatMap((count, at): [string, number][] => {
    const day = new Date(Date.parse(firstDay) + at * 86_400_000).toISOString().slice(0, 10);
    return count === 0 ? [] : [[day, count]];
  });
}

test("the twelve months end today and begin a day after today a year ago", () => {
  const { firstDay, counts } = daysOfLastYear([], now);
  expect(firstDay).toBe("2025-11-24");
  expect(counts).toHaveLength(365);
});

test("a leap day is one of them", () => {
  expect(daysOfLastYear([], Date.parse("2024-03-01T00:00:00Z")).counts).toHaveLength(366);
});

test("a game is active on the day of its latest unlock and on the day of its award", () => {
  const game = aGame({
    mostRecentAwardedAt: seconds("2026-11-23T00:00:00Z"),
    highestAwardAt: seconds("2026-01-31T23:59:59Z"),
  });
  expect(busy(game, game)).toEqual([
    ["2026-01-31", 2],
    ["2026-11-23", 2],
  ]);
});

test("an award and an unlock on one day are one game", () => {
  const game = aGame({
    mostRecentAwardedAt: seconds("2026-06-01T20:00:00Z"),
    highestAwardAt: seconds("2026-06-01T10:00:00Z"),
  });
  expect(busy(game)).toEqual([["2026-06-01", 1]]);
});

test("older games and games without a date are on no day", () => {
  const older = aGame({ mostRecentAwardedAt: seconds("2025-11-23T23:59:59Z") });
  expect(busy(older, aGame({ mostRecentAwardedAt: null }))).toEqual([]);
});

test("a missing date is not read as 1970", () => {
  const { counts } = daysOfLastYear(
    [aGame({ mostRecentAwardedAt: null, highestAwardAt: null })],
    Date.parse("1970-06-01T00:00:00Z"),
  );
  expect(counts.filter((count) => count > 0)).toEqual([]);
});

test("awards of a year are counted by day, without other years", () => {
  const awardAt = (date: string) => aGame({ highestAwardAt: seconds(date) });
  const { firstDay, counts } = awardDays(
    [
      ...["2023-12-31T23:59:59Z", "2024-01-01T00:00:00Z", "2024-01-01T23:59:59Z"].map(awardAt),
      ...["2024-02-29T12:00:00Z", "2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z"].map(awardAt),
      aGame({ highestAwardAt: null }),
    ],
    2024,
  );
  expect(firstDay).toBe("2024-01-01");
  expect(counts).toHaveLength(366);
  expect(counts.flatMap((count, at) => (count > 0 ? [[at, count]] : []))).toEqual([
    [0, 2],
    [59, 1],
    [365, 1],
  ]);
  expect(awardDays([], 2023).counts).toHaveLength(365);
});
