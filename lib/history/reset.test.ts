import { expect, test } from "vitest";
import { reset } from "./reset";
import { aChange } from "./test-states";

const lost = (...change: Parameters<typeof aChange>) => reset(aChange(...change));

test("fewer achievements in a set of the same size are a reset", () => {
  expect(lost({}, { numAwarded: 3, numAwardedHardcore: 1 })).toEqual({
    lost: 2,
    lostHardcore: 4,
    award: null,
  });
});

test("a lost award is an event, even if the set was revised", () => {
  const beaten = { highestAwardKind: "beaten-hardcore" } as const;
  expect(lost(beaten, { highestAwardKind: null, numAwarded: 0 })).toEqual({
    lost: 5,
    lostHardcore: 0,
    award: "beaten-hardcore",
  });
  expect(lost(beaten, { highestAwardKind: null, maxPossible: 20 })).toEqual({
    lost: 0,
    lostHardcore: 0,
    award: "beaten-hardcore",
  });
});

test("fewer achievements after a revision or retirement are no reset, nor is a game that left", () => {
  expect(lost({}, { maxPossible: 9, numAwarded: 4 })).toBeNull();
  expect(lost({}, { maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 })).toBeNull();
  expect(lost({}, { numAwarded: 6 })).toBeNull();
  expect(lost({}, null)).toBeNull();
});
