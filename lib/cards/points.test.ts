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

test("casual points replace missing hardcore points", () => {
  expect(pointsForms({ points: 0, casualPoints: 5 }, format)[0]).toBe("5 casual points");
  expect(pointsForms({ points: 0, casualPoints: 0 }, format)[0]).toBe("0 points");
});

test("the site's name is dropped before points become compact", () => {
  expect(pointsForms({ points: 2_000, casualPoints: 0 }, format, true)).toEqual([
    "2,000 points on RetroAchievements",
    "2,000 points",
    "2.0k points",
  ]);
});
