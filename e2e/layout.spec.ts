import type { Locator, Page } from "@playwright/test";
import { DEMO, expect, test } from "./support/fixtures";
import { aWirePlayer, library, type WireRow } from "./support/wire-player";

const WIDTHS = [320, 390, 768, 960, 1280, 1920];
/** The demo player with everything. */
const DEMO_PLAYER = "/user/LampLighter";

/** The boxes of all elements, in the order of the page. */
const boxesOf = (elements: Locator) =>
  elements.evaluateAll((found) =>
    found.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, right: x + width, bottom: y + height };
    }),
  );

/** How many columns elements stand in. */
const columnsOf = async (elements: Locator) =>
  new Set((await boxesOf(elements)).map(({ x }) => Math.round(x))).size;

const setWidth = (page: Page, width: number) => page.setViewportSize({ width, height: 900 });

test("the weekdays of the calendar are on the rows of the days at every width", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Weekly" }));
  await page.goto("/user/Weekly");
  const calendar = page.getByRole("region", { name: "Last 12 months" });
  for (const width of WIDTHS) {
    await setWidth(page, width);
    const [days] = await boxesOf(calendar.getByRole("slider").locator("svg"));
    const labels = await boxesOf(calendar.getByText(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/));
    expect(labels).toHaveLength(7);
    const row = (days?.height ?? 0) / 7;
    for (const [at, { y, height }] of labels.entries()) {
      const off = y + height / 2 - ((days?.y ?? 0) + (at + 0.5) * row);
      expect(Math.abs(off), `label ${at} at ${width} px`).toBeLessThan(1.5);
    }
  }
});

test("the newest games fill their panel, and recent days begin on one line", async ({
  page,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  await page.goto(site.url + DEMO_PLAYER);
  const newest = page.getByRole("region", { name: "Newest games" });
  await setWidth(page, 1920);
  const [panel] = await boxesOf(newest);
  const columns = await boxesOf(newest.locator("ol"));
  expect(columns).toHaveLength(2);
  expect((columns[1]?.right ?? 0) - (columns[0]?.x ?? 0)).toBeGreaterThan(
    0.95 * (panel?.width ?? 0),
  );
  const days = page.getByRole("region", { name: "Recent activity" }).locator("ol > li");
  await setWidth(page, 640);
  const [first, second, third] = await boxesOf(days.locator("h3"));
  expect(second?.x).toBeGreaterThan(first?.right ?? 0);
  expect(second?.y).toBeCloseTo(first?.y ?? 0, 0);
  const rules = () =>
    days.evaluateAll((all) => all.map((day) => getComputedStyle(day).borderTopWidth));
  expect(await rules()).toEqual(["0px", "0px", "0px"]);
  expect(third?.y).toBeGreaterThan(first?.bottom ?? 0);
  await setWidth(page, 390);
  expect(await rules()).toEqual(["0px", "1px", "1px"]);
});

/** A game that was awarded in hour `hour` of 2024, with its last unlock `later` hours after. */
function row(id: number, kind: WireRow["HighestAwardKind"], hour: number, later = 0): WireRow {
  const [game] = library(1);
  if (!game) throw new Error("a library of one has a game");
  const at = (hours: number) =>
    new Date(Date.UTC(2024, 0, 1) + hours * 3_600_000).toISOString().replace(".000Z", "+00:00");
  return {
    ...game,
    ...{ GameID: id, Title: `Game ${id}`, MaxPossible: 10, NumAwarded: 10 },
    NumAwardedHardcore: kind === "completed" ? 0 : 10,
    MostRecentAwardedDate: at(hour + later),
    HighestAwardKind: kind,
    HighestAwardDate: kind && at(hour),
  };
}

test("framed milestones of a year overlap nothing, and stand in line with the heading", async ({
  page,
  standIn,
}) => {
  const kinds = ["mastered", "completed", "beaten-hardcore"] as const;
  const games = Array.from({ length: 300 }, (_, at) => row(at + 1, kinds[at % 3] ?? null, at));
  standIn.setPlayer(aWirePlayer({ name: "BoxFramed", games }));
  await page.goto("/user/BoxFramed/year/2024");
  const chapter = page.getByRole("region", { name: "Milestones" });
  for (const width of WIDTHS) {
    await setWidth(page, width);
    const [heading] = await boxesOf(chapter.getByRole("heading"));
    const cards = await boxesOf(chapter.locator("ul").first().locator("> li"));
    expect(cards).toHaveLength(9);
    for (const [at, card] of cards.entries()) {
      expect(card.x).toBeGreaterThan((heading?.x ?? 0) - 1);
      const next = cards.slice(at + 1).find(({ x }) => Math.abs(x - card.x) < 1);
      if (next) expect(next.y - card.bottom, `below ${at} at ${width} px`).toBeGreaterThan(4);
    }
    const icons = await boxesOf(chapter.locator("ul").first().locator("[style*=background]"));
    const lines = new Set(icons.map(({ x }) => Math.round(x)));
    expect(lines.size).toBe(new Set(cards.map(({ x }) => Math.round(x))).size);
  }
});

test("on a phone a row shows the date that the list is sorted by", async ({ page, standIn }) => {
  const games = [
    row(1, "mastered", 24, 24 * 60),
    row(2, "mastered", 24 * 50),
    row(3, null, 24 * 40),
  ];
  standIn.setPlayer(aWirePlayer({ name: "BoxDated", games }));
  await setWidth(page, 390);
  for (const path of ["/user/BoxDated/progress", "/user/BoxDated"]) {
    await page.goto(path);
    const rows = page.locator("li:has(> [role=progressbar])");
    await expect(rows).toHaveCount(3);
    const dates = (await rows.allInnerTexts()).map((text) => text.match(/\w{3} \d+, \d{4}/g));
    expect(dates, path).toEqual([["Mar 2, 2024"], ["Feb 20, 2024"], ["Feb 10, 2024"]]);
  }
});

test("names of four players are cut, not broken, and the whole name is the title", async ({
  page,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  await page.goto(`${site.url}/compare/LampLighter/CoOpCarla/WeekendWilma/FirstBoot`);
  await setWidth(page, 390);
  const heads = page.getByRole("region", { name: "Totals" }).getByRole("columnheader");
  const names = heads.locator("span > span:last-child");
  await expect(names).toHaveCount(4);
  for (const { height } of await boxesOf(names)) expect(height).toBeLessThan(24);
  expect(
    await heads.evaluateAll((all) => all.map((each) => each.getAttribute("title")).filter(Boolean)),
  ).toEqual(["LampLighter", "CoOpCarla", "WeekendWilma", "FirstBoot"]);
});

test("four demo players stand two by two", async ({ page, siteWith }) => {
  const site = await siteWith(DEMO);
  await page.goto(site.url);
  const players = page.getByRole("region", { name: "Demo players" }).getByRole("listitem");
  await expect(players).toHaveCount(4);
  for (const [width, columns] of [
    [390, 1],
    [768, 2],
    [1280, 2],
    [1920, 2],
  ] as const) {
    await setWidth(page, width);
    expect(await columnsOf(players), `at ${width} px`).toBe(columns);
  }
});

test("the status field shows the whole of a long filter", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "BoxFiltered" }));
  await page.goto("/user/BoxFiltered/progress?status=missing-unlocks");
  for (const width of [1280, 1920]) {
    await setWidth(page, width);
    const room = await page.getByLabel("Status").evaluate((field: HTMLSelectElement) => {
      const style = getComputedStyle(field);
      const pen = document.createElement("canvas").getContext("2d");
      if (!pen) throw new Error("no canvas");
      pen.font = style.font;
      const text = field.selectedOptions[0]?.text ?? "";
      const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      return field.clientWidth - padding - pen.measureText(text).width;
    });
    // Chromium's arrow takes 20 px.
    expect(room, `at ${width} px`).toBeGreaterThan(20);
  }
  await expect(page.locator('optgroup[label="Left to master or complete"] > option')).toHaveText([
    "Unfinished",
    "Games without 100% completion",
    "Masteries to restore",
    "Almost there",
  ]);
});

test("the months of a history are links below its title", async ({ page, siteWith }) => {
  const site = await siteWith(DEMO);
  await setWidth(page, 390);
  await page.goto(`${site.url}${DEMO_PLAYER}/history`);
  const months = page.getByRole("navigation", { name: "Months" }).getByRole("link");
  const [pill] = await boxesOf(months.last());
  expect(pill?.bottom).toBeLessThan(900);
  const name = (await months.last().textContent()) ?? "";
  await months.last().click();
  const heading = page
    .getByRole("heading", { level: 2 })
    .filter({ hasText: name.slice(-4) })
    .last();
  await expect(heading).toBeInViewport();
  await expect(heading).toContainText(name.slice(0, 3));
});

test("paper says how much of a list it has, and shows moments as dates", async ({
  page,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  await page.goto(`${site.url}${DEMO_PLAYER}/progress`);
  const moment = page.locator("p > time");
  await expect(moment).not.toContainText("UTC");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("1–100 of 1,299 games")).toBeVisible();
  const shown = await moment.evaluate((time) => {
    const { content } = getComputedStyle(time, "::after");
    return { content, size: getComputedStyle(time).fontSize };
  });
  expect(shown).toEqual({ content: expect.stringMatching(/^"\w{3} \d+, 20\d\d, /), size: "0px" });
  await page.goto(`${site.url}${DEMO_PLAYER}/year/2025`);
  const systems = page.getByRole("region", { name: "Systems" });
  const all = Number.parseInt((await systems.getByText(/^\d+ systems/).textContent()) ?? "", 10);
  const more = await systems
    .getByRole("list")
    .first()
    .evaluate((list) => getComputedStyle(list, "::after").content);
  expect(more).toBe(`"and ${all - 8} more"`);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what needs it is not shown", async ({ page, siteWith }) => {
    const site = await siteWith(DEMO);
    await setWidth(page, 1024);
    for (const below of ["", "/progress", "/year/2025"]) {
      await page.goto(site.url + DEMO_PLAYER + below);
      await expect(page.getByText("Copy link"), below).toBeHidden();
    }
    await page.goto(site.url + DEMO_PLAYER);
    await expect(page.getByText("Pick a day to see its unlocks.")).toBeHidden();
    await expect(page.getByText("Achievements a day.")).toBeVisible();
  });
});
