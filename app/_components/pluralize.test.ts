import { expect, test } from "vitest";
import { pluralize } from "./pluralize";

test.each([
  [0, "0 awards"],
  [1, "1 award"],
  [1234, "1,234 awards"],
])("%i is %s", (count, text) => expect(pluralize(count, "award")).toBe(text));
