import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import type { Site } from "./support/site";
import { aWirePlayer, library, type WirePlayer } from "./support/wire-player";
import { aWireUnlock } from "./support/wire-unlocks";

const DAY_MS = 86_400_000;
/** Some weeks ago, so that neither today nor a new year is near in any time zone. */
const DAY = new Date(Date.now() - 20 * DAY_MS).toISOString().slice(0, 10);
const NEXT_DAY = new Date(Date.parse(DAY) + DAY_MS).toISOString().slice(0, 10);

/** A player with two unlocks around noon of {@link DAY}, and one late that is of the next day in Berlin. */
function aPlayer(name: string): WirePlayer {
  const first = [...name].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0) % 1_000_000;
  const unlocks = ["11:00:00", "12:00:00", "23:30:00"].map((time, at) =>
    aWireUnlock(Date.parse(`${DAY}T${time}Z`) / 1000, {
      AchievementID: first + at,
      Title: `Unlocked at ${time}`,
      HardcoreMode: at === 0 ? 0 : 1,
    }),
  );
  const games = library(1).map((game) => ({
    ...game,
    MostRecentAwardedDate: `${DAY}T23:30:00+00:00`,
    HighestAwardDate: `${DAY}T23:30:00+00:00`,
  }));
  const player = aWirePlayer({ name, games, profile: { MemberSince: "2025-01-02 00:43:04" } });
  return { ...player, unlocks };
}

/** Waits until the site has read all unlocks of a player. */
async function fill(site: Site, name: string): Promise<void> {
  await untilPlayerIsFilled(site, name);
  // What is known of the filled ones is cached for some seconds.
  await expect
    .poll(async () => (await ask(`${site.url}/user/${name}`)).text, { timeout: 30_000 })
    .toContain("Time zone: UTC");
}

const calendarOf = (page: Page) => page.getByRole("region", { name: "Last 12 months" });

/** How many achievements the calendar names for a day; it is left at that day. */
async function stepTo(page: Page, day: string): Promise<string> {
  const slider = calendarOf(page).getByRole("slider", { name: "Achievements by day" });
  await slider.focus();
  const words = new Date(day).toLocaleDateString("en-US", {
    ...{ dateStyle: "long", timeZone: "UTC" },
  });
  for (let step = 0; step < 40; step++) {
    const text = (await slider.getAttribute("aria-valuetext")) ?? "";
    if (text.startsWith(words)) return text.slice(words.length + 2);
    await page.keyboard.press("ArrowUp");
  }
  throw new Error(`There is no ${words}.`);
}

test("a page is at the canonical name of its time zone, and UTC is not named", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aPlayer("ZoneAnna"));
  const year = DAY.slice(0, 4);
  for (const path of ["/user/ZoneAnna", `/user/ZoneAnna/year/${year}`]) {
    const target = async (query: string) => {
      const { status, headers } = await ask(`${site.url}${path}?${query}`);
      return status === 307 ? new URL(headers.get("location") ?? "", site.url).search : status;
    };
    expect(await target("tz=Europe/Kiev"), path).toBe("?tz=Europe%2FKyiv");
    expect(await target("tz=europe/berlin"), path).toBe("?tz=Europe%2FBerlin");
    expect(await target("tz=Etc/UTC"), path).toBe("");
    expect(await target("tz="), path).toBe("");
    expect(await target("tz=Europe/Kyiv"), path).toBe(200);
    expect(await target("tz=Mars/Olympus"), path).toBe(200);
  }
  expect(
    (await ask(`${site.url}/user/ZoneAnna?shelf=1&tz=US/Eastern`)).headers.get("location"),
  ).toMatch(/\/user\/ZoneAnna\?shelf=1&tz=America%2FNew_York$/);
});

test("the calendar has the days of the time zone, and a day that is picked its unlocks", async ({
  page,
  site,
  standIn,
}) => {
  standIn.setPlayer(aPlayer("ZoneCarl"));
  await fill(site, "ZoneCarl");
  await page.goto("/user/ZoneCarl");
  const calendar = calendarOf(page);
  expect(await stepTo(page, DAY)).toBe("3 achievements");
  await expect(calendar.getByRole("listitem")).toHaveCount(3);
  const [newest] = await calendar.getByRole("listitem").allTextContents();
  expect(newest).toContain("Unlocked at 23:30:00");
  await expect(calendar.getByRole("link", { name: "Show the day" })).toHaveAttribute(
    "href",
    `/user/ZoneCarl/year/${DAY.slice(0, 4)}?day=${DAY}#day`,
  );
  await page.goto("/user/ZoneCarl?tz=Europe/Berlin");
  expect(await stepTo(page, NEXT_DAY)).toBe("1 achievement");
  await expect(calendar.getByRole("listitem")).toContainText(["Unlocked at 23:30:00"]);
  await expect(calendar.getByText("00:30")).toBeVisible();
  await expect(calendar.getByRole("link", { name: "Show the day" })).toHaveAttribute(
    "href",
    `/user/ZoneCarl/year/${DAY.slice(0, 4)}?day=${NEXT_DAY}&tz=Europe%2FBerlin#day`,
  );
  expect(await stepTo(page, DAY)).toBe("2 achievements");
  await page.goto("/user/ZoneCarl?tz=Mars/Olympus");
  await expect(calendar.getByText("Unknown time zone; days are in UTC")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a time zone is typed, and years lead to their calendars", async ({
    page,
    site,
    standIn,
  }) => {
    standIn.setPlayer(aPlayer("ZoneDora"));
    await fill(site, "ZoneDora");
    await page.goto("/user/ZoneDora?shelf=1");
    const calendar = calendarOf(page);
    await calendar.getByText("Time zone: UTC").click();
    await calendar.getByRole("textbox", { name: "Time zone" }).fill("europe/kiev");
    await calendar.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/user\/ZoneDora\?shelf=1&tz=Europe%2FKyiv#calendar$/);
    await expect(calendar.getByText("Time zone: Europe/Kyiv")).toBeVisible();
    const year = DAY.slice(0, 4);
    await calendar.getByRole("link", { name: year, exact: true }).click();
    await expect(page).toHaveURL(`/user/ZoneDora/year/${year}?tz=Europe%2FKyiv#calendar`);
  });
});

test("a chosen time zone is remembered, and pages open in it", async ({ page, site, standIn }) => {
  standIn.setPlayer(aPlayer("ZoneErik"));
  await fill(site, "ZoneErik");
  await page.goto("/user/ZoneErik");
  const calendar = calendarOf(page);
  const choose = async (zone: string) => {
    await calendar.getByText("Time zone:").click();
    await calendar.getByRole("combobox", { name: "Time zone" }).selectOption(zone);
    await calendar.getByRole("button", { name: "Show" }).click();
  };
  const stored = () => page.evaluate(() => localStorage.getItem("zone"));
  await choose("Asia/Tokyo");
  await expect(page).toHaveURL(/\?tz=Asia%2FTokyo#calendar$/);
  await expect.poll(stored).toBe("Asia/Tokyo");
  await page.goto("/docs");
  const steps = await page.evaluate(() => history.length);
  await page.goto("/user/ZoneErik?shelf=1#systems");
  await expect(page).toHaveURL("/user/ZoneErik?shelf=1&tz=Asia%2FTokyo#systems");
  await expect(calendar.getByText("Time zone: Asia/Tokyo")).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  // An address that names a time zone is not changed, and does not change the choice.
  await page.goto("/user/ZoneErik?tz=Europe/Berlin");
  await expect(calendar.getByText("Time zone: Europe/Berlin")).toBeVisible();
  expect(await stored()).toBe("Asia/Tokyo");
  await choose("UTC");
  await expect(page).toHaveURL(/\/user\/ZoneErik#calendar$/);
  await expect.poll(stored).toBeNull();
  // A stored name that the server gives up leads nowhere twice.
  await page.evaluate(() => localStorage.setItem("zone", "Etc/UTC"));
  await page.goto("/user/ZoneErik");
  await expect(calendar.getByText("Time zone: UTC")).toBeVisible();
  await expect(page).toHaveURL("/user/ZoneErik");
});

test("while older unlocks are loading the page says so, asks until all are there, and shows them", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const player = aPlayer("ZoneFred");
  standIn.setPlayer(player);
  const user = player.profile.ULID.toLowerCase();
  const year = new Date().getUTCFullYear();
  standIn.fail("unavailable", { endpoint: "unlocks", user, after: 1, times: 1 });
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/unlocks/progress")) asked.push(request.url());
  });
  await ask(`${site.url}/user/ZoneFred`);
  // Sites of other tests may still read unlocks of theirs.
  const callsForUser = () =>
    standIn
      .fillingCalls()
      .filter(({ endpoint, params }) => endpoint === "unlocks" && params.u === user);
  await expect.poll(() => callsForUser().length, { timeout: 30_000 }).toBeGreaterThan(1);
  // Whether this page is made before the first year is known or after, more is to come.
  await page.goto(`${site.url}/user/ZoneFred`);
  const calendar = calendarOf(page);
  await expect(
    calendar.getByText(
      new RegExp(`Unlocks since ${year}; older ones are loading|All unlocks are loaded`),
    ),
  ).toBeVisible({ timeout: 30_000 });
  await expect(calendar.getByText("All unlocks are loaded.")).toBeVisible({ timeout: 60_000 });
  const count = asked.length;
  await calendar.getByRole("button", { name: "Show them" }).click();
  await expect(async () => {
    await expect(calendar.getByText("loading")).toHaveCount(0, { timeout: 1000 });
    await expect(calendar.getByText("Time zone: UTC")).toBeVisible({ timeout: 1000 });
  }).toPass();
  // Longer than the pause between two questions.
  await page.waitForTimeout(6000);
  expect(asked.length).toBe(count);
});
