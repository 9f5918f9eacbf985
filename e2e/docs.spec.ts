import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { cardFiles } from "../scripts/card-files.mjs";
import { ask } from "./support/ask";
import { DEMO, expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Opens the page, and waits until its own code runs: code then names the address that the browser is at. */
async function openDocs(page: Page, siteUrl: string): Promise<void> {
  await page.goto(`${siteUrl}/docs`);
  await expect(page.locator("#code-summary-curl-panel code")).toContainText(siteUrl);
}

test("nothing of it scrolls sideways, on the narrowest phone and with large text", async ({
  page,
}) => {
  await page.goto("/docs");
  for (const [width, size] of [
    [320, "100%"],
    [320, "200%"],
    [390, "100%"],
    [768, "200%"],
    [1280, "200%"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    const sideways = await page.evaluate((text) => {
      document.documentElement.style.fontSize = text;
      for (const each of document.querySelectorAll("details")) each.open = true;
      const root = document.scrollingElement ?? document.documentElement;
      return root.scrollWidth - root.clientWidth;
    }, size);
    expect(sideways, `${width} px, ${size}`).toBe(0);
  }
});

test("every page leads to it, and all links and pictures in it are there", async ({
  page,
  request,
  siteWith,
}) => {
  const demo = await siteWith(DEMO);
  for (const site of ["", demo.url]) {
    await page.goto(`${site}/`);
    await page.getByRole("contentinfo").getByRole("link", { name: "Cards and API" }).click();
    await expect(page).toHaveTitle("Cards and API · Longplay");
    const broken = await page
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute("href") ?? "")
          .filter((href) => !document.getElementById(href.slice(1))),
      );
    expect(broken).toEqual([]);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const images = await page.locator("main img").evaluateAll((all) =>
      Promise.all(
        (all as HTMLImageElement[]).map(async (image) => {
          image.loading = "eager";
          await image.decode();
          const { headers } = await fetch(image.src);
          return { width: image.naturalWidth, error: headers.get("X-Longplay-Error") };
        }),
      ),
    );
    // All cards, one more to paste, and the page that shows the same.
    const openApi = await (await page.request.get(`${site}/api/openapi.json`)).json();
    const cards = cardFiles(openApi, { id: 1, year: 2025, other: "Other" });
    expect(images).toHaveLength(cards.length + 2);
    for (const image of images) {
      expect(image.error).toBeNull();
      expect(image.width).toBeGreaterThan(0);
    }
  }
  const pages = await page
    .locator('main a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(pages.length).toBeGreaterThan(10);
  for (const path of new Set(pages)) {
    expect((await request.get(demo.url + path)).status(), path).toBe(200);
  }
  expect(await (await request.get("/sitemap.xml")).text()).toContain("/docs</loc>");
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
  await page.goto(`${site.url}/docs`);
  const card = (of: string) => page.getByRole("img", { name: `The recent card of ${of}` });
  await expect(card("a made-up player")).toBeVisible();
  standIn.fail(null);
  // One who takes long is there the next time.
  await expect(async () => {
    await page.reload();
    await expect(card("NamedOne")).toBeVisible({ timeout: 1000 });
  }).toPass();
  const summary = page.getByRole("region", { name: "Summary", exact: true });
  await expect(summary.getByRole("link", { name: "Open this request" })).toHaveAttribute(
    "href",
    "/api/v1/users/NamedOne/summary",
  );
  await summary.getByText("Try it").click();
  await expect(summary.getByRole("textbox", { name: "user" })).toHaveValue("NamedOne");
});

test("the type of a problem leads to its paragraph", { tag: "@check" }, async ({
  page,
  request,
  site,
}) => {
  const document = (await ask(`${site.url}/api/openapi.json`)).json<{
    components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
  }>();
  const codes = document.components.schemas.Problem.properties.code.enum;
  expect(codes.length).toBeGreaterThan(10);
  await page.goto("/docs");
  for (const code of codes) {
    await expect(page.locator(`#problem-${code}`)).toContainText(code);
  }
  for (const path of ["/api/v1/users/NobodyAtAll5/summary", "/api/nothing", "/user/a!/feed.xml"]) {
    const answer = await request.get(path);
    const { type, code, title } = await answer.json();
    await page.goto(new URL(type, answer.url()).toString());
    await expect(page.locator(":target"), path).toContainText(code);
    await expect(page.locator(":target"), path).toContainText(title);
  }
});

test("all code turns to the language that was chosen, and the next visit has it", async ({
  page,
  site,
}) => {
  await openDocs(page, site.url);
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
  await expect(chosen).toHaveText("NodeJS");
});

test("addresses and code are copied with the address that the reader is at", async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await openDocs(page, site.url);
  await page.getByRole("button", { name: "Copy the address /user/{user}/feed.xml" }).click();
  expect(await copied()).toBe(`${site.url}/user/{user}/feed.xml`);
  await page.getByRole("button", { name: "Copy Code for Summary, curl" }).click();
  expect(await copied()).toBe(`curl "${site.url}/api/v1/users/YourName/summary"`);
  await page.getByRole("tab", { name: "BBCode" }).click();
  await page.getByRole("button", { name: "Copy A card to paste, BBCode" }).click();
  expect(await copied()).toContain(`[img]${site.url}/user/YourName/cards/summary.png[/img]`);
});

test("a request is tried on the page, with its answer and with what is wrong with it", async ({
  page,
  site,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/422.*\/API\//);
  standIn.setPlayer(aWirePlayer({ name: "Tried", games: 30 }));
  await openDocs(page, site.url);
  const games = page.getByRole("region", { name: "Games, filtered and sorted" });
  await games.getByText("Try it").click();
  await games.getByRole("textbox", { name: "user" }).fill("tried");
  await games.getByRole("combobox", { name: "status" }).selectOption("eq-mastered");
  await games.getByRole("button", { name: "Send" }).click();
  await expect(games.getByText("/api/v1/users/tried/games?status=eq-mastered")).toBeVisible();
  await expect(games.getByText(/^200 · application\/json · \d+ ms$/)).toBeVisible();
  await expect(games.getByRole("region", { name: "The answer" })).toContainText('"mastered"');

  const dropIn = page.getByRole("region", { name: "API_GetUserCompletionProgress" });
  await dropIn.getByText("Try it").click();
  await dropIn.getByRole("textbox", { name: "u", exact: true }).fill("tried");
  await dropIn.getByRole("textbox", { name: "c", exact: true }).fill("501");
  await dropIn.getByRole("button", { name: "Send" }).press("Enter");
  await expect(dropIn.getByRole("region", { name: "The answer" })).toContainText(
    "must not be greater than 500",
  );
});

test("the code of the page runs as it is", async ({ page, siteWith }) => {
  const demo = await siteWith(DEMO);
  await openDocs(page, demo.url);
  for (const id of [
    "drop-in-nodejs",
    "drop-in-fetch",
    "completion-progress-nodejs",
    "summary-fetch",
  ]) {
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
    const summary = page.getByRole("region", { name: "Summary", exact: true });
    await expect(summary.getByText("/api/v1/users/YourName/summary").first()).toBeVisible();
    await expect(summary.getByText("import java.net.URI")).toBeVisible();
    await expect(page.getByText("Try it").first()).toBeHidden();
    await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
    await expect(page.getByRole("table", { name: "Parameters of Summary" })).toBeVisible();
  });
});
