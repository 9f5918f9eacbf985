import { expect, test } from "vitest";
import { readHistoryQuery } from "./history-query";

const read = (given: { year?: string; month?: string }) =>
  readHistoryQuery(given, "2024-11-20", "2026-03-05");

test("by default the last twelve months are shown, and all years are offered", () => {
  expect(read({})).toEqual({
    year: null,
    month: null,
    from: "2025-03-06",
    to: "2026-03-05",
    years: ["2026", "2025", "2024"],
    ignored: null,
  });
  // February 29 is left out a year before, and is the first day a year after.
  expect(readHistoryQuery({}, "2023-01-01", "2024-02-29").from).toBe("2023-03-02");
  expect(readHistoryQuery({}, "2023-01-01", "2025-02-28").from).toBe("2024-02-29");
});

test("a year or a month of the history is shown, the month rather than the year", () => {
  const of2024 = { year: "2024", from: "2024-01-01", to: "2024-12-31", ignored: null };
  expect(read({ year: "2024" })).toMatchObject({ ...of2024, month: null });
  expect(read({ month: "2024-11" })).toMatchObject({ ...of2024, month: "2024-11" });
  expect(read({ month: "2026-03", year: "2024" })).toMatchObject({ year: "2026" });
});

test.each([
  { year: "2023" },
  { year: "2027" },
  { year: "20 25" },
  { month: "2024-10" },
  { month: "2026-04" },
  { month: "2025-13" },
  { month: "2025-1" },
  { month: "<b>" },
])("%o cannot be had: it is named, and the last twelve months shown", (given) => {
  const [asked] = Object.values(given);
  expect(read(given)).toMatchObject({ year: null, month: null, ignored: asked });
});

test("a clock that is behind the start of the history still shows a year", () => {
  expect(readHistoryQuery({}, "2026-01-01", "2025-12-31").years).toEqual(["2025"]);
});
