import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { formatDays } from "@/app/user/[user]/_components/format-days";
import { formatDay } from "@/lib/format";
import { ask } from "./support/ask";
import { expect, SOON_STALE, test } from "./support/fixtures";
import { layoutShift } from "./support/layout-shift";
import { axeViolations, layoutFaults } from "./support/page-checks";
import type { Site } from "./support/site";
import { startStoreFaults } from "./support/store-faults";
import { storeHistory } from "./support/store-history";
import { aWirePlayer, type WirePlayer, type WireRow } from "./support/wire-player";

const DAY_MS = 86_400_000;
/** Noon of today, and of the days before. */
const noon = (daysAgo = 0) => (Math.floor(Date.now() / DAY_MS) - daysAgo) * DAY_MS + DAY_MS / 2;
const isoDay = (daysAgo: number) => new Date(noon(daysAgo)).toISOString().slice(0, 10);
const dayName = (daysAgo: number) => formatDay(noon(daysAgo) / 1000);
const wireDate = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

/** A game of ten achievements of which some are won, the last one at a time in epoch milliseconds. */
function row(id: number, won: number, at: number, changed: Partial<WireRow> = {}): WireRow {
  const isMastered = won === 10;
  return {
    GameID: id,
    Title: `Game ${id}`,
    ImageIcon: "/Images/000002.png",
    ConsoleID: 7,
    ConsoleName: "NES/Famicom",
    MaxPossible: 10,
    NumAwarded: won,
    NumAwardedHardcore: won,
    MostRecentAwardedDate: wireDate(at),
    HighestAwardKind: isMastered ? "mastered" : null,
    HighestAwardDate: isMastered ? wireDate(at) : null,
    ...changed,
  };
}

/** Some days of a player: a start, a mastery, a day without a look, a revision; then a quiet day. */
function someDays(name: string): [at: number, player: WirePlayer][] {
  const old = noon(400);
  const player = (games: WireRow[], points: number) =>
    aWirePlayer({ name, games, profile: { TotalPoints: points } });
  const mastered = row(1, 10, noon(5));
  return [
    [noon(6), player([row(1, 7, old), row(2, 10, old)], 1000)],
    [noon(5), player([mastered, row(2, 10, old)], 1030)],
    [noon(3), player([row(3, 2, noon(3)), mastered, row(2, 10, old, { MaxPossible: 12 })], 1050)],
    [noon(2), player([row(3, 2, noon(3)), mastered, row(2, 10, old, { MaxPossible: 12 })], 1050)],
  ];
}

const recentActivity = (page: Page): Locator =>
  page.getByRole("region", { name: "Recent activity" });

/** A site whose data is stale after a second. */
let site: Site;

/** Opens a player's page, again while the store is too slow for its recent activity. */
async function openProfile(page: Page, name: string, text = ""): Promise<void> {
  await expect(async () => {
    await page.goto(`${site.url}/user/${name}`);
    await expect(recentActivity(page)).toContainText(text, { timeout: 500 });
  }).toPass({ intervals: [300] });
}

test.beforeAll(async ({ standIn, siteWith }) => {
  standIn.reset();
  site = await siteWith(SOON_STALE);
});

test("the profile shows the last days with events, and what changes between two refreshes", {
  tag: "@check",
}, async ({ page, standIn, redis }) => {
  const days = someDays("Diarist");
  await storeHistory(redis, days);
  const [, newest] = days.at(-1) ?? [0, aWirePlayer({ name: "Diarist" })];
  standIn.setPlayer(newest);
  await openProfile(page, "Diarist");
  const lastDays = recentActivity(page);
  await expect(lastDays.getByRole("heading", { level: 3 })).toHaveText([dayName(3), dayName(5)]);
  await expect(lastDays.getByRole("listitem")).toContainText([
    dayName(3),
    /^2 achievements in Game 3$/,
    /^Started Game 3$/,
    /^Game 2 set grew from 10 to 12: mastery now at 83%$/,
    dayName(5),
    /^Mastered Game 1$/,
    /^3 achievements in Game 1$/,
  ]);
  await expect(lastDays).toContainText(`since ${dayName(5)}`);
  await expect(lastDays.getByRole("link", { name: "Game 3" }).first()).toHaveAttribute(
    "href",
    /\/game\/3$/,
  );

  const [first, ...others] = newest.results;
  const more = [row(4, 1, Date.now()), { ...first, ...row(3, 4, Date.now()) }, ...others.slice(0)];
  standIn.setPlayer(aWirePlayer({ name: "Diarist", games: more }));
  await openProfile(page, "Diarist", dayName(0));
  await expect(lastDays).toContainText("3 achievements in 2 games");
  await lastDays.getByRole("link", { name: "3 achievements in 2 games" }).click();
  await expect(page).toHaveURL(new RegExp(`\\?active=${isoDay(0)}(#games)?$`));
  await expect(page.locator("#games")).toBeVisible();
});

test("a day names its games if the list of that day lacks one of them", async ({
  standIn,
  redis,
}) => {
  const name = "PlayedOn";
  const player = (one: WireRow) => aWirePlayer({ name, games: [one, row(2, 5, noon(3))] });
  const days: [at: number, player: WirePlayer][] = [
    [noon(5), aWirePlayer({ name, games: [row(1, 3, noon(9)), row(2, 4, noon(9))] })],
    [noon(3), player(row(1, 4, noon(3)))],
    [noon(1), player(row(1, 5, noon(1)))],
  ];
  await storeHistory(redis, days);
  standIn.setPlayer(days[2]?.[1] ?? aWirePlayer({ name }));
  const { text } = await ask(`${site.url}/user/${name}/history`);
  const words = text.replaceAll(/<!--.*?-->|<[^>]+>/g, "");
  expect(words).toContain("2 achievements in 2 games: Game 1, Game 2");
});

test("before its first event, a history says that tracking started, and the profile has no section", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Beginner", games: 3 }));
  await ask(`${site.url}/user/Beginner`);
  await page.goto(`${site.url}/user/Beginner/history`);
  await expect(page.getByRole("main")).toContainText(`Tracked since ${dayName(0)}`);
  await expect(page.getByRole("main")).toContainText(
    "Tracking started today. New unlocks will show up here.",
  );
  await page.goto(`${site.url}/user/Beginner`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beginner");
  await expect(recentActivity(page)).toHaveCount(0);
});

test("a browser sees what is new since its last visit, without layout shift", async ({
  page,
  standIn,
  redis,
}) => {
  const days = someDays("Revisited").slice(0, 2);
  await storeHistory(redis, days);
  const [, newest] = days[1] ?? [0, aWirePlayer({ name: "Revisited" })];
  standIn.setPlayer(newest);
  await openProfile(page, "Revisited");
  await expect(recentActivity(page)).toContainText("Tracked since");
  await expect(recentActivity(page).getByText("New", { exact: true })).toHaveCount(0);
  // The code that stores a visit loads after hydration.
  await expect.poll(() => page.evaluate(() => localStorage.getItem("visits"))).not.toBeNull();
  const started = row(3, 2, Date.now());
  standIn.setPlayer({ ...newest, results: [started, ...newest.results] });

  await page.clock.setSystemTime(Date.now() + 2 * DAY_MS);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await openProfile(page, "Revisited", dayName(0));
    await expect(recentActivity(page)).toContainText(
      "Since your last visit, 2 days ago: 2 achievements, 1 game started",
    );
    await expect(recentActivity(page).getByText("New", { exact: true })).toHaveCount(1);
    await expect(recentActivity(page).getByRole("heading", { level: 3 }).first()).toHaveText(
      /New$/,
    );
    const shift = await layoutShift(page);
    expect(shift, `at ${width}`).toBeLessThan(0.02);
  }
  expect((await ask(`${site.url}/user/Revisited`)).text).not.toContain("last visit");
});

test("a browser without storage sees the last days too", async ({ page, standIn, redis }) => {
  const days = someDays("Unstored");
  await storeHistory(redis, days);
  standIn.setPlayer(days.at(-1)?.[1] ?? aWirePlayer({ name: "Unstored" }));
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new Error("Nothing is stored here.");
      },
    });
  });
  await openProfile(page, "Unstored");
  await page.reload();
  await page.mouse.move(50, 50);
  await expect(recentActivity(page).getByRole("heading", { level: 3 })).toHaveCount(2);
  await expect(recentActivity(page)).toContainText("Tracked since");
});

for (const width of [390, 1280]) {
  test(`without JavaScript the full history is shown at ${width} px`, async ({
    browser,
    standIn,
    redis,
  }) => {
    const name = `Scriptless${width}`;
    const days = someDays(name);
    await storeHistory(redis, days);
    standIn.setPlayer(days.at(-1)?.[1] ?? aWirePlayer({ name }));
    const page = await browser.newPage({
      javaScriptEnabled: false,
      viewport: { width, height: 844 },
    });
    await openProfile(page, name);
    await recentActivity(page).getByRole("link", { name: "Full history" }).click();
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(`${name}'s history`);
    await expect(main).toContainText(`Tracked since ${dayName(6)}`);
    await expect(main.getByRole("heading", { level: 3 })).toHaveText([dayName(3), dayName(5)]);
    await expect(main).toContainText("Mastered Game 1");
    await main.getByText("As a table").click();
    await expect(main.getByRole("table")).toContainText("1,050");
    // The export has the same days.
    for (const [name, type] of [
      ["Atom feed", "application/atom+xml"],
      ["CSV", "text/csv"],
    ] as const) {
      const href = await main.getByRole("link", { name, exact: true }).getAttribute("href");
      const answer = await ask(`${site.url}${href}`);
      expect([answer.status, answer.headers.get("Content-Type")?.split(";")[0]]).toEqual([
        200,
        type,
      ]);
    }
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(scrolls).toBe(false);
    await main.getByRole("link", { name: "Overview", exact: true }).click();
    await expect(page).toHaveURL(`${site.url}/user/${name}`);
    await page.close();
  });
}

test("axe finds nothing on a profile and a history with days in them", async ({
  page,
  standIn,
  redis,
}) => {
  const days = someDays("Axed");
  await storeHistory(redis, days);
  standIn.setPlayer(days.at(-1)?.[1] ?? aWirePlayer({ name: "Axed" }));
  await openProfile(page, "Axed");
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(`${site.url}/user/Axed/history`);
  expect(await axeViolations(page)).toEqual([]);
});

test("growth and calendar say each day to arrow keys, and lead to it", async ({
  page,
  standIn,
  redis,
}) => {
  const days = someDays("Grower");
  await storeHistory(redis, days);
  standIn.setPlayer(days.at(-1)?.[1] ?? aWirePlayer({ name: "Grower" }));
  // The calendar has the days of the history while the unlocks are not read.
  standIn.fail("unavailable", { endpoint: "unlocks" });
  await page.goto(`${site.url}/user/Grower/history`);
  const growth = page.getByRole("slider", { name: "Points, achievements and awards by day" });
  await growth.focus();
  await page.keyboard.press("Home");
  await expect(growth).toHaveAttribute(
    "aria-valuetext",
    /: 1,000 points, 17 achievements, 1 award$/,
  );
  await page.keyboard.press("ArrowRight");
  await expect(growth).toHaveAttribute(
    "aria-valuetext",
    /: 1,030 points, 20 achievements, 2 awards$/,
  );
  await page.keyboard.press("ArrowRight");
  await expect(growth).toHaveAttribute("aria-valuetext", /: no data$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(
    new RegExp(`/history\\?month=${isoDay(3).slice(0, 7)}#${isoDay(3)}$`),
  );

  await openProfile(page, "Grower");
  await expect(
    page.getByText(`Games a day until ${dayName(6)}, achievements after.`),
  ).toBeVisible();
  const calendar = page.getByRole("slider", { name: "Achievements or games by day" });
  await calendar.focus();
  await page.keyboard.press("End");
  const words: string[] = [];
  for (let day = 0; day < 6; day++) {
    words.push((await calendar.getAttribute("aria-valuetext")) ?? "");
    await page.keyboard.press("ArrowUp");
  }
  // Today is not over; there is no data of the day before, nor of four days ago.
  expect(words.map((text) => text.split(": ")[1])).toEqual([
    "no unlocks",
    "no unlocks",
    "no unlocks",
    "2 achievements",
    "no unlocks",
    "3 achievements",
  ]);
});

test("a year of history is grouped by month, and none of its pages is heavy", async ({
  page,
  request,
  standIn,
  redis,
}) => {
  const states: [number, WirePlayer][] = [];
  for (let day = 364; day >= 0; day--) {
    const won = 365 - day;
    // Another game each day: no days are merged.
    const games = [0, 1].map((at) => {
      const share = Math.floor((won + at) / 2);
      const playedAt = noon(day + ((won + at) % 2));
      return row(9 + at, share, playedAt, { MaxPossible: 400, HighestAwardKind: null });
    });
    states.push([noon(day), aWirePlayer({ name: "DailyWinner", games })]);
  }
  await storeHistory(redis, states);
  standIn.setPlayer(states.at(-1)?.[1] ?? aWirePlayer({ name: "DailyWinner" }));
  await request.get(`${site.url}/user/DailyWinner`);
  const lastYear = isoDay(364).slice(0, 4);
  for (const search of ["", `?year=${lastYear}`]) {
    const html = await (await request.get(`${site.url}/user/DailyWinner/history${search}`)).text();
    console.log(`HTML of a year of history: ${gzipSync(html).length} bytes compressed`);
    expect(gzipSync(html).length).toBeLessThanOrEqual(20_000);
    const days = new Set(html.match(/ id="\d{4}-\d\d-\d\d"/g));
    expect(days.size).toBeLessThanOrEqual(45);
  }
  await page.goto(`${site.url}/user/DailyWinner/history`);
  const fold = page.getByRole("link", { name: /^Show \d+ days? of / });
  const count = await fold.count();
  expect(count).toBeGreaterThanOrEqual(10);
  await fold.last().click();
  await expect(page).toHaveURL(/\?month=\d{4}-\d\d$/);
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(fold).toHaveCount(0);
  await page.getByRole("link", { name: /^All months of / }).click();
  await expect(page).toHaveURL(`${site.url}/user/DailyWinner/history?year=${lastYear}`);
  await page.getByRole("link", { name: "Last 12 months" }).click();
  await expect(fold).toHaveCount(count);
  await page.goto(`${site.url}/user/DailyWinner/history?month=1999-01`);
  await expect(page.getByRole("main")).toContainText("No history for “1999-01”.");
});

test("days in a row with the same game are one entry, and a link to any of them leads to it", async ({
  page,
  standIn,
  redis,
}) => {
  const name = "OneGameAWeek";
  const states = [9, 8, 7, 6, 5, 4, 3].map((day): [at: number, player: WirePlayer] => {
    const won = 2 + 9 - day;
    const games = [row(1, won, noon(day), { MaxPossible: 40 })];
    return [noon(day), aWirePlayer({ name, games })];
  });
  const mastered = row(2, 10, noon(2));
  const [, last] = states.at(-1) ?? [0, aWirePlayer({ name })];
  states.push([noon(2), { ...last, results: [mastered, ...last.results] }]);
  await storeHistory(redis, states);
  standIn.setPlayer(states.at(-1)?.[1] ?? last);
  await ask(`${site.url}/user/${name}`);

  const { text } = await ask(`${site.url}/user/${name}/history`);
  const headings = [...text.matchAll(/<h3[^>]*>([^<]*)/g)].map(([, heading]) => heading);
  // The mastery keeps its day, and a run ends with its month.
  const days = [3, 4, 5, 6, 7, 8].map(isoDay);
  const runs = [...new Set(days.map((day) => day.slice(0, 7)))].map((month) =>
    days.filter((day) => day.startsWith(month)),
  );
  expect(headings).toEqual([
    dayName(2),
    ...runs.map((run) => formatDays(run.at(-1) ?? "", run[0] ?? "")),
  ]);
  expect(text).toContain("Mastered ");
  await page.goto(`${site.url}/user/${name}/history?month=${isoDay(5).slice(0, 7)}#${isoDay(5)}`);
  await expect(page.locator("li:has(> :target), li:target")).toContainText("in Game 1");
  // The API has each day.
  const api = await ask(
    `${site.url}/api/v1/users/${name}/history?from=${isoDay(9)}&to=${isoDay(0)}`,
  );
  expect(api.json<{ days: unknown[] }>().days.length).toBeGreaterThanOrEqual(7);
});

test("at 320 px with 200% text nothing scrolls sideways", async ({ page, standIn, redis }) => {
  const name = "TwentyLettersOfDays1";
  const days = someDays(name);
  await storeHistory(redis, days);
  standIn.setPlayer(days.at(-1)?.[1] ?? aWirePlayer({ name }));
  await ask(`${site.url}/user/${name}`);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${site.url}/user/${name}/history`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await layoutFaults(page, true)).toMatchObject({ sideways: 0, overlaps: [] });
});

test("a day with more events than the page shows leads to all of them", async ({
  standIn,
  redis,
}) => {
  const name = "MuchRevised";
  const library = (MaxPossible: number) =>
    aWirePlayer({
      name,
      games: Array.from({ length: 20 }, (_, at) => row(at + 1, 10, noon(9), { MaxPossible })),
    });
  await storeHistory(redis, [
    [noon(5), library(10)],
    [noon(3), library(12)],
  ]);
  standIn.setPlayer(library(12));
  const { text } = await ask(`${site.url}/user/${name}/history`);
  const rest = /<a href="([^"]+)">and 8 more in the CSV of this day<\/a>/.exec(text)?.[1] ?? "";
  const csv = await ask(site.url + rest.replace("&amp;", "&"));
  expect(csv.text.match(new RegExp(`^${isoDay(3)}.*revised`, "gm"))).toHaveLength(20);
});

test("a month without data says so", async ({ standIn, redis }) => {
  const name = "LongAway";
  const days: [at: number, player: WirePlayer][] = [
    [noon(100), aWirePlayer({ name, games: [row(1, 3, noon(101))] })],
    [noon(2), aWirePlayer({ name, games: [row(1, 4, noon(3))] })],
  ];
  await storeHistory(redis, days);
  standIn.setPlayer(days[1]?.[1] ?? aWirePlayer({ name }));
  await ask(`${site.url}/user/${name}`);
  const { text } = await ask(`${site.url}/user/${name}/history?month=${isoDay(50).slice(0, 7)}`);
  expect(text).toContain("No data for ");
});

test("a history has one address, a tag that changes with it, and the errors of its player", {
  tag: "@check",
}, async ({ standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "DiaryOwner", games: [row(1, 3, noon(9))] }));
  const history = `${site.url}/user/DiaryOwner/history`;
  const first = await ask(history);
  expect(first.status).toBe(200);
  expect(first.text).toContain("<title>DiaryOwner&#x27;s history");
  expect(first.text).toMatch(/<link rel="canonical" href="[^"]*\/user\/DiaryOwner\/history"/);
  for (const user of ["diaryowner", aWirePlayer({ name: "DiaryOwner" }).profile.ULID]) {
    const moved = await ask(`${site.url}/user/${user}/history?year=2026`);
    expect(moved.status).toBe(308);
    expect(moved.headers.get("Location")).toContain("/user/DiaryOwner/history?year=2026");
  }
  const tag = first.headers.get("ETag") ?? "";
  expect(tag).toMatch(/^W\//);
  expect((await ask(`${site.url}/user/NoSuchOne/history`)).status).toBe(404);
  expect((await ask(`${site.url}/user/DiaryOwner/history/more`)).status).toBe(404);
  expect((await ask(history, { method: "POST" })).status).toBe(405);

  standIn.setPlayer(aWirePlayer({ name: "DiaryOwner", games: [row(1, 5, Date.now())] }));
  await expect
    .poll(async () => {
      const { status, headers, text } = await ask(history, { headers: { "If-None-Match": tag } });
      return [status, headers.get("ETag") === tag, text.includes("2 achievements in")].join(" ");
    })
    .toBe("200 false true");
});

test("a history that has not changed is answered with 304", async ({ standIn, startOwnSite }) => {
  standIn.setPlayer(aWirePlayer({ name: "Unchanging", games: 2 }));
  const own = await startOwnSite();
  const history = `${own.url}/user/Unchanging/history`;
  await ask(history);
  const tag = (await ask(history)).headers.get("ETag") ?? "";
  const again = await ask(history, { headers: { "If-None-Match": tag } });
  expect(again.status).toBe(304);
  expect(again.text).toBe("");
});

test("a site without storage says so on the history page, not on each profile", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Forgotten", games: 2 }));
  const own = await startOwnSite({ KV_REST_API_URL: "", KV_REST_API_TOKEN: "", VERCEL: "1" });
  await page.goto(`${own.url}/user/Forgotten/history`);
  await expect(page.getByRole("main")).toContainText(
    "This site has no storage for histories right now",
  );
  await page.goto(`${own.url}/user/Forgotten`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forgotten");
  await expect(recentActivity(page)).toHaveCount(0);
});

test("while the store does not answer, the profile works and the history page says so", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "DiaryOffline", games: 2 }));
  const faults = await startStoreFaults(redis.restUrl);
  try {
    const own = await startOwnSite({ KV_REST_API_URL: faults.restUrl });
    await faults.set({ kind: "hang" });
    const profile = await ask(`${own.url}/user/DiaryOffline`);
    expect(profile.status).toBe(200);
    expect(profile.text).not.toContain("Full history");
    const history = await ask(`${own.url}/user/DiaryOffline/history`);
    expect(history.status).toBe(200);
    expect(history.text).toContain("History is unavailable right now.");
    expect(history.headers.get("Cache-Control")).toBe("no-store");
  } finally {
    await faults.close();
  }
});

test("a history that can be read only in part is not cached", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  const days = someDays("DiaryInPart");
  await storeHistory(redis, days);
  standIn.setPlayer(days.at(-1)?.[1] ?? aWirePlayer({ name: "DiaryInPart" }));
  const faults = await startStoreFaults(redis.restUrl);
  try {
    const own = await startOwnSite({ KV_REST_API_URL: faults.restUrl });
    await ask(`${own.url}/user/DiaryInPart/badge.json`);
    await faults.set({
      kind: "error",
      only: ([name = "", ...keys]) => /^mget$/i.test(name) && keys.length > 3,
    });
    const history = await ask(`${own.url}/user/DiaryInPart/history`);
    expect(history.text).toContain("History is unavailable right now.");
    expect(history.headers.get("Cache-Control")).toBe("no-store");
  } finally {
    await faults.close();
  }
});
