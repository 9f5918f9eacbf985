import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CalendarTable } from "./calendar-chart";
import { DistributionChart } from "./distribution-chart";
import { SystemsChart } from "./systems-chart";
import { TimelineChart, TimelineTable } from "./timeline-chart";

const counts = { played: 10, unfinished: 4, beatenCasual: 0, beaten: 1, completed: 2, mastered: 3 };

/** The text of a table's rows, cell by cell. */
function rowsOf(table: ReactNode): string[][] {
  const [, body = ""] = renderToStaticMarkup(table).split("<tbody>");
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.replace(/<svg.*?<\/svg>/g, "").matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map(
      ([, cell = ""]) => cell.replace(/<[^>]*>/g, ""),
    ),
  );
}

/** The ends of each row's bar from its longest part to its shortest, with their colours. */
function barsOf(table: ReactNode): string[][] {
  return [...renderToStaticMarkup(table).matchAll(/<svg.*?<\/svg>/g)].map(([svg]) =>
    [...svg.matchAll(/stroke="([^"]+)" d="M0 4H(\d+)"/g)].map(([, color, to]) => `${color} ${to}`),
  );
}

test("a system's bar is its award mix, and as long as its games are many", () => {
  const systems = [
    { id: 7, name: "NES", counts },
    { id: 4, name: "Game Boy", counts: { ...counts, played: 5, mastered: 0, completed: 0 } },
  ];
  const table = <SystemsChart systems={systems} path="/user/Ann" />;
  expect(rowsOf(table)).toEqual([
    ["NES", "", "10"],
    ["Game Boy", "", "5"],
  ]);
  expect(barsOf(table)).toEqual([
    ["var(--control-pale) 500", "var(--silver) 300", "var(--gold-pale) 250", "var(--gold) 150"],
    ["var(--control-pale) 250", "var(--silver) 50"],
  ]);
  const html = renderToStaticMarkup(table);
  expect(html).toContain('<a href="/user/Ann?system=7">NES</a>');
  expect(html).toContain("<title>3 mastered, 2 completed, 1 beaten</title>");
});

test("more than twelve systems are summed up", () => {
  const systems = Array.from({ length: 14 }, (_, id) => ({ id, name: `System ${id}`, counts }));
  const rows = rowsOf(<SystemsChart systems={systems} path="/user/Ann" />);
  expect(rows).toHaveLength(13);
  expect(rows.at(-1)).toEqual(["2 more", "", "20"]);
});

test("a bar of the distribution is as long as its games are many", () => {
  const table = <DistributionChart distribution={[4, 0, 0, 0, 0, 1, 0, 0, 0, 2]} />;
  expect(rowsOf(table)).toHaveLength(10);
  expect(rowsOf(table)[0]).toEqual(["0–9 %", "", "4"]);
  expect(rowsOf(table).at(-1)).toEqual(["90–100 %", "", "2"]);
  const bars = barsOf(table);
  expect([bars[0], bars[1], bars[5], bars[9]]).toEqual([
    ["var(--felt) 500"],
    [],
    ["var(--felt) 125"],
    ["var(--felt) 250"],
  ]);
});

test("the tables of days and years lead to their games", () => {
  const days = { firstDay: "2026-10-31", counts: [2, 0, 3] };
  expect(rowsOf(<CalendarTable days={days} path="/user/Ann" />)).toEqual([
    ["November 2026", "1", "3"],
    ["October 2026", "1", "2"],
  ]);
  expect(renderToStaticMarkup(<CalendarTable days={days} path="/user/Ann" />)).toContain(
    'href="/user/Ann?active=2026-10"',
  );
  const months = [{ month: "2024-01", mastered: 1, completed: 2, beaten: 3, beatenCasual: 4000 }];
  expect(rowsOf(<TimelineTable months={months} path="/user/Ann" />)).toEqual([
    ["2024", "1", "2", "3", "4,000", "4,006"],
  ]);
  expect(renderToStaticMarkup(<TimelineTable months={months} path="/user/Ann" />)).toContain(
    'href="/user/Ann?awarded=2024"',
  );
});

test("a library without games is drawn too", () => {
  const empty = [
    <DistributionChart key="distribution" distribution={Array<number>(10).fill(0)} />,
    <TimelineChart key="timeline" months={[]} />,
    <SystemsChart key="systems" systems={[]} path="/user/Ann" />,
  ];
  expect(renderToStaticMarkup(empty)).not.toMatch(/NaN|undefined|Infinity/);
});
