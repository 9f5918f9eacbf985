import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { reviewYears, yearInReview } from "./review-years";

const awarded = (date: string, systemId = 7) =>
  aGame({ systemId, highestAwardKind: "mastered", highestAwardAt: Date.parse(date) / 1000 });
const now = Date.parse("2026-11-24T12:00:00Z");

test("the years are all from the first award to the snapshot", () => {
  const games = [awarded("2023-12-31T23:59:59Z"), awarded("2025-05-05T00:00:00Z")];
  expect(reviewYears(games, now)).toEqual([2023, 2024, 2025, 2026]);
});

test("without an award there is the year of the snapshot", () => {
  expect(reviewYears([aGame()], now)).toEqual([2026]);
});

test("a first unlock before the first award has its year, and those between them", () => {
  const games = [awarded("2024-05-05T00:00:00Z")];
  expect(reviewYears(games, now, 2022)).toEqual([2022, 2023, 2024, 2025, 2026]);
  expect(reviewYears(games, now, 2025)).toEqual([2024, 2025, 2026]);
  expect(reviewYears([], now, 2025)).toEqual([2025, 2026]);
  expect(reviewYears([], now, 2027)).toEqual([2026]);
});

test("RA's Events do not count as a first award", () => {
  expect(reviewYears([awarded("2020-01-01T00:00:00Z", 101)], now)).toEqual([2026]);
});

test("an award newer than its snapshot does not reverse the years", () => {
  const asked = Date.parse("2025-12-31T23:59:59Z");
  expect(reviewYears([awarded("2026-01-01T00:00:01Z")], asked)).toEqual([2025]);
});

test.each([
  ["2026-10-31T23:59:59Z", null],
  ["2026-11-01T00:00:00Z", 2026],
  ["2026-12-31T23:59:59Z", 2026],
  ["2027-01-01T00:00:00Z", 2026],
  ["2027-01-31T23:59:59Z", 2026],
  ["2027-02-01T00:00:00Z", null],
])("at %s players look back on %s", (moment, year) => {
  const now = Date.parse(moment);
  expect(yearInReview([awarded("2016-06-01")], now, now)).toBe(year);
});

test("there is no review of a year before the first award, or after the snapshot", () => {
  const january = Date.parse("2027-01-05T00:00:00Z");
  expect(yearInReview([awarded("2026-06-01")], january, january)).toBe(2026);
  expect(yearInReview([awarded("2027-06-01")], january, january)).toBeNull();
  expect(yearInReview([], january, january)).toBeNull();
  const december = Date.parse("2027-12-05T00:00:00Z");
  expect(
    yearInReview([awarded("2026-06-01")], Date.parse("2026-12-31T00:00:00Z"), december),
  ).toBeNull();
});
