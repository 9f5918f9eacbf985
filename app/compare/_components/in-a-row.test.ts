import { expect, test } from "vitest";
import { inARow } from "./in-a-row";

test("names stand in a row as in a sentence", () => {
  expect(inARow([])).toBe("");
  expect(inARow(["Anna"])).toBe("Anna");
  expect(inARow(["Anna", "Ben"])).toBe("Anna and Ben");
  expect(inARow(["Anna", "Ben", "Cleo"])).toBe("Anna, Ben and Cleo");
});
