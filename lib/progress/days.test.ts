import { expect, test } from "vitest";
import { daysOfLastYear } from "./days";
import { aGame } from "./test-games";

const now = Date.parse("2026-11-23T09:41:00Z");
const seconds = (date: string) => Date.parse(date) / 1000;
const busy = (...games: Parameters<typeof daysOfLastYear>[0]) =>
  daysOfLastYear(games, now).filter(({ gameIds }) => gameIds.length > 0);

test("the twelve months end today and begin a day after today a year ago", () => {
  const days = daysOfLastYear([], now);
  expect(days).toHaveLength(365);
  expect([days.at(0)?.day, days.at(-1)?.day]).toEqual(["2025-11-24", "2026-11-23"]);
});

test("a leap day is one of them", () => {
  const days = daysOfLastYear([], Date.parse("2024-03-01T00:00:00Z"));
  expect(days).toHaveLength(366);
  expect(days.at(-2)?.day).toBe("2024-02-29");
});

test("a game is active on the day of its latest unlock and on the day of its award", () => {
  const game = aGame({
    mostRecentAwardedAt: seconds("2026-11-23T00:00:00Z"),
    highestAwardAt: seconds("2026-01-31T23:59:59Z"),
  });
  expect(busy(game)).toEqual([
    { day: "2026-01-31", gameIds: [game.id] },
    { day: "2026-11-23", gameIds: [game.id] },
  ]);
});

test("an award and an unlock on one day are one game", () => {
  const game = aGame({
    mostRecentAwardedAt: seconds("2026-06-01T20:00:00Z"),
    highestAwardAt: seconds("2026-06-01T10:00:00Z"),
  });
  expect(busy(game)).toEqual([{ day: "2026-06-01", gameIds: [game.id] }]);
});

test("what was longer ago, or has no date, is on no day", () => {
  const older = aGame({ mostRecentAwardedAt: seconds("2025-11-23T23:59:59Z") });
  expect(busy(older, aGame({ mostRecentAwardedAt: null }))).toEqual([]);
});
