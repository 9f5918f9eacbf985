import { expect, test } from "vitest";
import { growthShapes } from "./growth";

test("days stand in the middle of their place, from the lowest value at the foot to the highest", () => {
  expect(growthShapes([100, 150, 200])).toEqual({
    width: 3,
    line: "M0.5 96L1.5 50L2.5 4",
    gaps: "",
    points: "",
  });
});

test("over days of which nothing is known the line is broken, and a gap leads on", () => {
  expect(growthShapes([0, 0, null, null, 10, 10])).toEqual({
    width: 6,
    line: "M0.5 96L1.5 96M4.5 4L5.5 4",
    gaps: "M1.5 96L4.5 4",
    points: "",
  });
});

test("a day that is known alone is a point", () => {
  expect(growthShapes([null, 5, null, 7])).toMatchObject({
    line: "",
    points: "M1.5 96h0M3.5 4h0",
    gaps: "M1.5 96L3.5 4",
  });
});

test("what does not climb stands halfway up, and nothing at all is no line", () => {
  expect(growthShapes([3, 3])).toMatchObject({ line: "M0.5 50L1.5 50" });
  expect(growthShapes([null])).toEqual({ width: 1, line: "", gaps: "", points: "" });
});
