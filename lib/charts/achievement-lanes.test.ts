import { expect, test } from "vitest";
import { achievementLanes } from "./achievement-lanes";

test("all lanes have one scale, and one achievement is visible", () => {
  const { width, lanes, scale, grid } = achievementLanes([
    [400, 0, 1],
    [0, 200, 0],
  ]);
  expect(width).toBe(30);
  // From the foot at 100 to the top at 2.
  expect(lanes).toEqual(["M5 100v-98m20 98v-2", "M15 100v-49"]);
  expect(scale.map(({ value }) => value)).toEqual([200, 400]);
  expect(grid).toBe("M0 51H30M0 2H30");
});

test("players without months are drawn too", () => {
  expect(achievementLanes([[], []])).toMatchObject({ width: 0, lanes: ["", ""] });
});
