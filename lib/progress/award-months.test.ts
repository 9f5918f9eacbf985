import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { awardMonths } from "./award-months";

const award = (highestAwardKind: AwardKind, date: string) =>
  aGame({ highestAwardKind, highestAwardAt: Date.parse(date) / 1000 });
const none = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };

test("awards are counted by month and kind, including months without one", () => {
  const games = [
    award("mastered", "2024-02-01T00:00:00Z"),
    award("beaten-softcore", "2023-11-30T23:59:59Z"),
    award("completed", "2023-11-01T00:00:00Z"),
    award("beaten-hardcore", "2024-02-29T12:00:00Z"),
  ];
  expect(awardMonths(games)).toEqual([
    { ...none, month: "2023-11", completed: 1, beatenCasual: 1 },
    { ...none, month: "2023-12" },
    { ...none, month: "2024-01" },
    { ...none, month: "2024-02", mastered: 1, beaten: 1 },
  ]);
});

test("awards without a date, and dates without an award, do not count", () => {
  const games = [aGame({ highestAwardKind: "mastered" }), aGame({ highestAwardAt: 1_000 })];
  expect(awardMonths(games)).toEqual([]);
});
