import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { unfolding } from "./unfolding";

test("a link that unfolds names its game, and says whether it is unfolded", () => {
  const moth = aGame({ title: "~Hack~ Moth [Subset - Bonus]", maxPossible: 10, numAwarded: 5 });
  expect(unfolding(moth, false)).toEqual({
    "aria-expanded": false,
    "aria-label": "5 of 10 achievements of Moth – Bonus",
  });
  expect(unfolding({ ...moth, numAwarded: 10 }, true)).toEqual({
    "aria-expanded": true,
    "aria-label": "All 10 achievements of Moth – Bonus",
  });
});
