import { expect, test } from "vitest";
import { fill } from "./fill";

test("a text says what was filled in, word for word", () => {
  expect(fill("# points", "1,234")).toBe("1,234 points");
  expect(fill("{won} of #", "40", "12")).toBe("12 of 40");
  expect(fill("nobody called #.", "$& # {won} $1")).toBe("nobody called $& # {won} $1.");
});
