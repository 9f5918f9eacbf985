import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { awardMonths } from "./award-months";
import { awardYears } from "./years";

const masteredAt = (date: string) =>
  aGame({ highestAwardKind: "mastered", highestAwardAt: Date.parse(date) / 1000 });

test("awards are counted by year, and years without one are there too", () => {
  const dates = ["2022-12-31T23:59:59Z", "2024-01-01T00:00:00Z", "2024-07-01T00:00:00Z"];
  expect(awardYears(awardMonths(dates.map(masteredAt)))).toEqual([
    { year: 2022, awards: 1 },
    { year: 2023, awards: 0 },
    { year: 2024, awards: 2 },
  ]);
});

test("without an award there are none", () => expect(awardYears([])).toEqual([]));
