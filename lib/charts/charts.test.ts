import { expect, test } from "vitest";
import type { AwardMonth } from "@/lib/progress/months";
import {
  calendarChart,
  calendarTable,
  distributionChart,
  systemsChart,
  timelineChart,
  timelineTable,
} from ".";

const month = (name: string, given: Partial<AwardMonth> = {}): AwardMonth => ({
  month: name,
  mastered: 0,
  completed: 0,
  beaten: 0,
  beatenCasual: 0,
  ...given,
});
const counts = { played: 10, unfinished: 4, beatenCasual: 0, beaten: 1, completed: 2, mastered: 3 };
/** The text of a table's rows, cell by cell. */
const rowsOf = (table: string) =>
  table
    .split("<tbody>")[1]
    ?.split("<tr>")
    .slice(1)
    .map((row) =>
      row
        .replace(/<svg.*?<\/svg>/g, "")
        .split(/<t[hd]>/)
        .slice(1)
        .map((cell) => cell.replace(/<[^>]*>/g, "")),
    );

test("a month's awards are stacked to the height of the fullest month", () => {
  const svg = timelineChart([month("2024-01", { mastered: 3, beaten: 1 }), month("2024-02")]);
  expect(svg).toContain('viewBox="0 0 20 100"');
  // 3 of 4 awards: from the foot to 2 + 98 / 4; the fourth goes on from there to the top.
  expect(svg).toContain('stroke="var(--gold)" stroke-width="9" d="M5 100V27"');
  expect(svg).toContain('stroke="var(--silver)" stroke-width="9" d="M5 27V2"');
  // The line of all awards ends at the top and stays there.
  expect(svg).toContain('d="M5,2L15,2"');
});

test("the timeline's table sums up years and links to their games", () => {
  const months = [
    month("2023-12", { mastered: 1 }),
    month("2024-01", { beaten: 2 }),
    month("2024-03", { mastered: 1 }),
  ];
  const table = timelineTable(months, "/user/Ann");
  expect(rowsOf(table)).toEqual([
    ["2024", "1", "0", "2", "0", "4"],
    ["2023", "1", "0", "0", "0", "1"],
  ]);
  expect(table).toContain('href="/user/Ann?awarded=2024"');
});

test("a day stands in the column of its week and the row of its weekday", () => {
  // 2026-11-04 is a Wednesday: the third row; the Tuesday after it is in the second column.
  const svg = calendarChart({ firstDay: "2026-11-04", counts: [1, 0, 0, 0, 0, 0, 1] });
  expect(svg).toContain('viewBox="0 0 20 70"');
  expect(svg).toContain('stroke="var(--day-1)" stroke-width="8" d="M0 24h8M10 14h8"');
});

test("the calendar's table sums up months", () => {
  const table = calendarTable({ firstDay: "2026-10-31", counts: [2, 0, 3] }, "/user/Ann");
  expect(rowsOf(table)).toEqual([
    ["November 2026", "1", "3"],
    ["October 2026", "1", "2"],
  ]);
});

test("systems are escaped, ranked as given, and more than twelve are summed up", () => {
  const systems = Array.from({ length: 14 }, (_, id) => ({ id, name: `<b>&${id}`, counts }));
  const table = systemsChart(systems, "/user/Ann");
  expect(table).toContain('<a href="/user/Ann?system=0">&lt;b&gt;&amp;0</a>');
  expect(rowsOf(table)).toHaveLength(13);
  expect(rowsOf(table)?.at(-1)).toEqual(["2 more", "", "20"]);
  expect(table).toContain("<title>3 mastered, 2 completed, 1 beaten</title>");
  // The longest system's bar is as wide as there is room.
  expect(table).toContain('stroke="var(--control-pale)" stroke-width="8" d="M0 4H500"');
});

test("a library without games is drawn too", () => {
  expect(rowsOf(distributionChart(Array.from({ length: 10 }, () => 0)))).toHaveLength(10);
  expect(timelineChart([])).not.toContain("NaN");
  expect(systemsChart([], "/user/Ann")).not.toContain("NaN");
});
