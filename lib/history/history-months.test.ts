import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { historyMonths } from "./history-months";
import { aDay, at } from "./test-states";

const game = aGame();
const other = aGame();

const GAINED = { points: 12_365, casualPoints: 70, retroPoints: 20_100 };

/** Days with two achievements, 20 points, 3 casual points and 100 RetroPoints, and one without anything. */
const eventful = (day: string, played = game) => {
  const won = { ...played, mostRecentAwardedAt: at(0.5), numAwarded: 7, numAwardedHardcore: 7 };
  return { ...aDay([played], [won], GAINED), day };
};
const quiet = (day: string) => ({ ...aDay([game], [game]), day });

const RECORDS = [
  quiet("2026-08-31"),
  eventful("2026-09-01"),
  eventful("2026-09-02", other),
  eventful("2026-10-30"),
  quiet("2026-10-31"),
  eventful("2026-11-01"),
];
const daysOf = (chosen: string | null, most: number) =>
  historyMonths(RECORDS, { chosen, most }).map(({ month, days }) => [
    month,
    days?.map(({ day }) => day.slice(-2)) ?? null,
  ]);

test("months are summed up, newest first, with or without their days", () => {
  const months = historyMonths(RECORDS, { chosen: null, most: 1 });
  expect(months.map(({ month, eventful }) => [month, eventful])).toEqual([
    ["2026-11", 1],
    ["2026-10", 1],
    ["2026-09", 2],
    ["2026-08", 0],
  ]);
  expect(months[2]).toMatchObject({
    sums: { achievements: 4, mastered: 0 },
    points: { hardcore: 40, casual: 6, retro: 200 },
  });
  expect(months[3]).toMatchObject({
    sums: { achievements: 0 },
    points: { hardcore: 0, casual: 0, retro: 0 },
  });
});

test("days are listed for as many months as fit, always for the newest", () => {
  const all = [
    ["2026-11", ["01"]],
    ["2026-10", ["30"]],
    ["2026-09", ["02", "01"]],
    ["2026-08", []],
  ];
  expect(daysOf(null, 4)).toEqual(all);
  // No month after one that is left out, even if it would fit.
  expect(daysOf(null, 3)).toEqual([...all.slice(0, 2), ["2026-09", null], ["2026-08", []]]);
  expect(daysOf(null, 0).slice(0, 2)).toEqual([
    ["2026-11", ["01"]],
    ["2026-10", null],
  ]);
});

test("only a chosen month lists its days", () => {
  expect(daysOf("2026-09", 1)).toEqual([
    ["2026-11", null],
    ["2026-10", null],
    ["2026-09", ["02", "01"]],
    ["2026-08", null],
  ]);
  expect(historyMonths([], { chosen: "2026-09", most: 1 })).toEqual([]);
});

test("a run of days counts as one entry, and does not cross months", () => {
  const days = ["2026-09-29", "2026-09-30", "2026-10-01", "2026-10-02", "2026-11-01"];
  const months = historyMonths(
    days.map((day) => eventful(day)),
    { chosen: null, most: 3 },
  );
  expect(months.map((month) => [month.eventful, month.days?.map((entry) => entry.days)])).toEqual([
    [1, [["2026-11-01"]]],
    [2, [["2026-10-02", "2026-10-01"]]],
    [2, [["2026-09-30", "2026-09-29"]]],
  ]);
  expect(months[1]?.sums.achievements).toBe(4);
});
