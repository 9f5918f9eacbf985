import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import { decode } from "fast-png";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { DEMO, expect, NAMED, test } from "./support/fixtures";
import { axeViolations } from "./support/page-checks";
import { aWirePlayer, library, type WireRow } from "./support/wire-player";

const DAY = 86_400_000;
const LAST = Date.parse("2025-12-18T15:00:00Z");

/** A game as games.json has it. */
interface FoundGame {
  title: string;
  consoleId: number;
  maxPossible: number;
  highestAwardKind: string | null;
  highestAwardDate: string | null;
}

/** Fifty days of three games each at the end of 2025, and before them a game every fifth day. */
function busyYears(): WireRow[] {
  return library(380, 7).map((row, at) => {
    const days = at < 150 ? Math.floor(at / 3) : 50 + (at - 150) * 5;
    const date = `${new Date(LAST - days * DAY - (at % 3) * 3_600_000).toISOString().slice(0, 19)}+00:00`;
    return {
      ...row,
      MostRecentAwardedDate: date,
      HighestAwardDate: row.HighestAwardKind && date,
    };
  });
}

/** A game that was mastered, or only played, at a moment. */
function aRow(id: number, date: string, kind: WireRow["HighestAwardKind"] = "mastered"): WireRow {
  return {
    GameID: id,
    Title: `Game ${id}`,
    ImageIcon: "/Images/000101.png",
    ConsoleID: 7,
    ConsoleName: "NES/Famicom",
    MaxPossible: 20,
    NumAwarded: kind ? 20 : 3,
    NumAwardedHardcore: kind ? 20 : 3,
    MostRecentAwardedDate: date,
    HighestAwardKind: kind,
    HighestAwardDate: kind && date,
  };
}

/** One award in 2021, none in 2022, in which a game was played, and two in 2023. */
const FEW: WireRow[] = [
  aRow(4, "2023-05-06T12:00:00+00:00"),
  aRow(3, "2023-05-05T12:00:00+00:00", "beaten-softcore"),
  aRow(2, "2022-03-05T12:00:00+00:00", null),
  aRow(1, "2021-03-05T12:00:00+00:00"),
];

async function gamesOf(request: APIRequestContext, path: string, search: string) {
  // The file of a list is below the player's own address.
  const player = path.replace(/\/progress$/, "");
  const answer = await request.get(`${player}/games.json${search}`);
  const { total, results } = (await answer.json()) as { total: number; results: FoundGame[] };
  expect(results).toHaveLength(total);
  return results;
}

/** All links of a page to a list, with their texts. */
const listLinks = (page: Page) =>
  page.locator('main a[href*="#games"]').evaluateAll((links) =>
    links.map((link) => ({
      search: new URL((link as HTMLAnchorElement).href).search,
      text: (link.textContent ?? "").replace(/\s+/g, " ").trim(),
      holder: link.closest("li")?.textContent ?? "",
    })),
  );

const number = (text: string | undefined) => Number((text ?? "").replaceAll(",", ""));

/** Days or months of awards, as many as there are. */
const spans = (games: FoundGame[], letters: number) =>
  new Set(games.map(({ highestAwardDate }) => highestAwardDate?.slice(0, letters))).size;

/** Tags of a title are shown apart from it. */
const plainTitle = ({ title }: FoundGame) => title.replace(/~.*~ |\[.*\]/g, "").trim();

/** The figure in a link, and the same figure from the list that it leads to. */
function figureOf(text: string, holder: string, games: FoundGame[]) {
  const plain = /^([\d,]+) (?:awards?|games?|mastered|completed|beaten|still in progress)\b/.exec(
    text,
  );
  if (plain) return { sort: "count", said: number(plain[1]), found: games.length };
  const system = /: ([\d,]+) awards?$/.exec(text);
  if (system) return { sort: "system", said: number(system[1]), found: games.length };
  const run = /^(\d+) (day|month)s in a row$/.exec(text);
  if (run) {
    const found = spans(games, run[2] === "day" ? 10 : 7);
    return { sort: `run of ${run[2]}s`, said: number(run[1]), found };
  }
  const isDay = /^[A-Z][a-z]+ \d{1,2}$/.test(text);
  const isOfDay = games.some((game) => holder.includes(plainTitle(game)));
  if (isDay) return { sort: "day", said: 1, found: isOfDay ? 1 : 0 };
  // The list begins with the mastery that stands out.
  if (/^Mastered (?:by|in) /.test(text)) {
    const [first] = games;
    const isFirst = first !== undefined && holder.includes(plainTitle(first));
    return { sort: "mastery", said: 1, found: isFirst ? 1 : 0 };
  }
  expect(text).toMatch(/^All \d{4} games$/);
  return { sort: "list", said: 0, found: 0 };
}

for (const [width, javaScriptEnabled] of [
  [390, false],
  [1280, true],
] as const) {
  test.describe(`at ${width} px ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 900 } });

    test("every figure of a year is that of the list which it leads to", async ({
      page,
      request,
      standIn,
    }) => {
      const name = `Yearly${width}`;
      standIn.setPlayer(aWirePlayer({ name: `Yearly${width}`, games: busyYears() }));
      const path = `/user/${name}`;
      const sorts = new Map<string, number>();
      for (const year of [2025, 2024]) {
        await page.goto(`${path}/year/${year}`);
        for (const { search, text, holder } of await listLinks(page)) {
          const { sort, said, found } = figureOf(
            text,
            holder,
            await gamesOf(request, path, search),
          );
          expect(said, `${year}: ${text}`).toBe(found);
          sorts.set(sort, (sorts.get(sort) ?? 0) + 1);
        }
      }
      expect(sorts.get("count")).toBeGreaterThan(40);
      for (const sort of ["system", "run of days", "run of months", "day", "list"]) {
        expect(sorts.get(sort), sort).toBeGreaterThan(0);
      }
    });

    test("the other facts of a year agree with its lists", async ({ page, request, standIn }) => {
      const name = `Teller${width}`;
      standIn.setPlayer(aWirePlayer({ name: `Teller${width}`, games: busyYears() }));
      const path = `/user/${name}`;
      const all = await gamesOf(request, path, "");
      const awarded = await gamesOf(request, path, "?awarded=2025");
      await page.goto(`${path}/year/2025`);
      const main = page.getByRole("main");
      const systems = new Set(awarded.map(({ consoleId }) => consoleId));
      const known = new Set(
        all
          .filter(({ highestAwardDate: date }) => date !== null && date < "2025")
          .map(({ consoleId }) => consoleId),
      );
      const fresh = [...systems].filter((system) => !known.has(system));
      await expect(main.getByRole("heading", { name: "Systems" })).toBeVisible();
      const ofNew = fresh.length > 0 ? `, ${fresh.length} new` : "";
      await expect(
        main.getByText(`${systems.size} systems${ofNew}`, { exact: true }),
      ).toBeVisible();
      const largest = awarded
        .filter(({ highestAwardKind }) => highestAwardKind === "mastered")
        .map(({ maxPossible }) => maxPossible)
        .sort((a, b) => b - a)
        .slice(0, 5);
      await expect(main.getByText(/^\d+ achievements$/)).toHaveText(
        largest.map((count) => `${count} achievements`),
      );
      const days = new Map<string, number>();
      for (const { highestAwardDate } of awarded) {
        const day = highestAwardDate?.slice(0, 10) ?? "";
        days.set(day, (days.get(day) ?? 0) + 1);
      }
      const busiest = page.getByRole("region", { name: "Busiest day" });
      await expect(busiest).toContainText(`${Math.max(...days.values())} awards on`);
      // Its games have their names.
      await expect(busiest.getByRole("listitem")).toHaveCount(Math.max(...days.values()));
      const shelf = page.getByRole("region", { name: "Mastered in 2025" });
      await expect(shelf.getByRole("listitem")).toHaveCount(10);
      await expect(main.locator("time")).toContainText(javaScriptEnabled ? /just now|ago/ : "UTC");
    });

    test("years with one award and with none read well", async ({ page, standIn }) => {
      const name = `Seldom${width}`;
      standIn.setPlayer({ ...aWirePlayer({ name, games: FEW }), unlocks: [] });
      const main = page.getByRole("main");
      await page.goto(`/user/${name}/year/2021`);
      await expect(main).toContainText("1 award.");
      await expect(main.getByRole("heading", { level: 2 })).toHaveText([
        "The only award",
        "Milestones",
        "Played in 2021",
      ]);
      await expect(main.locator("ul:empty")).toHaveCount(0);
      await page.goto(`/user/${name}/year/2022`);
      await expect(main).toContainText("No awards in 2022.");
      await expect(main.getByRole("link", { name: "Make a card" })).toHaveAttribute(
        "href",
        `/user/${name}/embed?card=year&year=2022`,
      );
      await expect(main).toContainText("1 game played");
      await expect(main.getByRole("heading", { level: 2 })).toHaveText(["Played in 2022"]);
      const around = page.getByRole("navigation", { name: "Previous and next year" });
      await expect(around.getByRole("link")).toHaveText(["Previous year 2021", "Next year 2023"]);
      await around.getByRole("link", { name: "2023" }).click();
      await expect(page).toHaveURL(`/user/${name}/year/2023`);
      await expect(main).toContainText("2 awards, up from 0 awards in 2022.");
      const years = page.getByRole("navigation", { name: "Years", exact: true });
      await expect(years.locator("[aria-current=page]")).toHaveText("2023");
    });

    test("the profile's timeline and records link to its years", async ({ page, standIn }) => {
      standIn.setPlayer(aWirePlayer({ name: `Timely${width}`, games: FEW }));
      const path = `/user/Timely${width}`;
      for (const [region, year] of [
        ["Progress over time", "2023"],
        ["Records", "2021"],
      ] as const) {
        await page.goto(path);
        await page
          .getByRole("region", { name: region })
          .getByRole("link", { name: year, exact: true })
          // The records are part of the timeline's region, below it.
          .first()
          .click();
        await expect(page).toHaveURL(`${path}/year/${year}`);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(year);
      }
    });

    test("nothing on it scrolls sideways, however long a title is", async ({ page, standIn }) => {
      const longest = { Title: `~Hack~ Moth${"Moth".repeat(30)}`, MaxPossible: 5000 };
      const games = [{ ...aRow(99_999, "2025-12-31T23:59:59+00:00"), ...longest }, ...busyYears()];
      standIn.setPlayer(aWirePlayer({ name: `Fitting${width}`, games }));
      await page.goto(`/user/Fitting${width}/year/2025`);
      const sideways = await page.evaluate(() => {
        const root = document.scrollingElement ?? document.documentElement;
        return root.scrollWidth - root.clientWidth;
      });
      expect(sideways).toBe(0);
      // The kind of game follows the title, no wider than its word.
      const region = page.getByRole("region", { name: "Largest sets mastered" });
      const chip = await region.getByText("Hack", { exact: true }).first().boundingBox();
      expect(chip?.width).toBeLessThan(100);
    });
  });
}

test("axe finds nothing on a full year, nor on the present one", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Yearlong", games: busyYears() }));
  for (const year of [2025, 2026]) {
    await page.goto(`/user/Yearlong/year/${year}`);
    expect(await axeViolations(page), String(year)).toEqual([]);
  }
});

test("a year prints on two sheets", async ({ page, siteWith }) => {
  // The demo player has the fullest years: all kinds of awards, many systems, long titles.
  const site = await siteWith(DEMO);
  for (const year of [2016, 2025]) {
    await page.goto(`${site.url}/user/LampLighter/year/${year}`);
    const pdf = await page.pdf({
      format: "A4",
      printBackground: true,
      margin: { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" },
    });
    const sheets = pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? [];
    expect(sheets.length, String(year)).toBeGreaterThan(0);
    expect(sheets.length, String(year)).toBeLessThanOrEqual(2);
  }
});

test("the link can be copied, and the years are reached by keyboard", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "YearKeys", games: FEW }));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/user/YearKeys/year/2023");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    new URL("/user/YearKeys/year/2023", page.url()).href,
  );
  const before = page
    .getByRole("navigation", { name: "Years", exact: true })
    .getByRole("link", { name: "2022" });
  await page.getByRole("link", { name: "Skip to content" }).focus();
  for (let times = 0; times < 20; times++) {
    await page.keyboard.press("Tab");
    if (await before.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(before).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/user/YearKeys/year/2022");
});

test("a year has the redirects, ETag and caching of a profile", { tag: "@check" }, async ({
  site,
  standIn,
}) => {
  const player = aWirePlayer({ name: "YearAddress", games: FEW });
  standIn.setPlayer(player);
  const year = (user: string) => ask(`${site.url}/user/${user}/year/2023`);
  for (const user of ["yearaddress", player.profile.ULID]) {
    const moved = await year(user);
    expect([moved.status, moved.headers.get("Location")], user).toEqual([
      308,
      expect.stringMatching(/\/user\/YearAddress\/year\/2023$/),
    ]);
  }
  // Unlocks that arrive make another version.
  await untilPlayerIsFilled(site, "YearAddress");
  const page = await year("YearAddress");
  expect(page.status).toBe(200);
  expect(page.headers.get("Cache-Control")).toMatch(/^public, max-age=0, s-maxage=\d+$/);
  const tag = page.headers.get("ETag") ?? "";
  const known = { headers: { "If-None-Match": tag } };
  const again = await ask(`${site.url}/user/YearAddress/year/2023`, known);
  expect([again.status, again.text]).toEqual([304, ""]);
  for (const other of ["/user/YearAddress/year/2022", "/user/YearAddress"]) {
    expect((await ask(site.url + other, known)).status, other).toBe(200);
  }
  expect(page.text).toContain("<title>YearAddress: 2023 · Longplay</title>");
  expect(page.text).toContain('<link rel="canonical" href="/user/YearAddress/year/2023"');
  expect(page.text).toContain(
    'content="YearAddress on RetroAchievements in 2023: 2 awards, 1 game mastered, on 1 system."',
  );
  expect(page.text).not.toContain("noindex");
  const posted = await ask(`${site.url}/user/YearAddress/year/2023`, { method: "POST" });
  expect(posted.status).toBe(405);
});

test("a link to a year has its card as preview", async ({ siteWith, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "YearShared", games: FEW }));
  const site = await siteWith(NAMED);
  const { text } = await ask(`${site.url}/user/YearShared/year/2023`);
  const card = "https://longplay.test/user/YearShared/cards/share-2023.png";
  expect(text).toContain(`<meta property="og:image" content="${card}"/>`);
  expect(text).toContain(`<meta property="og:image:width" content="1200"/>`);
  expect(text).toContain('href="https://longplay.test/user/YearShared/year/2023"');
});

test("an unknown year is a 404 page with links to the known years", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "YearBounds", games: FEW }));
  for (const year of ["2020", "2999", "20261", "abc", "02023", "-2023", "2023.0"]) {
    const answer = await ask(`${site.url}/user/YearBounds/year/${year}`);
    expect(answer.status, year).toBe(404);
    expect(answer.headers.get("Cache-Status"), year).toBe("Longplay; detail=year-not-found");
    expect(answer.text, year).toContain("Year not found");
    for (const there of [2021, 2022, 2023]) {
      expect(answer.text, year).toContain(`<a href="/user/YearBounds/year/${there}">`);
    }
    expect(answer.text.trimEnd(), year).toMatch(/<\/html>$/);
  }
  for (const path of [
    "/user/YearBounds/year",
    "/user/YearBounds/year/2023/x",
    "/user/YearBounds/Year/2023",
  ]) {
    const answer = await ask(site.url + path);
    expect(answer.status, path).toBe(404);
    expect(answer.text, path).toContain("Page not found");
  }
  const unknown = await ask(`${site.url}/user/NobodyInAnyYear/year/2023`);
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain("Player not found");
});

test("a year's internal address is not found, for Next's router either", async ({
  request,
  standIn,
}) => {
  const player = aWirePlayer({ name: "YearHidden", games: FEW });
  standIn.setPlayer(player);
  expect((await request.get("/user/YearHidden/year/2023")).status()).toBe(200);
  const version = `${player.profile.ULID}@${Date.now().toString(36)}`;
  const encoded = encodeURIComponent(version);
  for (const path of [
    `/user/${version}/year/2023`,
    `/user/${encoded}/year/2023`,
    `/user/${encoded}/ye%61r/2023`,
    `/user/${version}/year/2023.rsc`,
    `/%75ser/${version}/year/2023`,
  ]) {
    for (const headers of [{}, { RSC: "1" }, { "Next-Router-Prefetch": "1" }]) {
      expect((await request.get(path, { headers })).status(), path).toBe(404);
    }
  }
  const asRouter = await request.get("/user/YearHidden/year/2023", { headers: { RSC: "1" } });
  expect([asRouter.status(), await asRouter.text()]).toEqual([
    404,
    "Pages are there as HTML only.",
  ]);
});

test("the API has the years and all figures of a year, each with its list", async ({
  request,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "YearJson", games: busyYears() }));
  const api = `${site.url}/api/v1/users/yearjson/years`;
  const { years } = (await ask(api)).json<{
    years: { year: number; awards: number; list: string }[];
  }>();
  expect(years.map(({ year }) => year).slice(0, 3)).toEqual([2022, 2023, 2024]);
  for (const { awards, list } of years) {
    const { pathname, search } = new URL(list, site.url);
    expect(await gamesOf(request, pathname, search), list).toHaveLength(awards);
  }
  const year = await ask(`${api}/2025`);
  expect(year.status).toBe(200);
  const figures: { count: number; list: string }[] = [];
  JSON.parse(year.text, (_, value) => {
    if (typeof value?.count === "number") figures.push(value);
    return value;
  });
  expect(figures.length).toBeGreaterThan(30);
  for (const { count, list } of figures) {
    const { pathname, search } = new URL(list, site.url);
    expect(await gamesOf(request, pathname, search), list).toHaveLength(count);
  }
  const outside = await ask(`${api}/1999`);
  expect(outside.status).toBe(404);
  expect(outside.headers.get("Content-Type")).toBe("application/problem+json");
  expect(outside.json()).toMatchObject({
    code: "year-not-found",
    years: years.map(({ year }) => year),
  });
  const bad = await ask(`${api}/20251`);
  expect(bad.status).toBe(422);
  expect(bad.json()).toMatchObject({ errors: [{ name: "year" }] });
});

test("the story of a year downloads without JavaScript", { tag: "@check" }, async ({
  browser,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "YearStory", games: FEW }));
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/user/YearStory/year/2023`);
  await expect(page.getByRole("button", { name: "Share", exact: true })).toHaveCount(0);
  const link = page.getByRole("link", { name: "Download for a story" });
  const picture = await link.getAttribute("href");
  expect(picture).toBe("/user/YearStory/cards/story-2023.png?theme=felt");
  // While icons load, or the machine is busy, the card is a message.
  await expect
    .poll(async () => (await page.request.get(site.url + picture)).headers()["x-longplay-error"])
    .toBeUndefined();
  const started = page.waitForEvent("download");
  await link.click();
  const download = await started;
  expect(download.suggestedFilename()).toBe("YearStory-2023.png");
  const png = decode(await readFile(await download.path()));
  expect(png).toMatchObject({ width: 1080, height: 1920 });
  await page.close();
});

/** Replaces the share menu, which headless browsers lack, and records what it is opened with. */
async function stubShare(page: Page, { takesFiles }: { takesFiles: boolean }): Promise<void> {
  await page.addInitScript((takes) => {
    const shared: { names: string[]; sizes: number[]; url: string | undefined }[] = [];
    Object.assign(window, { shared });
    navigator.canShare = () => takes;
    navigator.share = async ({ files = [], url } = {}) => {
      shared.push({ names: files.map(({ name }) => name), sizes: files.map((f) => f.size), url });
    };
  }, takesFiles);
}

const sharedBy = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { shared: { names: string[]; sizes: number[] }[] }).shared,
  );

test("Share opens the device's menu with the picture, or with the address", async ({
  page,
  site,
  standIn,
  context,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "YearShare", games: FEW }));
  const year = `${site.url}/user/YearShare/year/2023`;
  const share = (of: Page) => of.getByRole("button", { name: "Share", exact: true });
  await page.addInitScript(() => Object.assign(navigator, { share: undefined }));
  await page.goto(year);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(share(page)).toBeHidden();

  const phone = await context.newPage();
  await stubShare(phone, { takesFiles: true });
  await phone.goto(year);
  await expect
    .poll(async () => {
      await share(phone).click();
      return (await sharedBy(phone)).findLast(({ names }) => names.length > 0)?.names;
    })
    .toEqual(["YearShare-2023.png"]);
  const [size] = (await sharedBy(phone)).findLast(({ names }) => names.length > 0)?.sizes ?? [];
  expect(size).toBeGreaterThan(10_000);

  const other = await context.newPage();
  await stubShare(other, { takesFiles: false });
  await other.goto(year);
  await share(other).click();
  await expect.poll(() => sharedBy(other)).toEqual([{ names: [], sizes: [], url: year }]);
});

test("a year has no target below 24 px, and fits 320 px with text of 200%", async ({
  page,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}/user/LampLighter/year/2025`);
    const small = await page.locator("main a:visible").evaluateAll((links) =>
      links.flatMap((link) => {
        const { width, height } = link.getBoundingClientRect();
        return width < 24 || height < 24 ? `${link.textContent}: ${width}×${height}` : [];
      }),
    );
    expect(small).toEqual([]);
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  const sideways = await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  expect(sideways).toBe(0);
});
