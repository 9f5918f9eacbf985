import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Legend } from "@/app/_components/charts/legend";
import { withAchievements } from "@/lib/progress/day-achievements";
import { packDays } from "@/lib/views/packed-days";
import { packTimeline } from "@/lib/views/packed-timeline";
import { Calendar, type CalendarUnlocks } from "./calendar";
import { CalendarTable } from "./calendar-chart";
import { DistributionChart } from "./distribution-chart";
import { SystemsChart } from "./systems-chart";
import { Timeline } from "./timeline";
import { TimelineChart, TimelineTable } from "./timeline-chart";

const counts = { played: 10, unfinished: 4, beatenCasual: 0, beaten: 1, completed: 2, mastered: 3 };

/** What a calendar needs of a player without unlocks. */
const ANN = {
  ...{ name: "Ann", path: "/user/Ann", search: "", unlocks: null },
  ...{ mediaBase: "https://media.test", gameBase: null },
};

/** The text of a table's rows, cell by cell. */
function rowsOf(table: ReactNode): string[][] {
  return [...renderToStaticMarkup(table).matchAll(/<tr>(.*?)<\/tr>/g)]
    .map(([, row = ""]) => row)
    .filter((row) => row.includes("<td"))
    .map((row) =>
      [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
        cell.replace(/<[^>]*>/g, ""),
      ),
    );
}

/** Each row's bar: its length, and then its parts with their shares. */
function barsOf(table: ReactNode): string[] {
  return [...renderToStaticMarkup(table).matchAll(/style="width:([^"]+)"[^>]*>(.*?)<\/div>/g)].map(
    ([, length, parts = ""]) =>
      [
        length,
        ...[...parts.matchAll(/class="_(\w+?)_[^"]*" style="flex:(\d+)"/g)].map(
          ([, kind, share]) => `${kind} ${share}`,
        ),
      ].join(", "),
  );
}

test("a system's bar is its award mix, and as long as its games are many", () => {
  const systems = [
    { id: 7, name: "NES/Famicom", counts },
    { id: 4, name: "Game Boy", counts: { ...counts, played: 5, mastered: 0, completed: 0 } },
  ];
  const table = <SystemsChart systems={systems} path="/user/Ann" />;
  expect(rowsOf(table)).toEqual([
    ["NES/Famicom", "", "10"],
    ["Game Boy", "", "5"],
  ]);
  expect(barsOf(table)).toEqual([
    "100%, mastered 3, completed 2, beaten 1, unfinished 4",
    "50%, beaten 1, unfinished 4",
  ]);
  const html = renderToStaticMarkup(table);
  expect(html).toContain('<a href="/user/Ann/progress?system=7#games">');
  expect(html).toContain('title="3 mastered, 2 completed, 1 beaten, 4 unfinished"');
});

test("a system's bar separates unfinished games from subsets, as the counts do", () => {
  const systems = [{ id: 7, name: "NES/Famicom", counts: { ...counts, unfinished: 3 } }];
  const table = <SystemsChart systems={systems} path="/user/Ann" />;
  expect(barsOf(table)).toEqual(["100%, mastered 3, completed 2, beaten 1, unfinished 4"]);
  expect(renderToStaticMarkup(table)).toContain(
    'title="3 mastered, 2 completed, 1 beaten, 3 unfinished, 1 subset"',
  );
});

test("all systems are there, and more than eight wait to be opened", () => {
  const systems = Array.from({ length: 14 }, (_, id) => ({ id, name: `System ${id}`, counts }));
  const table = <SystemsChart systems={systems} path="/user/Ann" />;
  expect(rowsOf(table)).toHaveLength(8);
  const [shown = "", more = ""] = renderToStaticMarkup(table).split("<details");
  expect([shown.split("</a>").length - 1, more.split("</a>").length - 1]).toEqual([8, 6]);
  expect(more).toContain("<summary>6 more <span>60 games</span></summary>");
  const one = { ...counts, played: 1 };
  const nine = systems.slice(0, 9).map((each, at) => (at === 8 ? { ...each, counts: one } : each));
  expect(renderToStaticMarkup(<SystemsChart systems={nine} path="/" />)).toContain(
    "<summary>1 more <span>1 game</span></summary>",
  );
  expect(renderToStaticMarkup(<SystemsChart systems={systems.slice(6)} path="/" />)).not.toContain(
    "details",
  );
});

test("a bar of the spread is as long as its games are many, and all won has one of its own", () => {
  const table = <DistributionChart distribution={[40, 0, 0, 0, 0, 10, 0, 0, 0, 3, 20]} />;
  expect(rowsOf(table)).toHaveLength(11);
  expect(rowsOf(table)[0]).toEqual(["0–9%", "", "40"]);
  expect(rowsOf(table).slice(-2)).toEqual([
    ["90–99%", "", "3"],
    ["100%", "", "20"],
  ]);
  expect(barsOf(table)).toEqual([
    "100%, number 40",
    "25%, number 10",
    "7.5%, number 3",
    "50%, number 20",
  ]);
});

test("a single game is no wall", () => {
  const one = { ...counts, played: 1, unfinished: 0, beaten: 0, completed: 0, mastered: 1 };
  const systems = [{ id: 7, name: "NES", counts: one }];
  expect(barsOf(<SystemsChart systems={systems} path="/" />)).toEqual(["10%, mastered 1"]);
  expect(barsOf(<DistributionChart distribution={[0, 1]} />)).toEqual(["10%, number 1"]);
  const months = [{ month: "2024-03", mastered: 1, completed: 0, beaten: 0, beatenCasual: 0 }];
  const html = renderToStaticMarkup(
    <Timeline months={packTimeline(months)} path="/user/Ann" pointsLink={null}>
      {null}
    </Timeline>,
  );
  expect(html).toContain('viewBox="0 0 240 100"');
  expect(html).toContain("1 award ");
  expect(html).not.toContain("Total</li>");
});

test("a few games are shown by the rows that hold them, and no others", () => {
  const few = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9];
  expect(rowsOf(<DistributionChart distribution={few} />)).toEqual([
    ["0–9%", "", "1"],
    ["100%", "", "9"],
  ]);
  expect(rowsOf(<DistributionChart distribution={[2, ...few.slice(1)]} />)).toHaveLength(11);
});

test("the legend of awards has what is unfinished where that is shown", () => {
  expect(renderToStaticMarkup(<Legend hasUnfinished />)).toContain("Unfinished");
  expect(renderToStaticMarkup(<Legend />)).not.toContain("Unfinished");
});

test("a timeline has a scale, and a calendar its weekdays and a legend", () => {
  const months = ["2024-01", "2024-02"].map((month) => ({ ...counts, month }));
  const timeline = renderToStaticMarkup(
    <Timeline months={packTimeline(months)} path="/user/Ann" pointsLink={null}>
      {null}
    </Timeline>,
  );
  expect([...timeline.matchAll(/top:\d+%">(\d+)</g)].map(([, value]) => value)).toEqual([
    "2",
    "4",
    "6",
  ]);
  expect(timeline).toContain(">12</b>");
  const days = { firstDay: "2026-10-31", counts: [2, 0, 3] };
  const calendar = renderToStaticMarkup(<Calendar days={packDays(days)} {...ANN} />);
  for (const text of ["Mon", "Wed", "Sun", "Less", "More"]) expect(calendar).toContain(text);
});

test("a calendar says after which day it counts achievements, and describes each day by what it counts", () => {
  const days = { firstDay: "2026-10-31", counts: [2, 1, 3] };
  const calendar = (known: Record<string, number>) =>
    renderToStaticMarkup(
      <Calendar days={packDays(withAchievements(days, new Map(Object.entries(known))))} {...ANN} />,
    );
  expect(calendar({ "2026-11-01": 2, "2026-11-02": 41 })).toContain(
    "Games a day until Oct 31, 2026, achievements after.",
  );
  // Of a day that was seen before its achievements came, the game is known and they are not.
  expect(calendar({ "2026-11-01": 0, "2026-11-02": 41 })).toContain(
    "Games a day until Nov 1, 2026, achievements after.",
  );
  expect(calendar({ "2026-11-01": 0, "2026-11-02": 41 })).toContain(
    'aria-valuetext="November 2, 2026: 41 achievements"',
  );
  expect(calendar({ "2026-10-31": 1, "2026-11-01": 1, "2026-11-02": 1 })).toContain(
    "Achievements a day.",
  );
  expect(calendar({ "2026-11-01": 0 })).toContain('aria-valuetext="November 2, 2026: 3 games"');
  expect(calendar({})).not.toContain("achievements");
  const known = { ...days, achievements: [null, 0, 1041] };
  expect(rowsOf(<CalendarTable days={known} path="/user/Ann" />)).toEqual([
    ["November 2026", "1", "4", "1,041"],
    ["October 2026", "1", "2", "not known"],
  ]);
});

test("a calendar of unlocks has years, its time zone and a way to another one, and counts no games", () => {
  const days = { firstDay: "2026-10-31", counts: [0, 0, 0], achievements: [2, 0, 41] };
  const calendar = (unlocks: Partial<CalendarUnlocks>) =>
    renderToStaticMarkup(
      <Calendar
        days={packDays(days)}
        {...ANN}
        search="?shelf=1"
        unlocks={{ zone: "Asia/Tokyo", years: [2025, 2026], ...unlocks }}
      />,
    );
  const markup = calendar({});
  expect(markup).toContain(
    '<a href="/user/Ann/year/2026?tz=Asia%2FTokyo#calendar">2026</a><a href="/user/Ann/year/2025?tz=Asia%2FTokyo#calendar">2025</a>',
  );
  expect(markup).toContain("<summary>Time zone: Asia/Tokyo</summary>");
  expect(markup).toContain('<input type="hidden" name="shelf" value="1"/>');
  expect(markup).toContain('aria-label="Achievements by day"');
  expect(markup).toContain("Pick a day to see its unlocks.");
  expect(markup).not.toMatch(/loading|Games a day/);
  expect(rowsOf(<CalendarTable days={days} path="/user/Ann" />)).toEqual([
    ["November 2026", "1", "41"],
    ["October 2026", "1", "2"],
  ]);
  expect(calendar({ since: 2019 })).toContain("Unlocks since 2019; older ones are loading.");
  expect(calendar({ asked: null, problem: "Unknown" })).toContain("<summary>Unknown</summary>");
});

test("the tables of days and years lead to their games", () => {
  const days = { firstDay: "2026-10-31", counts: [2, 0, 3] };
  expect(rowsOf(<CalendarTable days={days} path="/user/Ann" />)).toEqual([
    ["November 2026", "1", "3"],
    ["October 2026", "1", "2"],
  ]);
  expect(renderToStaticMarkup(<CalendarTable days={days} path="/user/Ann" />)).toContain(
    'href="/user/Ann/progress?active=2026-10#games"',
  );
  const months = [{ month: "2024-01", mastered: 1, completed: 2, beaten: 3, beatenCasual: 4000 }];
  expect(rowsOf(<TimelineTable months={months} path="/user/Ann" />)).toEqual([
    ["2024", "1", "2", "3", "4,000", "4,006"],
  ]);
  expect(renderToStaticMarkup(<TimelineTable months={months} path="/user/Ann" />)).toContain(
    'href="/user/Ann/progress?awarded=2024#games"',
  );
});

test("a library without games is drawn too", () => {
  const empty = [
    <DistributionChart key="distribution" distribution={Array<number>(11).fill(0)} />,
    <TimelineChart key="timeline" months={[]} hasLine />,
    <SystemsChart key="systems" systems={[]} path="/user/Ann" />,
  ];
  expect(renderToStaticMarkup(empty)).not.toMatch(/NaN|undefined|Infinity/);
});
