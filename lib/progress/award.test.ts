import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { awardLabel } from "./award";

test("awards have the names of RA's page", () => {
  expect(AWARD_KINDS.map(awardLabel)).toEqual([
    "Mastered",
    "Completed",
    "Beaten",
    "Beaten (casual)",
  ]);
});
