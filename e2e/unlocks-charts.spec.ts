import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { DEMO, expect, test } from "./support/fixtures";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";
import { aWireUnlock } from "./support/wire-unlocks";

const DAY_SECONDS = 86_400;

/** A player with awards since 2024, who unlocked one achievement a day in the last days, and some before. */
function aPlayerOnStreak(name: string, days: number): WirePlayer {
  const today = Math.floor(Date.now() / 1000 / DAY_SECONDS) * DAY_SECONDS;
  const first = [...name].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0) % 1_000_000;
  const times = [
    ...Array.from({ length: days }, (_, at) => today - (days - 1 - at) * DAY_SECONDS),
    ...[0, 1, 2, 3, 4].map((at) => Date.parse("2024-12-28T12:00:00Z") / 1000 + at * DAY_SECONDS),
  ].sort();
  const unlocks = times.map((time, at) => aWireUnlock(time, { AchievementID: first + at }));
  const player = aWirePlayer({
    name,
    games: 60,
    profile: { MemberSince: "2024-01-02 00:43:04" },
  });
  return { ...player, unlocks };
}

const timelineOf = (page: Page) => page.getByRole("region", { name: "Progress over time" });

test("a streak of days is on the overview once unlocks are read, and no page is higher for it", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aPlayerOnStreak("StreakKeeper", 3));
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "StreakKeeper");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site.url}/user/StreakKeeper`);
  const records = page.getByRole("region", { name: "Records" });
  await expect(records).toContainText(/Current streak\s*3 days since/);
  await expect(records).toContainText("5 days Dec 28, 2024 – Jan 1, 2025");
  await expect(records.getByRole("link", { name: "5 days" })).toHaveAttribute(
    "href",
    "/user/StreakKeeper/year/2025#calendar",
  );
  const tops = await records
    .locator("dl > div")
    .evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("points over time are a link away from awards, and back", async ({ page, siteWith }) => {
      const { url } = await siteWith(DEMO);
      await page.goto(`${url}/user/LampLighter`);
      await timelineOf(page).getByRole("link", { name: "Points" }).click();
      await expect(page).toHaveURL(/\/user\/LampLighter\?chart=points#timeline$/);
      const timeline = timelineOf(page);
      await expect(timeline.getByRole("slider", { name: "Points by month" })).toBeVisible();
      await expect(timeline).toBeInViewport();
      await timeline.getByText("As a table").click();
      const row = timeline.getByRole("row", { name: /^2025 / });
      const { days } = JSON.parse(
        (await ask(`${url}/api/v1/users/LampLighter/days?year=2025`)).text,
      );
      const points = days.reduce((sum: number, day: { points: number }) => sum + day.points, 0);
      await expect(row).toContainText(points.toLocaleString("en-US"));
      await timeline.getByRole("link", { name: "Awards" }).click();
      await expect(page).toHaveURL(/\/user\/LampLighter#timeline$/);
      await expect(timelineOf(page).getByRole("slider", { name: "Awards by month" })).toBeVisible();
    });

    test("a comparison has the achievements of both by month", async ({ page, siteWith }) => {
      const { url } = await siteWith(DEMO);
      await page.goto(`${url}/compare/LampLighter/CoOpCarla`);
      const chart = page.getByRole("region", { name: "Achievements by month" });
      await expect(chart.locator("svg")).toHaveCount(2);
      await expect(chart).toContainText(/Ahead: LampLighter in \d+ months and CoOpCarla in \d+/);
      await chart.getByText("As a table").click();
      const link = chart
        .getByRole("row", { name: /^2025 / })
        .getByRole("link")
        .last();
      await expect(link).toHaveAttribute("href", "/user/CoOpCarla/year/2025#calendar");
    });
  });
}

test("keys go through the months of points", async ({ page, siteWith }) => {
  const { url } = await siteWith(DEMO);
  await page.goto(`${url}/user/LampLighter?chart=points`);
  const slider = timelineOf(page).getByRole("slider");
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute(
    "aria-valuetext",
    /points from .* achievements?; .* in total$/,
  );
  const words = (await slider.getAttribute("aria-valuetext")) ?? "";
  await expect(timelineOf(page)).toContainText(words);
});

for (const width of [320, 390, 1280]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page, siteWith }) => {
    const { url } = await siteWith(DEMO);
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      "/user/LampLighter?chart=points",
      "/compare/LampLighter/CoOpCarla/WeekendWilma",
      "/user/LampLighter/embed?card=streak&tz=America/Argentina/Buenos_Aires",
    ]) {
      await page.goto(url + path);
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess, path).toBe(0);
    }
  });
}

test("the builder makes cards of a time zone's days", async ({ page, siteWith }) => {
  const { url } = await siteWith(DEMO);
  await page.goto(`${url}/user/LampLighter/embed?card=streak`);
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.fill("Mars/Olympus");
  await expect(page.getByText("A time zone such as Europe/Berlin")).toBeVisible();
  await zone.fill("America/New_York");
  await expect(page).toHaveURL(/\/embed\?card=streak&tz=America%2FNew_York$/);
  const code = page.getByRole("tabpanel").getByRole("textbox");
  await expect(code).toHaveValue(
    /cards\/streak\.svg\?tz=America%2FNew_York\)\]\(.*\/user\/LampLighter\?tz=America%2FNew_York\)/,
  );
  await page.locator("[name=card][value=calendar]").check();
  await page.locator("select[name=year]").selectOption("2025");
  await expect(page).toHaveURL(/card=calendar&year=2025&tz=America%2FNew_York$/);
  const picture = page.getByRole("img", { name: "on light" });
  await expect(picture).toHaveAttribute("src", /calendar-2025\.svg\?tz=America%2FNew_York/);
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(495);
  // Other cards take no time zone.
  await page.locator("[name=card][value=achievements]").check();
  await expect(page).toHaveURL(/\/embed\?card=achievements$/);
  await expect(zone).toBeHidden();
});
