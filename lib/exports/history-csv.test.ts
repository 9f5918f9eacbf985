import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { aDay, at } from "@/lib/history/test-states";
import { historyToCsv } from "./history-csv";

const moth = aGame({ id: 1, title: "=Tin Moth", maxPossible: 10, numAwarded: 5 });
/** Rows below the heading, without the totals of a day's end but for the points. */
const rows = (before: Game[], after: Game[], name = "Anna") =>
  historyToCsv({ days: [aDay(before, after, { name, points: 12_355 })] }, after)
    .split("\r\n")
    .slice(1, -1)
    .map((row) => row.split(",").slice(0, 12).join());

test("each day has a row, and each event has one", () => {
  const after: Game = {
    ...moth,
    numAwarded: 10,
    numAwardedHardcore: 9,
    mostRecentAwardedAt: at(0.5),
    highestAwardKind: "completed",
    highestAwardAt: at(0.5),
  };
  expect(rows([moth], [after])).toEqual([
    "2026-11-21,day,,,,,,,,10,0,12355",
    "2026-11-21,award,1,'=Tin Moth,,,Completed,,Completed,,,",
    "2026-11-21,achievements,1,'=Tin Moth,4,1,,,,,,",
  ]);
});

test("a raised award has the award before and after it", () => {
  const before: Game = { ...moth, highestAwardKind: "beaten-softcore" };
  expect(rows([before], [{ ...before, highestAwardKind: "beaten-hardcore" }])[1]).toBe(
    "2026-11-21,award,1,'=Tin Moth,,,Beaten,Beaten (casual),Beaten,,,",
  );
});

test("a revision names the award that it broke", () => {
  const before: Game = {
    ...moth,
    numAwarded: 10,
    numAwardedHardcore: 10,
    highestAwardKind: "mastered",
  };
  expect(rows([before], [{ ...before, maxPossible: 12 }])[1]).toBe(
    "2026-11-21,revised,1,'=Tin Moth,,,Mastered,10,12,,,",
  );
});

test("losses are negative, and a game that left the list has no title if it is unknown", () => {
  expect(rows([moth], [{ ...moth, numAwarded: 2, numAwardedHardcore: 1 }])[1]).toBe(
    "2026-11-21,reset,1,'=Tin Moth,-4,0,,,,,,",
  );
  expect(rows([moth], [])[1]).toBe("2026-11-21,gone,1,,,,,,,,,");
  expect(rows([moth], [{ ...moth, maxPossible: 12 }], "Annika").slice(1)).toEqual([
    "2026-11-21,revised,1,'=Tin Moth,,,,10,12,,,",
    "2026-11-21,renamed,,,,,,Anna,Annika,,,",
  ]);
});

test("each total of a day is in its own column", () => {
  const record = aDay([moth], [moth], { points: 12_355, casualPoints: 70, retroPoints: 20_300 });
  const totals = {
    points: 101,
    casualPoints: 102,
    retroPoints: 103,
    achievements: 104,
    casualAchievements: 105,
    played: 106,
    unfinished: 107,
    beatenCasual: 108,
    beaten: 109,
    completed: 110,
    mastered: 111,
  };
  const before = { ...totals, points: 91, casualPoints: 99 };
  const text = historyToCsv({ days: [{ ...record, before, totals }] }, []);
  const [heading = [], day = []] = text.split("\r\n").map((row) => row.split(","));
  expect(heading.slice(9).map((name, at) => `${name}: ${day[9 + at]}`)).toEqual([
    "Points gained: 10",
    "Casual points gained: 3",
    "Points: 101",
    "Casual points: 102",
    "RetroPoints: 103",
    "All achievements (hardcore): 104",
    "All achievements (casual): 105",
    "Played: 106",
    "Unfinished: 107",
    "Beaten (casual): 108",
    "Beaten: 109",
    "Completed: 110",
    "Mastered: 111",
  ]);
});

test("the heading names every column", () => {
  const [heading = "", day = ""] = historyToCsv({ days: [aDay([moth], [moth])] }, []).split("\r\n");
  expect(heading).toContain("Day (UTC),What,Game ID,Title,");
  expect(heading.split(",")).toHaveLength(22);
  expect(day.split(",")).toHaveLength(22);
});
