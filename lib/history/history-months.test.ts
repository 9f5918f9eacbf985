import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { historyMonths } from "./history-months";
import { aDay, at } from "./test-states";

const game = aGame();
const won = { ...game, mostRecentAwardedAt: at(0.5), numAwarded: 7, numAwardedHardcore: 7 };

const GAINED = { points: 12_365, casualPoints: 70, retroPoints: 20_100 };

/** Days with two achievements, 20 points, 3 casual points and 100 RetroPoints, and one without anything. */
const eventful = (day: string) => ({ ...aDay([game], [won], GAINED), day });
const quiet = (day: string) => ({ ...aDay([game], [game]), day });

const RECORDS = [
  quiet("2026-08-31"),
  eventful("2026-09-01"),
  eventful("2026-09-02"),
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
  // No month after one that is left out, be there room for it.
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
