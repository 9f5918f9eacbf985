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

test("each day has a row of its own, and one for each thing that happened", () => {
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

test("what is lost is below none, and what left the list has no title if nobody knows it", () => {
  expect(rows([moth], [{ ...moth, numAwarded: 2, numAwardedHardcore: 1 }])[1]).toBe(
    "2026-11-21,reset,1,'=Tin Moth,-4,0,,,,,,",
  );
  expect(rows([moth], [])[1]).toBe("2026-11-21,gone,1,,,,,,,,,");
  expect(rows([moth], [{ ...moth, maxPossible: 12 }], "Annika").slice(1)).toEqual([
    "2026-11-21,revised,1,'=Tin Moth,,,,10,12,,,",
    "2026-11-21,renamed,,,,,,Anna,Annika,,,",
  ]);
});

test("the heading names every column", () => {
  const [heading = "", day = ""] = historyToCsv({ days: [aDay([moth], [moth])] }, []).split("\r\n");
  expect(heading).toContain("Day (UTC),What,Game ID,Title,");
  expect(heading.split(",")).toHaveLength(22);
  expect(day.split(",")).toHaveLength(22);
});
