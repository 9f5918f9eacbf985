import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { overview } from "./overview";

const now = Date.parse("2026-11-23T09:41:00Z");
const mastered = (date: string) =>
  aGame({ numAwarded: 10, highestAwardKind: "mastered", highestAwardAt: Date.parse(date) / 1000 });

test("the first year has the first award, the fastest the most, the earlier of two", () => {
  const dates = ["2021-05-01", "2023-01-01", "2023-02-01", "2025-01-01", "2025-02-01"];
  const { firstYear, fastestYear, streak } = overview(dates.map(mastered), now);
  expect(firstYear).toEqual({ year: 2021, awards: 1 });
  expect(fastestYear).toEqual({ year: 2023, awards: 2 });
  expect(streak).toEqual({ months: 2, from: "2025-01", to: "2025-02" });
});

test("what is worth coming back for says what is missing", () => {
  const near = aGame({ title: "Near", numAwarded: 9 });
  const stale = aGame({ title: "Stale", numAwarded: 8, highestAwardKind: "mastered" });
  const view = overview([near, stale], now);
  expect(view.almostThere).toEqual([{ gameId: near.id, title: "Near", won: 0.9, missing: 1 }]);
  expect(view.staleGold).toEqual([{ gameId: stale.id, title: "Stale", won: 0.8, missing: 2 }]);
});

test("events are no part of it, and nothing is an overview too", () => {
  expect(overview([aGame({ systemId: 101 })], now)).toEqual(overview([], now));
  expect(overview([], now)).toMatchObject({ streak: null, firstYear: null, fastestYear: null });
});
