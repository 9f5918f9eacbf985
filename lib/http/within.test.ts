import { expect, test } from "vitest";
import { TooLate, withinMilliseconds } from "./within";

test("what comes in time comes, be it a failure", async () => {
  expect(await withinMilliseconds(1000, Promise.resolve(7))).toBe(7);
  await expect(withinMilliseconds(1000, Promise.reject(new Error("no")))).rejects.toThrow("no");
});

test("what is late is too late, and its failure afterwards disturbs nobody", async () => {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 30));
  await expect(withinMilliseconds(10, late)).rejects.toThrow(TooLate);
  await new Promise((resolve) => setTimeout(resolve, 40));
});
