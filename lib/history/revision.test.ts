import { expect, test } from "vitest";
import { retirement, revision, wholeAgain } from "./revision";
import { aChange } from "./test-states";

const revised = (...change: Parameters<typeof aChange>) => revision(aChange(...change));
const whole = { maxPossible: 45, numAwarded: 45, numAwardedHardcore: 45 };
const mastered = { ...whole, highestAwardKind: "mastered" } as const;

test("a revision breaks a mastery or a completion that was whole", () => {
  const result = revised(mastered, { maxPossible: 52 });
  expect(result).toEqual({ from: 45, to: 52, broken: "mastered", won: 45 / 52 });
  const completed = { ...whole, highestAwardKind: "completed" } as const;
  expect(revised(completed, { maxPossible: 46 })?.broken).toBe("completed");
});

test("a revision breaks no award that is still complete, was incomplete, or is only beaten", () => {
  expect(revised(mastered, { maxPossible: 40 })).toMatchObject({ broken: null, won: 1 });
  expect(revised({ ...mastered, maxPossible: 50 }, { maxPossible: 52 })?.broken).toBeNull();
  const beaten = { ...whole, highestAwardKind: "beaten-hardcore" } as const;
  expect(revised(beaten, { maxPossible: 52 })?.broken).toBeNull();
});

test("a set of the same size was not revised, nor one that was added, removed or retired", () => {
  expect(revised(mastered, { numAwarded: 44 })).toBeNull();
  expect(revised(mastered, { maxPossible: 0 })).toBeNull();
  expect(revised({ ...mastered, maxPossible: 0 }, { maxPossible: 45 })).toBeNull();
  expect(revised(null, mastered)).toBeNull();
  expect(revised(mastered, null)).toBeNull();
});

test("a broken mastery is restored once all is won", () => {
  const broken = { ...mastered, maxPossible: 52 };
  expect(wholeAgain(aChange(broken, { numAwarded: 52 }))).toBe("mastered");
  expect(wholeAgain(aChange(broken, { numAwarded: 51 }))).toBeNull();
  expect(wholeAgain(aChange({ ...broken, highestAwardKind: null }, mastered))).toBeNull();
  expect(wholeAgain(aChange(broken, { maxPossible: 0, numAwarded: 0 }))).toBeNull();
  expect(wholeAgain(aChange(mastered, { maxPossible: 52 }))).toBeNull();
  expect(wholeAgain(aChange(broken, { maxPossible: 45 }))).toBeNull();
  expect(wholeAgain(aChange(broken, { maxPossible: 48, numAwarded: 48 }))).toBe("mastered");
});

test("a set without achievements any more is retired, and back when it has some again", () => {
  expect(retirement(aChange({}, { maxPossible: 0, numAwarded: 0 }))).toBe("retired");
  expect(retirement(aChange({ maxPossible: 0 }, { maxPossible: 6 }))).toBe("back");
});

test("a small set with an award, which RA shows like a retired one, was not retired when it came", () => {
  expect(retirement(aChange(null, { maxPossible: 0 }))).toBeNull();
  expect(retirement(aChange({ maxPossible: 0 }, { highestAwardKind: "mastered" }))).toBeNull();
  expect(retirement(aChange({}, { maxPossible: 12 }))).toBeNull();
  expect(retirement(aChange({}, null))).toBeNull();
});
