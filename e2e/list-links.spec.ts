import type { Page } from "@playwright/test";
import { DEMO, expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 2, name });
const chips = (page: Page) =>
  page.getByRole("list", { name: "Filters in force" }).getByRole("listitem");

/** Opens a player's page and waits until the whole library is in the browser. */
async function openWithLibrary(page: Page, path: string): Promise<void> {
  const library = page.waitForResponse(/\/library$/);
  await page.goto(path);
  await page.mouse.move(10, 10);
  await (await library).finished();
}

test("a choice far above the list brings its rows into view", { tag: "@check" }, async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Chooser", games: 300 }));
  // So high that the list's heading alone shows at the foot of the screen.
  await page.setViewportSize({ width: 1280, height: 1000 });
  await openWithLibrary(page, "/user/Chooser/progress");
  await page.getByRole("link", { name: "Mastered", exact: true }).click();
  // A click before the page has read the library follows the link.
  await expect(page).toHaveURL(/\?status=eq-mastered(?:#games)?$/);
  const third = page.getByRole("list", { name: "Games" }).getByRole("listitem").nth(2);
  await expect(third).toBeInViewport();
});

test("older milestones of a list that was chosen in place are there when opened", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Elder", games: 300 }));
  await openWithLibrary(page, "/user/Elder/progress");
  await page.getByRole("link", { name: "Mastered", exact: true }).click();
  await expect(chips(page)).toHaveCount(2);
  const milestones = page.getByRole("region", { name: "Milestones" });
  const summary = milestones.getByText(/^\d+ older$/);
  // The list is there before what stands beside it follows.
  await expect(async () => {
    const older = Number.parseInt((await summary.textContent()) ?? "", 10);
    expect(older).toBeGreaterThan(0);
    if ((await milestones.getByRole("listitem").count()) <= 8) await summary.press("Enter");
    await expect(milestones.getByRole("listitem")).toHaveCount(8 + older, { timeout: 2000 });
  }).toPass();
  await expect(milestones.getByRole("listitem").last()).toContainText("1st mastery");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a choice leads to the list, not to the top of the page", async ({ page, standIn }) => {
    standIn.setPlayer(aWirePlayer({ name: "Plainly", games: 300 }));
    await page.goto("/user/Plainly/progress");
    for (const name of ["Mastered", "Remove Mastered", "Next"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page).toHaveURL(/#games$/);
      await expect(heading(page, /games/i).first()).toBeInViewport();
    }
  });

  test("a page can be typed, and stays in its list", async ({ page, standIn }) => {
    standIn.setPlayer(aWirePlayer({ name: "Leafing", games: 450 }));
    await page.goto("/user/Leafing/progress?sort=game_title");
    await page.getByRole("textbox", { name: "Page" }).fill("3");
    await page.getByRole("textbox", { name: "Page" }).press("Enter");
    await expect(page).toHaveURL(/\?sort=game_title&page=3#games$/);
    await expect(page.getByText(/^201–300 of \d+ games$/)).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`filters ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("every filter in force stands by the list, and can be taken away", async ({
      page,
      standIn,
    }) => {
      standIn.setPlayer(aWirePlayer({ name: "Filtered", games: 300 }));
      await page.goto("/user/Filtered/progress?status=eq-mastered&sort=game_title&awarded=2024");
      await expect(chips(page)).toHaveText([/Mastered/, /Award: 2024/, "Reset"]);
      await page.getByRole("link", { name: /^Remove Award: 2024/ }).click();
      await expect(page).toHaveURL(/\?status=eq-mastered&sort=game_title(#games)?$/);
      await expect(chips(page)).toHaveText([/Mastered/, "Reset"]);
      await page.getByRole("link", { name: "Reset" }).click();
      await expect(page).toHaveURL(/\?sort=game_title(#games)?$/);
      await expect(chips(page)).toHaveCount(0);
    });
  });
}

test("a typed page is shown in place, and one beyond the end is the last", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Typing", games: 450 }));
  await openWithLibrary(page, "/user/Typing/progress");
  const field = page.getByRole("textbox", { name: "Page" });
  await field.fill("2");
  await field.press("Enter");
  await expect(page).toHaveURL(/\?page=2$/);
  await expect(heading(page, "Newest games")).toBeInViewport();
  await field.fill("99");
  await field.press("Enter");
  await expect(page).toHaveURL(/\?page=5$/);
  await page.getByRole("link", { name: "First" }).click();
  await expect(page).toHaveURL(/\/user\/Typing\/progress$/);
  await page.getByRole("link", { name: "Last" }).click();
  await expect(page).toHaveURL(/\?page=5$/);
});

test("every row leads to its game, where its owner says", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ RA_SITE_BASE_URL: "https://ra.example/" });
  standIn.setPlayer(aWirePlayer({ name: "Leading", games: 12 }));
  await page.goto(`${site.url}/user/Leading/progress`);
  const rows = page.getByRole("list", { name: "Games" }).getByRole("listitem");
  for (const row of await rows.all()) {
    await expect(row.getByRole("heading").getByRole("link")).toHaveAttribute(
      "href",
      /^https:\/\/ra\.example\/game\/\d+$/,
    );
  }
  await expect(page.getByRole("link", { name: "View on RetroAchievements" })).toHaveAttribute(
    "href",
    "https://ra.example/user/Leading/progress",
  );
});

test("a demo player's games lead nowhere", async ({ page, siteWith }) => {
  const site = await siteWith(DEMO);
  await page.goto(`${site.url}/user/LampLighter/progress`);
  const titles = page.getByRole("list", { name: "Games" }).getByRole("heading");
  await expect(titles).toHaveCount(100);
  await expect(titles.getByRole("link")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "View on RetroAchievements" })).toHaveCount(0);
});

test("the newest masteries are on the shelf, or what the address chooses", async ({
  page,
  standIn,
}) => {
  const player = aWirePlayer({ name: "Proud", games: 200 });
  standIn.setPlayer(player);
  await page.goto("/user/Proud");
  const shelf = page.getByRole("region", { name: "Latest masteries" });
  await expect(shelf.getByRole("link")).toHaveCount(10);
  const [first, second] = player.results.filter(({ ConsoleName }) => ConsoleName !== "Events");
  if (!first || !second) throw new Error("a library of 200 has two games");
  await page.goto(`/user/Proud?shelf=${second.GameID},${first.GameID}`);
  const chosen = page.getByRole("region", { name: "Chosen games" }).getByRole("link");
  await expect(chosen).toHaveCount(2);
  await expect(chosen.first()).toHaveAttribute("href", new RegExp(`/game/${second.GameID}$`));
  // It is the overview's own parameter: no list takes it along.
  await expect(page).toHaveURL(/\/user\/Proud\?shelf=/);
});

test("a link to the page is copied", async ({ page, standIn, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Sharing", games: 3 }));
  await page.goto("/user/Sharing");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    new URL("/user/Sharing", page.url()).href,
  );
});

test("a link is copied with the filters that are in force, also those that were just chosen", async ({
  page,
  standIn,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "SharingAList", games: 30 }));
  await openWithLibrary(page, "/user/SharingAList/progress?status=eq-mastered");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(copied).toMatch(/\/user\/SharingAList\/progress\?status=eq-mastered$/);
  await page.getByLabel("Status").selectOption("Completed");
  // What was copied is no longer what one sees.
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(copied).toMatch(/\?status=eq-completed$/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("filters are behind a button, and the page's parts are in reach", async ({
    page,
    standIn,
  }) => {
    standIn.setPlayer(aWirePlayer({ name: "Pocket", games: 200 }));
    await openWithLibrary(page, "/user/Pocket/progress");
    await expect(page.getByLabel("Status")).toBeHidden();
    await expect(page.getByRole("searchbox", { name: "Title" })).toBeVisible();
    await page.getByText("Filters and order").click();
    await page.getByLabel("Status").selectOption("Mastered");
    await expect(page).toHaveURL(/\?status=eq-mastered$/);
    await page
      .getByRole("navigation", { name: "Parts of this page" })
      .getByRole("link", { name: "Milestones" })
      .click();
    await expect(heading(page, "Milestones")).toBeInViewport();
  });

  test("a row is at most 96 pixels high, but for a long title", async ({ page, standIn }) => {
    standIn.setPlayer(aWirePlayer({ name: "Rows", games: 60 }));
    await page.goto("/user/Rows/progress");
    const rows = await page
      .getByRole("list", { name: "Games" })
      .getByRole("listitem")
      .evaluateAll((elements) =>
        elements.slice(0, 8).map((row) => ({
          height: row.getBoundingClientRect().height,
          lines:
            (row.querySelector("h3")?.getBoundingClientRect().height ?? 0) /
            Number.parseFloat(getComputedStyle(row.querySelector("h3") ?? row).lineHeight),
        })),
      );
    const short = rows.filter(({ lines }) => lines < 1.5);
    expect(short.length).toBeGreaterThan(0);
    for (const { height } of short) expect(height).toBeLessThanOrEqual(96);
  });
});

for (const width of [320, 390, 768]) {
  test(`nothing scrolls sideways at ${width} pixels, nor with letters twice as large`, async ({
    page,
    standIn,
  }) => {
    standIn.setPlayer(aWirePlayer({ name: "Narrow", games: 130 }));
    await page.setViewportSize({ width, height: 844 });
    const cdp = await page.context().newCDPSession(page);
    for (const size of [16, 32]) {
      // As a reader sets it in the browser: media queries know of it too.
      await cdp.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: size } });
      await page.goto("/user/Narrow/progress?status=eq-mastered&awarded=2020..2026");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${size} pixels a letter`).toBeLessThanOrEqual(width);
      // A title that breaks every few letters is higher than it is wide.
      const titles = await page
        .getByRole("list", { name: "Games" })
        .getByRole("heading", { level: 3 })
        .evaluateAll((all) => all.map((title) => title.getBoundingClientRect().width));
      expect(Math.min(...titles), `${size} pixels a letter`).toBeGreaterThan(size * 6);
    }
  });
}
