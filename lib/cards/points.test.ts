import { expect, test } from "vitest";
import { formatterOf } from "./formatter";
import { pointsForms } from "./points";

const format = formatterOf("en");

test("points are written in full first, then short", () => {
  expect(pointsForms({ points: 20_000, casualPoints: 5 }, format)).toEqual([
    "20,000 points",
    "20.0k points",
  ]);
});

test("casual points stand where there are no others, and a player without any has no points", () => {
  expect(pointsForms({ points: 0, casualPoints: 5 }, format)[0]).toBe("5 casual points");
  expect(pointsForms({ points: 0, casualPoints: 0 }, format)[0]).toBe("0 points");
});

test("what follows them is left out before they are made short", () => {
  expect(pointsForms({ points: 2_000, casualPoints: 0 }, format, true)).toEqual([
    "2,000 points on RetroAchievements",
    "2,000 points",
    "2.0k points",
  ]);
});
