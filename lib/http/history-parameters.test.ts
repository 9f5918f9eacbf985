import { expect, test } from "vitest";
import { readHistoryRange } from "./history-parameters";

const NOW = Date.UTC(2026, 10, 24, 23, 59);
const read = (query: string) => readHistoryRange(new URLSearchParams(query), NOW);

test("the range includes its first and last day", () => {
  expect(read("from=2026-02-27&to=2026-03-01")).toEqual({
    query: { from: "2026-02-27", to: "2026-03-01" },
  });
  expect(read("from=2026-03-01&to=2026-03-01")).toHaveProperty("query");
});

test("the last day defaults to today, the first to thirty days", () => {
  expect(read("")).toEqual({ query: { from: "2026-10-26", to: "2026-11-24" } });
  expect(read("from=&to=")).toEqual(read(""));
  expect(read("from=2026-01-01")).toEqual({ query: { from: "2026-01-01", to: "2026-11-24" } });
  expect(read("to=2026-03-01")).toEqual({ query: { from: "2026-01-31", to: "2026-03-01" } });
});

test("a malformed day is refused by name, with an example", () => {
  for (const text of ["2026", "2026-1-1", "2026-02-30", "today", "2026-11-23T00:00:00Z", " "]) {
    expect(read(`from=${text}&to=${text}`), text).toEqual({
      errors: [
        { name: "from", reason: "must be a day, such as 2026-11-23" },
        { name: "to", reason: "must be a day, such as 2026-11-23" },
      ],
    });
  }
});

test("a range that ends before it starts is refused", () => {
  expect(read("from=2026-03-02&to=2026-03-01")).toEqual({
    errors: [{ name: "from", reason: "must not be after 2026-03-01" }],
  });
  expect(read("from=2026-11-25")).toHaveProperty("errors");
});

test("a leap year is the longest range, one day more is refused with the allowed one", () => {
  expect(read("from=2024-01-01&to=2024-12-31")).toHaveProperty("query");
  expect(read("from=2023-12-31&to=2024-12-31")).toEqual({
    errors: [
      { name: "from", reason: "must not be before 2024-01-01: at most 366 days are told at once" },
    ],
  });
});
