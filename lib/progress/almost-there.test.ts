import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { almostThere } from "./almost-there";

test("the nearest to all won come first, beaten or not", () => {
  const half = aGame({ maxPossible: 10, numAwarded: 5 });
  const most = aGame({ maxPossible: 10, numAwarded: 9, highestAwardKind: "beaten-hardcore" });
  const some = aGame({ maxPossible: 10, numAwarded: 1 });
  expect(almostThere([half, some, most], 2)).toEqual([most, half]);
});

test("of sets equally won, the one that misses fewer achievements comes first", () => {
  const long = aGame({ maxPossible: 100, numAwarded: 90 });
  const short = aGame({ maxPossible: 10, numAwarded: 9 });
  expect(almostThere([long, short], 5)).toEqual([short, long]);
  expect(almostThere([short, long], 5)).toEqual([short, long]);
});

test.each([
  ["nothing is won", { numAwarded: 0 }],
  ["all is won", { numAwarded: 10 }],
  ["the set is retired", { maxPossible: 0, numAwarded: 0 }],
  ["the set was mastered before it was revised", { highestAwardKind: "mastered" }],
  ["the set was completed before it was revised", { highestAwardKind: "completed" }],
] as const)("a game is left out if %s", (_, given) => {
  expect(almostThere([aGame({ maxPossible: 10, numAwarded: 9, ...given })], 5)).toEqual([]);
});
