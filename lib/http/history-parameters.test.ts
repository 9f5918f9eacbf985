import { expect, test } from "vitest";
import { readHistoryRange } from "./history-parameters";

const NOW = Date.UTC(2026, 10, 24, 23, 59);
const read = (query: string) => readHistoryRange(new URLSearchParams(query), NOW);

test("the days that are asked for are those from the first to the last, both among them", () => {
  expect(read("from=2026-02-27&to=2026-03-01")).toEqual({
    asked: { from: "2026-02-27", to: "2026-03-01" },
  });
  expect(read("from=2026-03-01&to=2026-03-01")).toHaveProperty("asked");
});

test("without a last day it is today, without a first one there are thirty", () => {
  expect(read("")).toEqual({ asked: { from: "2026-10-26", to: "2026-11-24" } });
  expect(read("from=&to=")).toEqual(read(""));
  expect(read("from=2026-01-01")).toEqual({ asked: { from: "2026-01-01", to: "2026-11-24" } });
  expect(read("to=2026-03-01")).toEqual({ asked: { from: "2026-01-31", to: "2026-03-01" } });
});

test("what is no day is refused by name, with what one looks like", () => {
  for (const text of ["2026", "2026-1-1", "2026-02-30", "today", "2026-11-23T00:00:00Z", " "]) {
    expect(read(`from=${text}&to=${text}`), text).toEqual({
      errors: [
        { name: "from", reason: "must be a day, such as 2026-11-23" },
        { name: "to", reason: "must be a day, such as 2026-11-23" },
      ],
    });
  }
});

test("days that end before they begin are refused", () => {
  expect(read("from=2026-03-02&to=2026-03-01")).toEqual({
    errors: [{ name: "from", reason: "must not be after 2026-03-01" }],
  });
  expect(read("from=2026-11-25")).toHaveProperty("errors");
});

test("a year is told at once, be it a leap year, and one day more is refused with what is allowed", () => {
  expect(read("from=2024-01-01&to=2024-12-31")).toHaveProperty("asked");
  expect(read("from=2023-12-31&to=2024-12-31")).toEqual({
    errors: [
      { name: "from", reason: "must not be before 2024-01-01: at most 366 days are told at once" },
    ],
  });
});
