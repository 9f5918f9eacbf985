import { expect, test, vi } from "vitest";
import { periodOfYear, utcYearsOf } from "./known-years";

const YEARS = [2023, 2024, 2025, 2026];

test.each([
  ["UTC", [2025]],
  ["Europe/Berlin", [2024, 2025]],
  ["Asia/Kathmandu", [2024, 2025]],
  ["America/Los_Angeles", [2025, 2026]],
  ["Etc/GMT-14", [2024, 2025]],
])("2025 in %s lies in %j", (zone, years) => {
  expect(utcYearsOf(YEARS, periodOfYear(2025, zone))).toEqual(years);
});

test("a day lies in two UTC years at most, and only in known ones", () => {
  const of = (day: string, zone: string) =>
    utcYearsOf(YEARS, { firstDay: day, lastDay: day, zone });
  expect(of("2025-12-31", "UTC")).toEqual([2025]);
  expect(of("2026-01-01", "Asia/Tokyo")).toEqual([2025, 2026]);
  expect(of("2026-01-02", "Asia/Tokyo")).toEqual([2026]);
  expect(of("2026-12-31", "America/New_York")).toEqual([2026]);
  expect(of("2022-12-31", "America/New_York")).toEqual([2023]);
  expect(of("2012-01-01", "Asia/Tokyo")).toEqual([]);
});

test("offsets are not looked for in years that are far from the known ones", () => {
  const { DateTimeFormat } = Intl;
  const format = vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function format(...given) {
    return new DateTimeFormat(...given);
  });
  for (const year of [1000, 2021, 2028, 9999]) {
    expect(utcYearsOf(YEARS, periodOfYear(year, "Pacific/Apia"))).toEqual([]);
  }
  expect(format).not.toHaveBeenCalled();
  expect(utcYearsOf(YEARS, periodOfYear(2025, "Pacific/Apia"))).toEqual([2024, 2025]);
  expect(format).toHaveBeenCalled();
  format.mockRestore();
});
