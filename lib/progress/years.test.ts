import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { awardMonths } from "./award-months";
import { awardsIn } from "./months";
import { awardYears, bestYear, yearMonths } from "./years";

const masteredAt = (date: string) =>
  aGame({ highestAwardKind: "mastered", highestAwardAt: Date.parse(date) / 1000 });

test("awards are counted by year, including years without one", () => {
  const dates = ["2022-12-31T23:59:59Z", "2024-01-01T00:00:00Z", "2024-07-01T00:00:00Z"];
  expect(awardYears(awardMonths(dates.map(masteredAt)))).toEqual([
    { year: 2022, awards: 1 },
    { year: 2023, awards: 0 },
    { year: 2024, awards: 2 },
  ]);
});

test("without an award there are none", () => expect(awardYears([])).toEqual([]));

const month = (name: string, mastered: number) => ({
  month: name,
  mastered,
  completed: 0,
  beaten: 0,
  beatenCasual: 0,
});

test("a year has all twelve months, whatever the history before and after it", () => {
  const history = [month("2023-12", 9), month("2024-02", 3), month("2025-01", 9)];
  const months = yearMonths(history, 2024);
  expect(months.map(awardsIn)).toEqual([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(months.at(0)?.month).toBe("2024-01");
  expect(months.at(-1)?.month).toBe("2024-12");
});

test("the best year has the most awards, the newest of several, and needs an award", () => {
  const year = (year: number, awards: number) => ({ year, awards });
  expect(bestYear([year(2022, 3), year(2023, 1), year(2024, 3), year(2025, 2)])?.year).toBe(2024);
  expect(bestYear([year(2025, 0)])).toBeNull();
  expect(bestYear([])).toBeNull();
});
