import type { Page } from "@playwright/test";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, SOON_STALE, test } from "./support/fixtures";
import { aWirePlayer, library } from "./support/wire-player";

/** The rows of the list of games. */
const gamesOf = (page: Page) =>
  page.getByRole("region", { name: "Newest games" }).getByRole("listitem");

test("the server's HTML holds the whole overview", { tag: "@check" }, async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "HtmlReader", games: 130 }));
  const response = await request.get("/user/HtmlReader");
  expect(response.status()).toBe(200);
  const html = await response.text();
  expect(html).toContain("<h1");
  expect(html).toContain("Join me on a longplay!");
  expect(html).toContain("399,597");
  expect(html).toContain("Jan 2, 2016");
  expect(html).toContain("https://retroachievements.org/user/HtmlReader");
  expect(html.match(/role="progressbar"/g)).toHaveLength(10);
  expect(html).toContain('<link rel="canonical" href="/user/HtmlReader"');
  expect(html).toMatch(/Checked.*UTC/);
});

test("the server's HTML holds the whole list", { tag: "@check" }, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "ListReader", games: 130 }));
  const response = await request.get("/user/ListReader/progress");
  expect(response.status()).toBe(200);
  const html = await response.text();
  expect(html).toContain("<h1");
  expect(html).toContain("https://retroachievements.org/user/ListReader/progress");
  expect(html.match(/role="progressbar"/g)).toHaveLength(100);
  expect(html).toContain('<link rel="canonical" href="/user/ListReader/progress"');
  expect(html).toMatch(/Checked.*UTC/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("shows the player, the counts, the games and the moment of the check", async ({
    page,
    standIn,
  }) => {
    standIn.setPlayer(
      aWirePlayer({
        name: "NoScript",
        games: [
          {
            ...library(1)[0],
            GameID: 1,
            Title: "~Hack~ Étoile Garden [Subset - Bonus]",
            ConsoleID: 3,
            ConsoleName: "SNES/Super Famicom",
            MaxPossible: 100,
            NumAwarded: 98,
            NumAwardedHardcore: 40,
            MostRecentAwardedDate: "2026-05-04T10:00:00+00:00",
            HighestAwardKind: "beaten-softcore",
            HighestAwardDate: "2026-05-03T10:00:00+00:00",
            ImageIcon: "/Images/000101.png",
          },
          {
            GameID: 2,
            Title: "Withdrawn",
            ImageIcon: "/Images/000102.png",
            ConsoleID: 7,
            ConsoleName: "NES/Famicom",
            MaxPossible: 0,
            NumAwarded: 0,
            NumAwardedHardcore: 0,
            MostRecentAwardedDate: "2026-05-02T10:00:00+00:00",
            HighestAwardKind: "mastered",
            HighestAwardDate: "2026-05-02T10:00:00+00:00",
          },
        ],
      }),
    );
    for (const [path, heading] of [
      ["/user/NoScript", "NoScript"],
      ["/user/NoScript/progress", "NoScript Completion progress"],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      const subset = gamesOf(page).first();
      const retired = gamesOf(page).nth(1);
      await expect(subset).toContainText("Étoile Garden Hack");
      await expect(subset).toContainText("Bonus");
      await expect(subset).not.toContainText("~");
      await expect(subset).toContainText("98 of 100 achievements");
      await expect(subset).toContainText("Last unlock May 4, 2026");
      await expect(subset).toContainText("Beaten (casual) May 3, 2026");
      await expect(subset).toContainText("SNES");
      await expect(retired).toContainText("Set is retired");
      await expect(
        page.getByRole("progressbar", { name: "98% done, 40% in hardcore mode" }),
      ).toBeVisible();
      await expect(page.getByText(/^Checked .* UTC$/)).toBeVisible();
      await expect(retired).toContainText("Mastered May 2, 2026");
    }
  });

  test("an unknown player is a 404 page with a search box that leads to a player", async ({
    page,
    standIn,
    allowPageErrors,
  }) => {
    allowPageErrors(/404.*NobodyAtAll/);
    standIn.setPlayer(aWirePlayer({ name: "FoundAfterAll" }));
    const response = await page.goto("/user/NobodyAtAll");
    expect(response?.status()).toBe(404);
    await expect(page.getByText("no player called NobodyAtAll")).toBeVisible();
    const search = page.getByRole("main").getByRole("searchbox");
    await search.fill(" FoundAfterAll ");
    await search.press("Enter");
    await expect(page).toHaveURL(/\/user\/FoundAfterAll$/);
  });

  test("while RetroAchievements is down and nothing is stored, the page says so and tries again", async ({
    page,
    standIn,
    allowPageErrors,
  }) => {
    allowPageErrors(/503.*LaterOn/);
    standIn.setPlayer(aWirePlayer({ name: "LaterOn" }));
    standIn.fail("unavailable");
    const response = await page.goto("/user/LaterOn");
    expect(response?.status()).toBe(503);
    expect(response?.headers()["cache-control"]).toBe("no-store");
    expect(response?.headers()["retry-after"]).toBeDefined();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "RetroAchievements is not answering",
    );
    standIn.fail(null);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("LaterOn");
  });
});

test("a name that cannot be one is a 404 that costs RetroAchievements nothing", async ({
  request,
  standIn,
}) => {
  for (const user of ["a", "with%20space", "x".repeat(21), "Name@123", "%3Cscript%3E"]) {
    const response = await request.get(`/user/${user}`);
    expect(response.status(), user).toBe(404);
    expect(await response.text(), user).toContain('type="search"');
  }
  expect(standIn.calls()).toHaveLength(0);
});

test("another case of the name redirects for good", { tag: "@check" }, async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "RightCase" }));
  const response = await request.get("/user/rightcase", { maxRedirects: 0 });
  expect(response.status()).toBe(308);
  expect(new URL(response.headers().location ?? "", "http://site").pathname).toBe(
    "/user/RightCase",
  );
});

test("a ULID shows the page and names the right address", async ({ page, standIn }) => {
  const player = aWirePlayer({ name: "ByUlid" });
  standIn.setPlayer(player);
  const response = await page.goto(`/user/${player.profile.ULID}`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ByUlid");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", "/user/ByUlid");
});

test("nothing is asked right after hydration, and the age goes on from the server's", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Quiet" }));
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(request.url());
  });
  for (const path of ["/user/Quiet/progress", "/user/Quiet"]) {
    await page.goto(path);
    await expect(page.getByText("Checked just now"), path).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(asked, path).toEqual([]);
  }
  // The overview is not refreshed in place: a reader who moves there, or comes back to it, costs nothing.
  await page.mouse.move(10, 10);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
});

test("a new unlock appears in place after a while, without a reload", async ({
  page,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  const rows = library(5);
  standIn.setPlayer(aWirePlayer({ name: "Unlocker", games: rows }));
  await page.goto(`${site.url}/user/Unlocker/progress`);
  await page.evaluate(() => {
    document.body.dataset.sameDocument = "yes";
  });
  const first = rows[0];
  if (!first) throw new Error("a library of five has a first game");
  standIn.setPlayer(
    aWirePlayer({
      name: "Unlocker",
      games: [
        { ...first, GameID: 777, Title: "Fresh from the Oven", ImageIcon: "/Images/000777.png" },
        ...rows,
      ],
    }),
  );
  await expect(page.getByRole("heading", { name: "Fresh from the Oven" })).toBeVisible();
  await expect(page.locator("body[data-same-document=yes]")).toBeAttached();
});

test("asks once more when the reader comes back to the page", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Returner" }));
  const library = page.waitForResponse(/\/api\/v1\/users\/Returner\/library$/);
  await page.goto("/user/Returner/progress");
  await page.mouse.move(10, 10);
  await library;
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/library")) asked++;
  });
  // In its first seconds a page is new enough not to ask.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    expect(asked).toBeGreaterThan(0);
  }).toPass({ intervals: [1000] });
  // A browser that showed what it kept would fetch the new beside that.
  await page.evaluate(() => fetch("/api/health"));
  expect(asked).toBe(1);
});

test("stale data says so plainly while RetroAchievements does not answer", async ({
  page,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Patient", games: 4 }));
  await page.goto(`${site.url}/user/Patient/progress`);
  const games = await gamesOf(page).count();
  expect(games).toBeGreaterThan(0);
  standIn.fail("unavailable");
  await expect(page.getByText("The last refresh failed")).toBeVisible();
  for (const path of ["/user/Patient", "/user/Patient/progress"]) {
    await page.goto(site.url + path);
    await expect(page.getByText("The last refresh failed"), path).toBeVisible();
  }
  await expect(gamesOf(page)).toHaveCount(games);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`images ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an image that cannot be had is a drawn one", async ({ page, standIn }) => {
      standIn.setPlayer(aWirePlayer({ name: "NoImages", games: 1 }));
      standIn.fail("not-found", { endpoint: "media" });
      await page.goto("/user/NoImages/progress");
      await page.waitForLoadState("networkidle");
      // An image element is what could be broken.
      await expect(page.getByRole("main").locator("img")).toHaveCount(0);
      const icon = page.getByRole("list", { name: "Games" }).locator("[style*=Images]");
      const without = await icon.screenshot();
      standIn.fail(null);
      await page.goto("/user/NoImages/progress?sort=game_title");
      await page.waitForLoadState("networkidle");
      expect(await icon.screenshot()).not.toEqual(without);
    });
  });
}

test("the pages of a player without games say when there will be some", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Newcomer", games: 0 }));
  for (const path of ["/user/Newcomer", "/user/Newcomer/progress"]) {
    await page.goto(path);
    await expect(
      page.getByText("No games yet. They'll appear after the first unlock."),
      path,
    ).toBeVisible();
  }
});

test("the page's headers tell its age, and a browser that has it gets 304", {
  tag: "@check",
}, async ({ request, site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Tagged" }));
  const first = await request.get("/user/Tagged");
  // Unlocks are read behind the answer.
  expect(first.headers()["cache-control"]).toBe("public, max-age=0, s-maxage=10");
  // Next would leave it on a page that failed.
  expect(first.headers()["cdn-cache-control"]).toBeUndefined();
  expect(first.headers()["cache-status"]).toContain("fwd=miss");
  await untilPlayerIsFilled(site, "Tagged");
  const tag = (await request.get("/user/Tagged")).headers().etag ?? "";
  expect(tag).toMatch(/^W\/"[^"]+"$/);
  const second = await request.get("/user/Tagged", { headers: { "If-None-Match": tag } });
  expect(second.status()).toBe(304);
  expect(second.headers()["cache-status"]).toMatch(/hit; ttl=\d+/);
});
