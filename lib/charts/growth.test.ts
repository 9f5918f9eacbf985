import { expect, test } from "vitest";
import { growthShapes } from "./growth";

test("days are drawn in the middle of their place, from the lowest value at the bottom to the highest", () => {
  expect(growthShapes([100, 150, 200])).toEqual({
    width: 3,
    line: "M0.5 96L1.5 50L2.5 4",
    gaps: "",
    points: "",
  });
});

test("the line has a gap over unknown days", () => {
  expect(growthShapes([0, 0, null, null, 10, 10])).toEqual({
    width: 6,
    line: "M0.5 96L1.5 96M4.5 4L5.5 4",
    gaps: "M1.5 96L4.5 4",
    points: "",
  });
});

test("a single known day is a point", () => {
  expect(growthShapes([null, 5, null, 7])).toMatchObject({
    line: "",
    points: "M1.5 96h0M3.5 4h0",
    gaps: "M1.5 96L3.5 4",
  });
});

test("a constant value is drawn at half height, and no value as no line", () => {
  expect(growthShapes([3, 3])).toMatchObject({ line: "M0.5 50L1.5 50" });
  expect(growthShapes([null])).toEqual({ width: 1, line: "", gaps: "", points: "" });
});
