import { expect, test } from "vitest";
import { retirement } from "./retirement";
import { aChange } from "./test-states";

test("a set without achievements any more is retired, and back when it has some again", () => {
  expect(retirement(aChange({}, { maxPossible: 0, numAwarded: 0 }))).toBe("retired");
  expect(retirement(aChange({ maxPossible: 0 }, { maxPossible: 6 }))).toBe("back");
});

test("a small set with an award, which RA shows like a retired one, was not retired when it came", () => {
  expect(retirement(aChange(null, { maxPossible: 0 }))).toBeNull();
  expect(retirement(aChange({ maxPossible: 0 }, { highestAwardKind: "mastered" }))).toBeNull();
  expect(retirement(aChange({}, { maxPossible: 12 }))).toBeNull();
  expect(retirement(aChange({}, null))).toBeNull();
});
