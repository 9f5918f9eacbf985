import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { isUneventful, joined, rebased, recordOf, stateAfter } from "./day-record";
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

test("a later record of a day fully replaces an earlier one", () => {
  const base = aState([first]);
  const morning = recordOf(base, aState([{ ...first, numAwarded: 9 }]), facts);
  const evening = aState([{ ...first, numAwarded: 10 }], 1);
  const record = recordOf(base, evening, facts);
  expect(morning.games[0]?.after?.numAwarded).toBe(9);
  expect(record.games[0]?.before?.numAwarded).toBe(5);
  expect(stateAfter(stateAfter(base, morning), record)).toEqual(evening);
});

test("two records of a day are joined from the start of the first to the end of the second", () => {
  const states = [
    aState([first], 0, { name: "One", points: 1 }),
    aState([{ ...first, numAwarded: 6 }], 0.2, { name: "Two", points: 22 }),
    aState([{ ...first, numAwarded: 8 }], 0.4, { name: "Three", points: 333 }),
    aState([{ ...first, numAwarded: 9 }], 0.6, { name: "Four", points: 4444 }),
  ] as const;
  const beginning = recordOf(states[0], states[1], { ...facts, startsAnew: true });
  const end = recordOf(states[2], states[3], facts);
  expect(joined(beginning, end)).toEqual({
    ...recordOf(states[0], states[3], facts),
    startsAnew: true,
  });
});

test("a record is rebased onto the end of an earlier one of the same base", () => {
  const base = aState([first, second], 0, { name: "One", points: 1 });
  const middle = aState([{ ...first, numAwarded: 7 }, second], 0.2, { name: "Two", points: 22 });
  const latest = aState([{ ...first, numAwarded: 9 }], 0.4, { name: "Three", points: 333 });
  const record = recordOf(base, latest, facts);
  expect(rebased(record, recordOf(base, middle, facts))).toEqual(recordOf(middle, latest, facts));
});

test("a day is uneventful if neither games nor name nor totals changed", () => {
  expect(isUneventful(aDay([first], [first]))).toBe(true);
  expect(isUneventful(aDay([first], [first], { retroPoints: 1 }))).toBe(false);
  expect(isUneventful(aDay([first], [first], { name: "Ann9" }))).toBe(false);
  expect(isUneventful(aDay([first], [{ ...first, highestAwardAt: 1 }]))).toBe(false);
});
