import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { isUneventful, recordOf, stateAfter } from "./day-record";
import { aDay, aState } from "./test-states";

const [first, second] = [aGame(), aGame()];
const facts = { day: "2026-11-21", startsAnew: false };

test("a record leads from the state before the day to the one at its end", () => {
  const base = aState([first, second]);
  const latest = aState([{ ...first, numAwarded: 9 }, aGame()], 1, { name: "Ann9", points: 9 });
  const record = recordOf(base, latest, facts);
  expect(stateAfter(base, record)).toEqual(latest);
  expect(record).toMatchObject({ since: base.checkedAt, checkedAt: latest.checkedAt });
  expect(record.renamed).toEqual({ from: "Anna", to: "Ann9" });
  expect(record.before.points).toBe(12_345);
  expect(record.totals.points).toBe(9);
});

test("a record of a day made from an earlier state of it gives way to the later one without a trace", () => {
  const base = aState([first]);
  const morning = recordOf(base, aState([{ ...first, numAwarded: 9 }]), facts);
  const evening = aState([{ ...first, numAwarded: 10 }], 1);
  const record = recordOf(base, evening, facts);
  expect(morning.games[0]?.after?.numAwarded).toBe(9);
  expect(record.games[0]?.before?.numAwarded).toBe(5);
  expect(stateAfter(stateAfter(base, morning), record)).toEqual(evening);
});

test("a day is uneventful if neither games nor name nor totals changed", () => {
  expect(isUneventful(aDay([first], [first]))).toBe(true);
  expect(isUneventful(aDay([first], [first], { retroPoints: 1 }))).toBe(false);
  expect(isUneventful(aDay([first], [first], { name: "Ann9" }))).toBe(false);
  expect(isUneventful(aDay([first], [{ ...first, highestAwardAt: 1 }]))).toBe(false);
});
