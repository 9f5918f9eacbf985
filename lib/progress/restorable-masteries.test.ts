import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { restorableMasteries } from "./restorable-masteries";

const mastered = (numAwarded: number, maxPossible = 10) =>
  aGame({ highestAwardKind: "mastered", numAwarded, maxPossible });

test("incomplete mastered sets are found, the least complete first", () => {
  const nearly = mastered(9);
  const barely = mastered(2);
  expect(restorableMasteries([nearly, barely])).toEqual([barely, nearly]);
});

test("complete and retired sets are not restorable", () => {
  expect(restorableMasteries([mastered(10), mastered(11), mastered(0, 0)])).toEqual([]);
});

test("sets without a mastery are not restorable", () => {
  expect(restorableMasteries([aGame({ highestAwardKind: "completed" }), aGame()])).toEqual([]);
});
