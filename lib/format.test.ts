import { expect, test } from "vitest";
import {
  formatDay,
  formatDuration,
  formatHours,
  formatMoment,
  formatNumber,
  formatPercent,
  formatTimeAgo,
  wholePercent,
} from "./format";

const NOW = Date.parse("2026-11-23T09:41:59Z");

test("a length of time has its two largest units", () => {
  expect(formatDuration(0)).toBe("0 seconds");
  expect(formatDuration(1)).toBe("1 second");
  expect(formatDuration(300)).toBe("5 minutes");
  expect(formatDuration(605_100)).toBe("7 days and 5 minutes");
  expect(formatDuration(2_592_000)).toBe("30 days");
  expect(formatDuration(93_784)).toBe("1 day and 2 hours");
});

test("numbers, days and moments are written as Intl writes them", () => {
  const number = new Intl.NumberFormat("en");
  const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat("en", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
    hourCycle: "h23",
  });
  for (let at = 1_350_000_000; at < 1_900_000_000; at += 7_654_321) {
    expect(formatDay(at)).toBe(day.format(at * 1000));
    expect(formatMoment(at * 1000)).toBe(`${moment.format(at * 1000)} UTC`);
    expect(formatNumber(at)).toBe(number.format(at));
  }
  for (const value of [0, 7, 999, 1000, 12_345, 999_999, 1_000_000]) {
    expect(formatNumber(value)).toBe(number.format(value));
  }
  expect(formatMoment(NOW)).toBe("Nov 23, 2026, 09:41 UTC");
});

test.each([
  [0, "just now"],
  [59, "just now"],
  [60, "1 minute ago"],
  [119, "1 minute ago"],
  [120, "2 minutes ago"],
  [3599, "59 minutes ago"],
  [3600, "1 hour ago"],
  [7200, "2 hours ago"],
  [86_399, "23 hours ago"],
  [86_400, "yesterday"],
  [172_800, "2 days ago"],
])("%i seconds are %s", (seconds, words) => {
  expect(formatTimeAgo(NOW - seconds * 1000, NOW)).toBe(words);
});

test("a fraction of a set is never a percent less than it is", () => {
  for (let possible = 1; possible <= 400; possible++) {
    for (let awarded = 0; awarded <= possible; awarded++) {
      const exact = Number((BigInt(awarded) * 100n) / BigInt(possible));
      if (wholePercent(awarded / possible) !== exact) expect([awarded, possible]).toBe(exact);
    }
  }
  expect(formatPercent(29 / 100)).toBe("29%");
});

test("a playtime is in hours, or in minutes while it is short", () => {
  expect([1, 59, 119, 5700, 7199, 7200, 4_445_000].map(formatHours)).toEqual([
    ...["1 minute", "1 minute", "1 minute", "95 minutes", "119 minutes"],
    ...["2 hours", "1,234 hours"],
  ]);
});
