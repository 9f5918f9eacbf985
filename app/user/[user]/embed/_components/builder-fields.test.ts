import { expect, test } from "vitest";
import { sixDigits } from "./builder-fields";

test("a picker is given six digits of any colour, and grey for none", () => {
  expect(["#A0b", "a0bf", "#2b2416", "2b241680", "transparent", undefined].map(sixDigits)).toEqual([
    "#aa00bb",
    "#aa00bb",
    "#2b2416",
    "#2b2416",
    "#888888",
    "#888888",
  ]);
});
