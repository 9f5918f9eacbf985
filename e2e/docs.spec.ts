import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { cardFiles } from "../scripts/card-files.mjs";
import { ask } from "./support/ask";
import { DEMO, expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const PAGES = ["/docs", "/docs/cards", "/docs/api", "/docs/endpoint", "/docs/problems"];

/** Fragments of `/docs` while it was one page, with the pages that have them now. */
const OLD_FRAGMENTS: readonly [page: string, fragments: readonly string[]][] = [
  ["/docs/cards", ["cards", "card-options", "card-summary", "card-year", "card-share-year"]],
  ["/docs/api", ["json", "completion-progress", "year", "compare", "files", "feed", "badge"]],
  ["/docs/api", ["site", "oembed", "watch", "openapi"]],
  ["/docs/endpoint", ["drop-in-endpoint", "drop-in"]],
  ["/docs/problems", ["problems", "problem-player-not-found", "problem-timed-out"]],
];

/** Opens a page with all of its details, and waits until its own code runs: it replaces the URL in code. */
async function openDocs(page: Page, siteUrl: string, path: string): Promise<void> {
  await page.goto(siteUrl + path);
  await openDetails(page);
  await expect(page.locator("[role=tabpanel] code").first()).toContainText(siteUrl);
}

const openDetails = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });

for (const path of PAGES) {
  test(`${path} does not scroll sideways, on the narrowest phone and with large text`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const [width, size] of [
      [320, "100%"],
      [320, "200%"],
      [390, "100%"],
      [768, "200%"],
      [1280, "200%"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await openDetails(page);
      const sideways = await page.evaluate((text) => {
        document.documentElement.style.fontSize = text;
        const root = document.scrollingElement ?? document.documentElement;
        return root.scrollWidth - root.clientWidth;
      }, size);
      expect(sideways, `${width} px, ${size}`).toBe(0);
    }
  });
}

test("the bar leads to every page and marks the current one, without JavaScript too", async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Cards and API" }).click();
  await expect(page).toHaveTitle("Cards and API · Longplay");
  const bar = page.getByRole("navigation", { name: "Documentation" });
  const hrefs = await bar
    .getByRole("link")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(hrefs).toEqual(PAGES);
  for (const path of PAGES) {
    await bar.locator(`a[href="${path}"]`).click();
    await expect(page).toHaveURL(site.url + path);
    await expect(bar.locator("[aria-current=page]")).toHaveAttribute("href", path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
  await context.close();
});

test("an unknown page of the documentation is not found", async ({ request }) => {
  for (const path of ["/docs/nothing", "/docs/cards/summary", "/docs/API"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("the pages are short, in pixels and in words", async ({ page, siteWith }) => {
  const demo = await siteWith(DEMO);
  await page.setViewportSize({ width: 1280, height: 900 });
  let words = 0;
  for (const [path, most] of [
    ["/docs", 2000],
    ["/docs/cards", 5500],
    ["/docs/api", 5200],
    ["/docs/endpoint", 2900],
    ["/docs/problems", 2900],
  ] as const) {
    await page.goto(demo.url + path);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, path).toBeLessThanOrEqual(most);
    const [text = ""] = await page.locator("main").allInnerTexts();
    words += text.trim().split(/\s+/).length;
  }
  // As one page they had 34,132 pixels and 5,077 words.
  expect(words).toBeLessThanOrEqual(2538);
});

test("all links, fragments and pictures of the pages exist", async ({ page, siteWith }) => {
  const demo = await siteWith(DEMO);
  const targets = new Set<string>();
  for (const site of ["", demo.url]) {
    for (const path of PAGES) {
      await page.goto(site + path);
      const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        path,
      ).toEqual([]);
      const images = await page.locator("main img").evaluateAll((all) =>
        Promise.all(
          (all as HTMLImageElement[]).map(async (image) => {
            await image.decode();
            const { headers } = await fetch(image.src);
            return { width: image.naturalWidth, error: headers.get("X-Longplay-Error") };
          }),
        ),
      );
      for (const image of images) {
        expect(image.error, path).toBeNull();
        expect(image.width, path).toBeGreaterThan(0);
      }
      if (path === "/docs") expect(images).toHaveLength(1);
      if (path === "/docs/cards") {
        const openApi = await (await page.request.get(`${site}/api/openapi.json`)).json();
        const cards = cardFiles(openApi, { id: 1, year: 2025, other: "Other" });
        expect(images).toHaveLength(cards.length);
      }
      if (site === demo.url) {
        for (const link of await page
          .locator("main a")
          .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))) {
          if (link.startsWith(demo.url)) targets.add(link);
        }
      }
    }
  }
  expect(targets.size).toBeGreaterThan(60);
  const seen = new Map<string, string>();
  for (const target of targets) {
    const [address = "", fragment] = target.split("#");
    if (!seen.has(address)) {
      const answer = await page.request.get(address);
      expect(answer.status(), address).toBe(200);
      seen.set(address, await answer.text());
    }
    if (fragment !== undefined) expect(seen.get(address), target).toContain(`id="${fragment}"`);
  }
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  for (const path of PAGES) expect(sitemap).toContain(`${path}</loc>`);
});

test("an old fragment of /docs is at a link to the same fragment of its page", async ({ page }) => {
  for (const [path, fragments] of OLD_FRAGMENTS) {
    for (const fragment of fragments) {
      await page.goto(`/docs#${fragment}`);
      const link = page.locator(":target").getByRole("link");
      await expect(link).toHaveAttribute("href", `${path}#${fragment}`);
    }
    await page.locator(":target").getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`${path}#${fragments.at(-1)}$`));
    await expect(page.locator(":target")).toBeInViewport();
  }
});

test("the first request of the start page has the answer that is shown", async ({
  page,
  siteWith,
}) => {
  const demo = await siteWith(DEMO);
  await openDocs(page, demo.url, "/docs");
  const json = page.getByRole("region", { name: "Get JSON" });
  const curl = (await json.locator("[role=tabpanel] code").first().textContent()) ?? "";
  const url = /"(.+)"/.exec(curl)?.[1] ?? "";
  const shown = JSON.parse((await json.locator("details pre").textContent()) ?? "");
  expect(shown).toEqual(await (await page.request.get(url)).json());
  expect(shown.results).toHaveLength(1);
});

test("the page of RA's endpoint shows where RA and this site have the data, and its source", async ({
  page,
  siteWith,
}) => {
  const demo = await siteWith(DEMO);
  await page.goto(`${demo.url}/docs/endpoint`);
  const onSite = page.getByRole("region", { name: "On-site representation" });
  const { Results } = await (
    await page.request.get(`${demo.url}/API/API_GetUserCompletionProgress.php?u=LampLighter&c=1`)
  ).json();
  const row = onSite.getByRole("list").first();
  await expect(row).toContainText(Results[0].Title);
  await expect(row).toContainText("All 100 achievements");
  const fields = await onSite.locator("dd code").allTextContents();
  expect([...new Set(fields)].sort()).toEqual(Object.keys(Results[0]).sort());
  await expect(onSite.getByText("retroachievements.org/user/{user}/progress")).toBeVisible();
  await expect(onSite.getByRole("link", { name: "/user/LampLighter/progress" })).toBeVisible();
  const source = page.getByRole("table", { name: "Source" });
  await expect(source.getByRole("rowheader")).toHaveText([
    "RetroAchievements/RAWeb",
    "RetroAchievements/api-js",
    "RetroAchievements/api-kotlin",
  ]);
  await expect(source.getByRole("link", { name: "getUserCompletionProgress.ts" })).toBeVisible();
});

test("examples show the first player of PLAYERS, or a made-up one while RA does not answer", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "NamedOne", games: 12 }));
  standIn.setPlayer(aWirePlayer({ name: "NamedTwo", games: 12 }));
  const site = await startOwnSite({ PLAYERS: "namedone,NamedTwo" });
  standIn.fail("unavailable");
  await page.goto(`${site.url}/docs/cards`);
  const card = (of: string) => page.getByRole("img", { name: `Recent games of ${of}` });
  await expect(card("a made-up player")).toBeVisible();
  standIn.fail(null);
  // One who takes long is there the next time.
  await expect(async () => {
    await page.reload();
    await expect(card("NamedOne")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await openDocs(page, site.url, "/docs/api");
  const summary = page.getByRole("region", { name: "Summary", exact: true });
  await expect(summary.getByRole("link", { name: "Open this request" })).toHaveAttribute(
    "href",
    "/api/v1/users/NamedOne/summary",
  );
  await expect(summary.getByRole("textbox", { name: "user" })).toHaveValue("NamedOne");
  await page.goto(`${site.url}/docs/endpoint`);
  await expect(
    page.getByRole("link", { name: "https://retroachievements.org/user/NamedOne/progress" }),
  ).toBeVisible();
});

test("the type of a problem leads to its name, and that to its paragraph", {
  tag: "@check",
}, async ({ page, request, site }) => {
  const document = (await ask(`${site.url}/api/openapi.json`)).json<{
    components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
  }>();
  const codes = document.components.schemas.Problem.properties.code.enum;
  expect(codes.length).toBeGreaterThan(10);
  for (const path of ["/docs", "/docs/problems"]) {
    await page.goto(path);
    for (const code of codes) {
      await expect(page.locator(`#problem-${code}`), path).toContainText(code);
    }
  }
  for (const path of ["/api/v1/users/NobodyAtAll5/summary", "/api/nothing", "/user/a!/feed.xml"]) {
    const answer = await request.get(path);
    const { type, code, title } = await answer.json();
    await page.goto(new URL(type, answer.url()).toString());
    await expect(page.locator(":target"), path).toContainText(code);
    await expect(page.locator(":target"), path).toContainText(title);
    await page.locator(":target").getByRole("link").click();
    await expect(page).toHaveURL(/\/docs\/problems#/);
    await expect(page.locator(":target"), path).toContainText(code);
    await expect(page.locator(":target"), path).toContainText(title);
  }
});

test("all code turns to the language that was chosen, and the next visit has it", async ({
  page,
  site,
}) => {
  await openDocs(page, site.url, "/docs/api");
  const tabs = (title: string) => page.getByRole("tablist", { name: `Code for ${title}` });
  await tabs("Summary").getByRole("tab", { name: "Kotlin" }).click();
  const chosen = tabs("Completion progress").getByRole("tab", { selected: true });
  await expect(chosen).toHaveText("Kotlin");
  await chosen.press("Home");
  await expect(chosen).toHaveText("curl");
  await expect(chosen).toBeFocused();
  await chosen.press("ArrowRight");
  await expect(chosen).toHaveText("NodeJS");
  // Not there in that language.
  await expect(tabs("Summary").getByRole("tab", { selected: true })).toHaveText("curl");
  await page.reload();
  await openDetails(page);
  await expect(chosen).toHaveText("NodeJS");
});

test("addresses and code are copied with the address that the reader is at", async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await openDocs(page, site.url, "/docs/api");
  await page.getByRole("button", { name: "Copy the address /user/{user}/feed.xml" }).click();
  expect(await copied()).toBe(`${site.url}/user/{user}/feed.xml`);
  await page.getByRole("button", { name: "Copy Code for Summary, curl" }).press("Enter");
  await expect.poll(copied).toBe(`curl "${site.url}/api/v1/users/YourName/summary"`);
  await page.goto(`${site.url}/docs/cards`);
  await page.getByRole("button", { name: "Copy the address /user/{user}/cards/shelf.svg" }).click();
  await expect.poll(copied).toBe(`${site.url}/user/{user}/cards/shelf.svg`);
  await openDocs(page, site.url, "/docs");
  await page.getByRole("tab", { name: "Forum BBCode" }).click();
  await page.getByRole("button", { name: "Copy A card to paste, Forum BBCode" }).press("Enter");
  await expect.poll(copied).toContain(`[img]${site.url}/user/YourName/cards/summary.png[/img]`);
});

test("a request is tried on the page, with its answer and with what is wrong with it", async ({
  page,
  site,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/422.*\/API\//);
  standIn.setPlayer(aWirePlayer({ name: "Tried", games: 30 }));
  await openDocs(page, site.url, "/docs/api");
  const games = page.getByRole("region", { name: "Games, filtered and sorted" });
  await games.getByRole("textbox", { name: "user" }).fill("tried");
  await games.getByRole("combobox", { name: "status" }).selectOption("eq-mastered");
  await games.getByRole("button", { name: "Send" }).click();
  await expect(games.getByText("/api/v1/users/tried/games?status=eq-mastered")).toBeVisible();
  await expect(games.getByText(/^200 · application\/json · \d+ ms$/)).toBeVisible();
  await expect(games.getByRole("region", { name: "The answer" })).toContainText('"mastered"');

  await openDocs(page, site.url, "/docs/endpoint");
  const dropIn = page.getByRole("region", { name: "Code and answer" });
  await dropIn.getByRole("textbox", { name: "u", exact: true }).fill("tried");
  await dropIn.getByRole("textbox", { name: "c", exact: true }).fill("501");
  await dropIn.getByRole("button", { name: "Send" }).press("Enter");
  await expect(dropIn.getByRole("region", { name: "The answer" })).toContainText(
    "must not be greater than 500",
  );
});

test("the code of the page runs as it is", async ({ page, siteWith }) => {
  const demo = await siteWith(DEMO);
  for (const [path, id] of [
    ["/docs/endpoint", "drop-in-nodejs"],
    ["/docs/endpoint", "drop-in-fetch"],
    ["/docs/api", "completion-progress-nodejs"],
    ["/docs/api", "summary-fetch"],
  ] as const) {
    await openDocs(page, demo.url, path);
    const code = (await page.locator(`#code-${id}-panel code`).textContent()) ?? "";
    expect(code).toContain(demo.url);
    // Where the official package is found.
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
      cwd: ROOT,
      timeout: 60_000,
    });
    expect((await run).stdout.trim(), id).not.toBe("");
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("all of it is there but what needs JavaScript", async ({ page }) => {
    await page.goto("/docs");
    await expect(page.getByText("[img]")).toBeVisible();
    await page.goto("/docs/api");
    for (const summary of await page.getByText("Details").all()) await summary.click();
    const summary = page.getByRole("region", { name: "Summary", exact: true });
    await expect(summary.getByText("/api/v1/users/YourName/summary").first()).toBeVisible();
    await expect(summary.getByText("import java.net.URI")).toBeVisible();
    await expect(page.getByText("Try it").first()).toBeHidden();
    await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
    await expect(page.getByRole("table", { name: "Parameters of Summary" })).toBeVisible();
  });
});
