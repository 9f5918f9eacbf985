import { expect, test } from "vitest";
import { awardLost, awardWon } from "./award-won";
import { aChange, at, FIRST_SEEN } from "./test-states";

const won = (...change: Parameters<typeof aChange>) => awardWon(aChange(...change), FIRST_SEEN);

test("an award is won for the first time, or raised", () => {
  expect(won({}, { highestAwardKind: "beaten-softcore", highestAwardAt: at(0.5) })).toEqual({
    award: "beaten-softcore",
    raisedFrom: null,
    at: at(0.5),
  });
  const beaten = { highestAwardKind: "beaten-hardcore" } as const;
  expect(won(beaten, { highestAwardKind: "mastered" })).toEqual({
    award: "mastered",
    raisedFrom: "beaten-hardcore",
    at: null,
  });
});

test("the same award with another date and a lower award are not won", () => {
  const completed = { highestAwardKind: "completed", highestAwardAt: at(-9) } as const;
  expect(won(completed, { highestAwardAt: at(0.5) })).toBeNull();
  expect(won(completed, { highestAwardKind: "beaten-hardcore" })).toBeNull();
});

test("a started game has won its award, a game added with old unlocks has not", () => {
  const game = { highestAwardKind: "beaten-hardcore" } as const;
  expect(won(null, { ...game, mostRecentAwardedAt: at(0.5) })?.award).toBe("beaten-hardcore");
  expect(won(null, { ...game, mostRecentAwardedAt: at(-30) })).toBeNull();
});

test("an award that is gone or lower is lost", () => {
  const mastered = { highestAwardKind: "mastered" } as const;
  expect(awardLost(aChange(mastered, { highestAwardKind: null }))).toBe("mastered");
  expect(awardLost(aChange(mastered, { highestAwardKind: "completed" }))).toBe("mastered");
  expect(awardLost(aChange(mastered, { numAwarded: 9 }))).toBeNull();
  expect(awardLost(aChange({}, mastered))).toBeNull();
});
