import { expect, test } from "vitest";
import { summary } from "./summary";
import { aGame } from "./test-games";

const march = Date.parse("2024-03-15T00:00:00Z") / 1000;
const mastered = aGame({
  highestAwardKind: "mastered",
  highestAwardAt: march,
  maxPossible: 10,
  numAwarded: 9,
});
const begun = aGame({ systemId: 3, maxPossible: 10, numAwarded: 4 });
const event = aGame({ systemId: 101, highestAwardKind: "mastered", highestAwardAt: 1_000 });

test("a library is summed up from all sides, without its events", () => {
  const seen = summary([mastered, begun, event]);
  expect(seen.counts).toMatchObject({ played: 2, unfinished: 1, mastered: 1 });
  expect(seen.systems.map(({ label }) => label)).toEqual(["NES", "SNES"]);
  expect(seen.months.map(({ month }) => month)).toEqual(["2024-03"]);
  expect(seen.years).toEqual([{ year: 2024, awards: 1 }]);
  expect(seen.streak?.months).toBe(1);
  expect(seen.distribution).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  expect(seen.almostThere).toEqual([begun]);
  expect(seen.staleGold).toEqual([mastered]);
});

test("an empty library has a summary too", () => {
  expect(summary([])).toMatchObject({ systems: [], months: [], years: [], streak: null });
});
