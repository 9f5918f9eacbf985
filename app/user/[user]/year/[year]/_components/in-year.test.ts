import { expect, test } from "vitest";
import { dayInYear, rangeInYear } from "./in-year";

test("days and months of a year leave the year out", () => {
  expect(dayInYear("2024-03-05")).toBe("March 5");
  expect(rangeInYear("2024-03-05", "2024-12-31")).toBe("March 5 to December 31");
  expect(rangeInYear("2024-03", "2024-12")).toBe("March to December");
});
