import type { Browser, Page } from "puppeteer-core";
import { findFirefox } from "../scripts/programs.mjs";
import { openFirefoxPage, startFirefox } from "./support/firefox";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

// What a visitor does most, in Firefox as well as in Chromium.

test.skip(!findFirefox(), "There is no Firefox.");

let firefox: { browser: Browser; stop: () => Promise<void> };
test.beforeAll(async () => {
  firefox = await startFirefox();
});
test.afterAll(async () => {
  await firefox?.stop();
});

/** Runs steps on a page of its own, of which nothing may be an error in the console. */
async function inFirefox(steps: (page: Page) => Promise<void>): Promise<void> {
  const { page, pageErrors } = await openFirefoxPage(firefox.browser);
  try {
    await steps(page);
    expect(pageErrors).toEqual([]);
  } finally {
    await page.close();
  }
}

const search = (page: Page) => page.evaluate(() => location.search);
const gamesShown = (page: Page) =>
  page.$$eval("main ol h3, main ul h3", (headings) =>
    headings.map((heading) => heading.textContent ?? ""),
  );

test("Firefox: a player's page opens, filters, searches and goes back", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "FoxList", games: 300 }));
  await inFirefox(async (page) => {
    const library = page.waitForResponse((response) => response.url().endsWith("/library"));
    await page.goto(`${site.url}/user/FoxList/progress`);
    await page.mouse.move(10, 10);
    await library;

    await page.select('select[name="status"]', "eq-mastered");
    await expect.poll(() => search(page)).toBe("?status=eq-mastered");
    await expect.poll(() => page.$$eval("[role=status]", countText)).toMatch(/\d+ of \d+ games/);

    await page.type('main input[type="search"][name="q"]', "zzz");
    await expect.poll(() => search(page)).toBe("?status=eq-mastered&q=zzz");
    await expect.poll(async () => (await gamesShown(page)).length).toBe(0);

    await page.goBack();
    await expect.poll(() => search(page)).toBe("?status=eq-mastered");
    await expect.poll(async () => (await gamesShown(page)).length).toBeGreaterThan(0);
    await page.goBack();
    await expect.poll(() => search(page)).toBe("");
    await expect
      .poll(() => page.$eval('select[name="status"]', (select) => select.value))
      .toBe("all");
  });
});

/** The texts of elements, in a line. */
function countText(elements: Element[]): string {
  return elements.map((element) => element.textContent).join(" ");
}

test("Firefox: two players are compared, and a choice narrows their games", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "FoxOne", games: 60 }));
  standIn.setPlayer(aWirePlayer({ name: "FoxTwo", games: 40 }));
  await inFirefox(async (page) => {
    await page.goto(`${site.url}/compare/FoxOne/FoxTwo`);
    expect(await page.$eval("h1", (heading) => heading.textContent)).toContain("FoxTwo");
    await page.mouse.move(10, 10);
    const options = await page.$$eval('select[name="who"] option', (all) =>
      all.map((option) => option.value),
    );
    expect(options).toContain("a-ahead");
    await page.select('select[name="who"]', "a-ahead");
    await expect.poll(() => search(page)).toBe("?who=a-ahead");
    await page.goBack();
    await expect.poll(() => search(page)).toBe("");
  });
});

test("Firefox: the builder shows a card, keeps the choice in the address and copies the code", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "FoxCards", games: 20 }));
  await inFirefox(async (page) => {
    await page.goto(`${site.url}/user/FoxCards/embed`);
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>("[name=theme][value=grape]")?.click();
    });
    await expect.poll(() => search(page)).toContain("theme=grape");
    const shown = () =>
      page.$$eval('img[src*="theme=grape"]', (images) =>
        images.map((image) => image.complete && image.naturalWidth > 0),
      );
    await expect.poll(async () => (await shown()).includes(true)).toBe(true);

    const copy = await page.waitForSelector("::-p-text(Copy for GitHub)");
    await copy?.click();
    await page.waitForSelector("::-p-text(Copied for GitHub)");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      "/user/FoxCards/cards/",
    );
  });
});

test("Firefox: the colours that are chosen stay on the next page", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "FoxNight", games: 8 }));
  await inFirefox(async (page) => {
    await page.goto(`${site.url}/user/FoxNight`);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? "system");
    for (const next of ["light", "dark"]) {
      const button = await page.waitForSelector("button[data-theme-switch]");
      await button?.click();
      await expect.poll(theme).toBe(next);
    }
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await background();
    await page.goto(`${site.url}/docs`);
    expect(await theme()).toBe("dark");
    expect(await background()).toBe(dark);
  });
});
