import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { restorableMasteries } from "./restorable-masteries";

const mastered = (numAwarded: number, maxPossible = 10) =>
  aGame({ highestAwardKind: "mastered", numAwarded, maxPossible });

test("mastered sets that are not all won any more are found, least won first", () => {
  const nearly = mastered(9);
  const barely = mastered(2);
  expect(restorableMasteries([nearly, barely])).toEqual([barely, nearly]);
});

test("sets that are still all won, and retired ones, are as good as gold", () => {
  expect(restorableMasteries([mastered(10), mastered(11), mastered(0, 0)])).toEqual([]);
});

test("sets without a mastery have no gold to lose", () => {
  expect(restorableMasteries([aGame({ highestAwardKind: "completed" }), aGame()])).toEqual([]);
});
