import { expect, test } from "vitest";
import { pointsGained } from "./points-gained";
import { aDay } from "./test-states";

test("points can come and go, each kind for itself", () => {
  const profile = { points: 12_445, casualPoints: 60, retroPoints: 20_001 };
  expect(pointsGained(aDay([], [], profile))).toEqual({ hardcore: 100, casual: -7, retro: 1 });
});
