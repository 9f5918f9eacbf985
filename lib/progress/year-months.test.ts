import { expect, test } from "vitest";
import { awardsIn } from "./months";
import { yearMonths } from "./year-months";

const month = (name: string, mastered: number) => ({
  month: name,
  mastered,
  completed: 0,
  beaten: 0,
  beatenCasual: 0,
});

test("a year has all twelve months, whatever the history before and after it", () => {
  const history = [month("2023-12", 9), month("2024-02", 3), month("2025-01", 9)];
  const months = yearMonths(history, 2024);
  expect(months.map(awardsIn)).toEqual([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(months.at(0)?.month).toBe("2024-01");
  expect(months.at(-1)?.month).toBe("2024-12");
});
