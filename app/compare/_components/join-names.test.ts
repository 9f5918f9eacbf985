import { expect, test } from "vitest";
import { joinNames } from "./join-names";

test("names stand in a row as in a sentence", () => {
  expect(joinNames([])).toBe("");
  expect(joinNames(["Anna"])).toBe("Anna");
  expect(joinNames(["Anna", "Ben"])).toBe("Anna and Ben");
  expect(joinNames(["Anna", "Ben", "Cleo"])).toBe("Anna, Ben and Cleo");
});
