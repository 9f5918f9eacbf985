import { expect, test } from "vitest";
import { yearOfSeason } from "./year-of-season";

test.each([
  ["2026-11-30T23:59:59Z", null],
  ["2026-12-01T00:00:00Z", 2026],
  ["2026-12-31T23:59:59Z", 2026],
  ["2027-01-01T00:00:00Z", 2026],
  ["2027-01-31T23:59:59Z", 2026],
  ["2027-02-01T00:00:00Z", null],
])("at %s players look back on %s", (moment, year) => {
  expect(yearOfSeason(Date.parse(moment), 2016)).toBe(year);
});

test("nobody looks back on a year before the first award", () => {
  const january = Date.parse("2027-01-05T00:00:00Z");
  expect(yearOfSeason(january, 2026)).toBe(2026);
  expect(yearOfSeason(january, 2027)).toBeNull();
  expect(yearOfSeason(january, null)).toBeNull();
});
