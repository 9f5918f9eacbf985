import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { awardLabel } from "./award";

test("awards are called what RA's page calls them", () => {
  expect(AWARD_KINDS.map(awardLabel)).toEqual([
    "Mastered",
    "Completed",
    "Beaten",
    "Beaten (casual)",
  ]);
});
