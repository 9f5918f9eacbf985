import { expect, test } from "vitest";
import {
  packTimeline,
  packUnlockMonths,
  unpackTimeline,
  unpackUnlockMonths,
} from "./packed-timeline";

const month = (name: string, mastered: number) => ({
  month: name,
  mastered,
  completed: 1,
  beaten: 2,
  beatenCasual: 3,
});

test("months come back as they were packed", () => {
  const months = [month("2025-12", 4), month("2026-01", 0)];
  expect(unpackTimeline(packTimeline(months))).toEqual(months);
  expect(unpackTimeline(packTimeline([]))).toEqual([]);
});

test("months of unlocks come back as they were packed", () => {
  const months = [
    { month: "2025-12", achievements: 4, points: 40 },
    { month: "2026-01", achievements: 0, points: 0 },
  ];
  expect(unpackUnlockMonths(packUnlockMonths(months))).toEqual(months);
  expect(unpackUnlockMonths(packUnlockMonths([]))).toEqual([]);
});
