import { expect, test } from "vitest";
import { formatPeriod } from "./format-period";
import { isIn, parsePeriod } from "./period";

const seconds = (moment: string) => Date.parse(moment) / 1000;

test.each([
  ["2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
  ["2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"],
  ["2024-12", "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z"],
  ["2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z"],
  ["2024-02-05..2024-03-31", "2024-02-05T00:00:00Z", "2024-04-01T00:00:00Z"],
  ["2023-11..2024-02", "2023-11-01T00:00:00Z", "2024-03-01T00:00:00Z"],
])("%s begins and ends where the UTC calendar says", (text, from, to) => {
  expect(parsePeriod(text)).toEqual({ from: seconds(from), to: seconds(to) });
});

test.each([
  "",
  "24",
  "2024-13",
  "2024-1",
  "2024-02-32",
  "2023-02-29",
  "2024-03..2024-02",
  "2024..",
  "..2024",
  "2024..2025..2026",
  "2024-02-30..2024-03",
  "2024..soon",
  "2024-03..2024-02-30",
])("%j is no period", (text) => expect(parsePeriod(text)).toBeNull());

test("a period includes its first second, excludes its end, and has no missing dates", () => {
  const period = { from: 10, to: 20 };
  expect(isIn({ from: -10, to: 10 }, null)).toBe(false);
  expect([9, 10, 19, 20, null].map((at) => isIn(period, at))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});

test("periods are described in words", () => {
  expect(["2024", "2024-03", "2024-03-05", "2024-03..2024-08"].map(formatPeriod)).toEqual([
    "2024",
    "March 2024",
    "March 5, 2024",
    "March 2024 to August 2024",
  ]);
});
