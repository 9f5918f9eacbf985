import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { axeViolations } from "./support/page-checks";
import { chanceFrom } from "./support/played-year";
import { aWirePlayer, type WirePlayer, type WireRow, type WireUnlock } from "./support/wire-player";
import { aWireUnlock } from "./support/wire-unlocks";

const ZONES = ["UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"];

/** Games of which the first one was mastered in 2024, so that the years have pages. */
function gamesOf(count: number): WireRow[] {
  return Array.from({ length: count }, (_, at) => ({
    GameID: at + 1,
    Title: `Moth Garden ${at + 1}`,
    ImageIcon: "/Images/000101.png",
    ConsoleID: 7,
    ConsoleName: "NES/Famicom",
    MaxPossible: 500,
    NumAwarded: 3,
    NumAwardedHardcore: 3,
    MostRecentAwardedDate: "2026-07-01T12:00:00+00:00",
    HighestAwardKind: at === 0 ? "mastered" : null,
    HighestAwardDate: at === 0 ? "2024-02-03T12:00:00+00:00" : null,
  }));
}

/** A player with this many unlocks from 2024 to the summer of 2026, many of them around midnight and New Year. */
function aPlayer(name: string, count: number, seed = 1): WirePlayer {
  const chance = chanceFrom(seed);
  const start = Date.parse("2024-02-03T12:00:00Z") / 1000;
  const days = 870;
  const unlocks = Array.from({ length: count }, (_, at) => {
    const day = Math.floor(chance() ** 2 * days);
    const newYear = Date.parse(`${2025 + (at % 2)}-01-01T00:00:00Z`) / 1000;
    const moment =
      at % 10 === 0 ? newYear + Math.floor((chance() - 0.5) * 90_000) : start + day * 86_400;
    return aWireUnlock(moment + Math.floor(chance() * 80_000), {
      AchievementID: seed * 100_000 + at,
      HardcoreMode: chance() < 0.2 ? 0 : 1,
      GameID: 1 + Math.floor(chance() ** 2 * 8),
    });
  }).sort((a, b) => a.Date.localeCompare(b.Date));
  const profile = { MemberSince: "2024-01-02 00:43:04" };
  return { ...aWirePlayer({ name, games: gamesOf(8), profile }), unlocks };
}

/** The day and the time of day of an unlock, by `Intl` alone. */
function localTime({ Date: date }: WireUnlock, timeZone: string): [day: string, time: string] {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const [day = "", time = ""] = format.format(new Date(`${date.replace(" ", "T")}Z`)).split(" ");
  return [day, time];
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const inWords = (day: string) => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}`;
const separated = (count: number) => count.toLocaleString("en-US");
const plural = (count: number, noun: string) =>
  `${separated(count)} ${noun}${count === 1 ? "" : "s"}`;
const tomorrow = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The unlocks of each day of a year, oldest day first. */
function daysOf(unlocks: readonly WireUnlock[], year: number, zone: string) {
  const days = new Map<string, WireUnlock[]>();
  for (const unlock of unlocks) {
    const [day] = localTime(unlock, zone);
    if (day.startsWith(`${year}-`)) days.set(day, [...(days.get(day) ?? []), unlock]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The longest run of days, the later of two with the same length. */
function longestRun(days: readonly string[]): string[] {
  let longest: string[] = [];
  for (const first of days) {
    const run = [first];
    while (days.includes(tomorrow(run.at(-1) ?? ""))) run.push(tomorrow(run.at(-1) ?? ""));
    if (run.length >= longest.length) longest = run;
  }
  return longest;
}

const pointsOf = (unlocks: readonly WireUnlock[]) =>
  unlocks.reduce((sum, { Points }) => sum + Number(Points), 0);

/** The figures of a year, as its page words them, and its days. */
function yearOf(unlocks: readonly WireUnlock[], year: number, zone: string) {
  const days = daysOf(unlocks, year, zone);
  const all = days.flatMap(([, ofDay]) => ofDay);
  const most = Math.max(...days.map(([, ofDay]) => ofDay.length));
  const [busiest = ""] = days.findLast(([, ofDay]) => ofDay.length === most) ?? [];
  const run = longestRun(days.map(([day]) => day));
  const [from = "", to = ""] = [run[0], run.at(-1)];
  const [game] = [...new Set(all.map(({ GameID }) => Number(GameID)))]
    .map((id) => ({ id, won: all.filter(({ GameID }) => Number(GameID) === id) }))
    .sort(
      (a, b) => b.won.length - a.won.length || pointsOf(b.won) - pointsOf(a.won) || a.id - b.id,
    );
  const hardcore = all.filter(({ HardcoreMode }) => HardcoreMode === 1).length;
  return {
    days,
    busiest,
    figures: [
      `${separated(all.length)} achievements${separated(hardcore)} hardcore`,
      `${separated(pointsOf(all))} points`,
      `${days.length} days played`,
      `${run.length} days in a row${inWords(from)} to ${inWords(to)}`,
      `${most} on the busiest day${inWords(busiest)}`,
    ],
    game: `Moth Garden ${game?.id}`,
    ofGame: `${plural(game?.won.length ?? 0, "achievement")}, ${plural(pointsOf(game?.won ?? []), "point")}`,
  };
}

/** The rows of a day's list, newest first. */
function rowsOf(unlocks: readonly WireUnlock[], day: string, zone: string): string[] {
  return unlocks
    .filter((unlock) => localTime(unlock, zone)[0] === day)
    .sort((a, b) =>
      a.Date === b.Date
        ? Number(b.AchievementID) - Number(a.AchievementID)
        : a.Date < b.Date
          ? 1
          : -1,
    )
    .map((unlock) => {
      const { Title, GameID, Points, HardcoreMode } = unlock;
      const mode = HardcoreMode === 1 ? "hardcore" : "casual";
      const [, time] = localTime(unlock, zone);
      return `${Title}Moth Garden ${GameID}${plural(Number(Points), "point")}${time} ${mode}`;
    });
}

/** Opens a page that has read all that it shows in time, as a busy machine may not. */
async function open(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator("main[data-incomplete]")).toHaveCount(0, { timeout: 100 });
  }).toPass();
}

const search = (zone: string) => (zone === "UTC" ? "" : `tz=${zone}`);
const achievements = (page: Page) =>
  page.getByRole("region", { name: "Achievements", exact: true });
const dayShown = (page: Page) => page.getByRole("region", { name: /day, [A-Z][a-z]+ \d+, \d{4}$/ });

test("every figure of a year is that of the unlocks, in any time zone, and leads to its days", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const player = aPlayer("YearFigures", 700);
  standIn.setPlayer(player);
  const unlocks = player.unlocks ?? [];
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearFigures");
  const path = `${site.url}/user/YearFigures/year`;
  for (const zone of ZONES) {
    for (const year of [2024, 2025, 2026]) {
      const { figures, game, ofGame, days, busiest } = yearOf(unlocks, year, zone);
      await open(page, `${path}/${year}?${search(zone)}`);
      await expect(achievements(page).getByRole("listitem")).toHaveText(figures);
      await expect(achievements(page)).toContainText(`Most achievements in a game${game}${ofGame}`);
      for (const link of await achievements(page).locator('a[href^="#"]').all()) {
        const target = (await link.getAttribute("href")) ?? "";
        await expect(page.locator(target)).toHaveText(`Calendar of ${year}`);
      }
      // The table has a link for each day.
      await page.getByText("As a table").click();
      const months = page
        .getByRole("table")
        .getByRole("row")
        .filter({ has: page.getByRole("cell") });
      const shown = (await months.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
      const expected = MONTHS.flatMap((name, at) => {
        const ofMonth = days.filter(([day]) => Number(day.slice(5, 7)) === at + 1);
        const count = ofMonth.reduce((sum, [, ofDay]) => sum + ofDay.length, 0);
        const numbers = ofMonth.map(([day]) => Number(day.slice(8)));
        return count > 0 ? [`${name} ${separated(count)} ${numbers.join("")}`] : [];
      });
      expect(shown.map((row) => row.replace(/(?<=\d) (?=\d+$)/g, " "))).toEqual(expected.reverse());
      // The busiest day leads to its list.
      const busiestDay = achievements(page).getByRole("link", { name: "on the busiest day" });
      await open(page, site.url + (await busiestDay.getAttribute("href")));
      await expect(dayShown(page).getByRole("listitem")).toHaveText(rowsOf(unlocks, busiest, zone));
    }
  }
});

test("without JavaScript a day is picked in the table, and lists its unlocks", async ({
  browser,
  standIn,
  startOwnSite,
}) => {
  const player = aPlayer("YearPlain", 120, 2);
  standIn.setPlayer(player);
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearPlain");
  const zone = "Pacific/Auckland";
  const { days } = yearOf(player.unlocks ?? [], 2025, zone);
  const page = await browser.newPage({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  });
  await open(page, `${site.url}/user/YearPlain/year/2025?tz=${zone}`);
  await page.getByText("As a table").click();
  const [first = ""] = days[0] ?? [];
  await page
    .getByRole("link", { name: inWords(first), exact: true })
    .last()
    .click();
  await expect(page).toHaveURL(
    `${site.url}/user/YearPlain/year/2025?day=${first}&tz=${encodeURIComponent(zone)}#day`,
  );
  await expect(dayShown(page).getByRole("listitem")).toHaveText(
    rowsOf(player.unlocks ?? [], first, zone),
  );
  // The next day with an unlock, and another year, keep the time zone.
  const [second = ""] = days[1] ?? [];
  await dayShown(page)
    .getByRole("link", { name: `${inWords(second)} →` })
    .click();
  await expect(dayShown(page).getByRole("listitem")).toHaveText(
    rowsOf(player.unlocks ?? [], second, zone),
  );
  const years = page.getByRole("navigation", { name: "Years", exact: true });
  await expect(years.getByRole("link", { name: "2024" })).toHaveAttribute(
    "href",
    `/user/YearPlain/year/2024?tz=${encodeURIComponent(zone)}`,
  );
  await page.close();
});

test("a day is picked by keyboard in the calendar, and no violation is found", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const player = aPlayer("YearKeyboard", 300, 3);
  standIn.setPlayer(player);
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearKeyboard");
  const { days } = yearOf(player.unlocks ?? [], 2025, "UTC");
  await open(page, `${site.url}/user/YearKeyboard/year/2025`);
  const slider = page.getByRole("slider", { name: "Achievements by day in 2025" });
  await slider.focus();
  await slider.press("Home");
  const counts = new Map(days.map(([day, ofDay]) => [day, ofDay.length]));
  let day = "2025-01-01";
  for (let steps = 0; steps < 200 && (!counts.has(day) || steps < 30); steps++) {
    const count = counts.get(day) ?? 0;
    const said = count === 0 ? "no achievements" : plural(count, "achievement");
    await expect(slider).toHaveAttribute("aria-valuetext", `${inWords(day)}: ${said}`);
    await slider.press("ArrowDown");
    day = tomorrow(day);
  }
  await slider.press("Enter");
  await expect(page).toHaveURL(`${site.url}/user/YearKeyboard/year/2025?day=${day}#day`);
  await expect(dayShown(page).getByRole("listitem")).toHaveText(
    rowsOf(player.unlocks ?? [], day, "UTC"),
  );
  await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`^${inWords(day)}:`));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), colorScheme).toEqual([]);
  }
});

test("an unknown time zone and what is no day of the year are reported", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aPlayer("YearOdd", 60, 4));
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearOdd");
  const path = `${site.url}/user/YearOdd/year/2025`;
  await open(page, `${path}?tz=Mars/Olympus`);
  await expect(page.getByRole("main")).toContainText("Unknown time zone; days are in UTC");
  for (const day of ["2024-02-03", "2025-02-30", "2025-2-3", "%3Cb%3E", "x".repeat(3000)]) {
    await open(page, `${path}?day=${day}`);
    await expect(page.getByText("That is not a day of 2025.")).toBeVisible();
    await expect(dayShown(page)).toHaveCount(0);
  }
  const canonical = page.locator('link[rel="canonical"]');
  await expect(canonical).toHaveAttribute("href", /\/user\/YearOdd\/year\/2025$/);
});

test("before any unlock is known, a year is as it was", async ({ page, standIn, startOwnSite }) => {
  standIn.setPlayer(aPlayer("YearBefore", 100, 6));
  standIn.fail("error", { endpoint: "unlocks" });
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  for (const search of ["", "?tz=Asia/Tokyo"]) {
    await open(page, `${site.url}/user/YearBefore/year/2024${search}`);
    await expect(page.getByRole("heading", { level: 2 })).toHaveText([
      "The only award",
      "Milestones",
      "Played in 2024",
    ]);
  }
  standIn.fail(null);
});

test("while older unlocks are missing, their years say so and newer ones have figures", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const player = aPlayer("YearHalf", 300, 5);
  standIn.setPlayer(player);
  // 2026 takes one call.
  standIn.fail("error", { endpoint: "unlocks", user: player.profile.ULID, after: 1 });
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await ask(`${site.url}/user/YearHalf`);
  const progress = () => ask(`${site.url}/api/v1/users/YearHalf/unlocks/progress`);
  await expect
    .poll(async () => JSON.parse((await progress()).text), { timeout: 30_000 })
    .toMatchObject({ state: "filling", since: 2026 });
  await open(page, `${site.url}/user/YearHalf/year/2025?day=2025-03-01`);
  await expect(page.getByRole("region", { name: "Calendar of 2025" })).toContainText(
    "Unlocks since 2026; older ones are loading.",
  );
  await expect(dayShown(page)).toContainText("not loaded yet");
  await expect(achievements(page)).toHaveCount(0);
  await open(page, `${site.url}/user/YearHalf/year/2026`);
  const { figures } = yearOf(player.unlocks ?? [], 2026, "UTC");
  await expect(achievements(page).getByRole("listitem")).toHaveText(figures);
  standIn.fail(null);
});

test("players with no unlocks, and with two, read well", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const games = gamesOf(2);
  const profile = { MemberSince: "2024-01-02 00:43:04" };
  const at = Date.parse("2025-05-05T10:00:00Z") / 1000;
  const two = [at, at + 60].map((each) => aWireUnlock(each, { AchievementID: each }));
  standIn.setPlayer({ ...aWirePlayer({ name: "YearNone", games, profile }), unlocks: [] });
  standIn.setPlayer({ ...aWirePlayer({ name: "YearTwo", games, profile }), unlocks: two });
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearNone");
  await untilPlayerIsFilled(site, "YearTwo");
  await open(page, `${site.url}/user/YearNone/year/2025`);
  await expect(page.getByRole("heading", { name: "Played in 2025" })).toBeVisible();
  await expect(achievements(page)).toHaveCount(0);
  await open(page, `${site.url}/user/YearTwo/year/2025`);
  await expect(achievements(page).getByRole("listitem")).toHaveText([
    "2 achievements",
    `${pointsOf(two)} points`,
    "1 day played",
    "2 on the busiest dayMay 5",
  ]);
  await open(page, `${site.url}/user/YearTwo/year/2024`);
  await expect(achievements(page)).toContainText("No achievements in 2024.");
});

test("a year before the first award has its page from the first unlock on, without cards", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const early = aWireUnlock(Date.parse("2022-06-05T10:00:00Z") / 1000, { AchievementID: 77 });
  const profile = { MemberSince: "2021-01-02 00:43:04" };
  const player = aWirePlayer({ name: "YearEarly", games: gamesOf(2), profile });
  standIn.setPlayer({ ...player, unlocks: [early] });
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearEarly");
  const path = `${site.url}/user/YearEarly/year`;
  await open(page, `${path}/2022`);
  await expect(achievements(page).getByRole("listitem")).toHaveText([
    "1 achievement",
    plural(Number(early.Points), "point"),
    "1 day played",
  ]);
  await expect(page.getByRole("link", { name: "Make a card" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Download for a story" })).toHaveCount(0);
  const years = page.getByRole("navigation", { name: "Years", exact: true });
  await expect(years.getByRole("link")).toHaveText(["2026", "2025", "2024", "2023", "2022"]);
  await years.getByRole("link", { name: "2024" }).click();
  await expect(page.getByRole("link", { name: "Make a card" })).toBeVisible();
  const before = await ask(`${path}/2021`);
  expect(before.status).toBe(404);
  expect(before.text).toContain('<a href="/user/YearEarly/year/2022">');
});

test("a chosen time zone counts the year, and the next year that is opened", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const player = aPlayer("YearZone", 200, 8);
  standIn.setPlayer(player);
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await untilPlayerIsFilled(site, "YearZone");
  const path = `${site.url}/user/YearZone/year`;
  const zone = "Asia/Tokyo";
  await open(page, `${path}/2025`);
  await page.getByText("Time zone: UTC").click();
  await page.getByRole("combobox", { name: "Time zone" }).selectOption(zone);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(`${path}/2025?tz=Asia%2FTokyo#calendar`);
  const figures = (year: number) => yearOf(player.unlocks ?? [], year, zone).figures;
  await expect(achievements(page).getByRole("listitem")).toHaveText(figures(2025));
  await open(page, `${path}/2026`);
  await expect(page).toHaveURL(`${path}/2026?tz=Asia%2FTokyo`);
  await expect(achievements(page).getByRole("listitem")).toHaveText(figures(2026));
});
