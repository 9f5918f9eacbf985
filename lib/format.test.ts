import { expect, test } from "vitest";
import { formatDay } from "./format";

test("a day is written as Intl writes it", () => {
  const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
  for (let at = 1_350_000_000; at < 1_900_000_000; at += 7_654_321) {
    expect(formatDay(at)).toBe(day.format(at * 1000));
  }
  expect(formatDay(1_795_478_399)).toBe("Nov 23, 2026");
  expect(formatDay(1_795_478_400)).toBe("Nov 24, 2026");
});
