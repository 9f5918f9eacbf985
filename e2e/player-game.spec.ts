import { untilPlayerIsFilled } from "./support/filled-player";
import { DEMO, expect, test } from "./support/fixtures";
import { aWireRow } from "./support/wire-games";
import { aWirePlayer, type WireRow } from "./support/wire-player";

const gamesOf = (name: string, ...rows: Parameters<typeof aWireRow>[0][]) =>
  aWirePlayer({ name, games: rows.map((row): WireRow => aWireRow(row)) });

test("a page of a game shows what is unlocked and what is left, and is asked for once", {
  tag: "@check",
}, async ({ page, standIn }) => {
  standIn.setPlayer(
    gamesOf("GameOpener", {
      ...{ GameID: 5501, Title: "Tin Moth", MaxPossible: 89 },
      ...{ NumAwarded: 40, NumAwardedHardcore: 30, HighestAwardKind: "beaten-hardcore" },
      HighestAwardDate: "2026-07-30T12:00:00+00:00",
    }),
  );
  await page.goto("/user/gameopener/game/5501");
  await expect(page).toHaveURL(/\/user\/GameOpener\/game\/5501$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tin Moth");
  await expect(page.getByText("40 of 89, 30 in hardcore mode")).toBeVisible();
  await expect(page.getByRole("heading", { name: "40 unlocked" })).toBeVisible();
  const sections = page.locator("main section");
  await expect(sections.nth(0).getByRole("listitem")).toHaveCount(40);
  await expect(sections.nth(1).getByRole("listitem")).toHaveCount(49);
  const badge = sections.nth(0).locator("img").first();
  expect(await badge.getAttribute("src")).toMatch(
    new RegExp(`^${standIn.mediaUrl}/Badge/\\d+\\.png$`),
  );
  await expect
    .poll(() => badge.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    /\/user\/GameOpener\/game\/5501$/,
  );
  await page.reload();
  expect(standIn.count("game")).toBe(1);
});

test("a row unfolds in place with JavaScript, and folds again", async ({ page, standIn }) => {
  standIn.setPlayer(
    gamesOf("GameUnfolder", { GameID: 5502, NumAwarded: 4 }, { GameID: 5503, MaxPossible: 600 }),
  );
  await page.goto("/user/GameUnfolder/progress");
  const linkTo = (id: number) => page.locator(`a[href$="/game/${id}"][data-unfolds]`);
  const [first, second] = [linkTo(5502), linkTo(5503)];
  // Only then the page answers clicks itself.
  await page.waitForLoadState("networkidle");
  await expect(first).toHaveAttribute("aria-expanded", "false");
  await expect(first).toHaveAccessibleName(/^4 of \d+ achievements of ./);
  await first.click();
  await expect(page.getByRole("heading", { name: "4 unlocked" })).toBeVisible();
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await second.press("Enter");
  await expect(page.getByRole("heading", { name: "599 locked" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "4 unlocked" })).toBeHidden();
  await second.click();
  await expect(page.getByRole("heading", { name: "599 locked" })).toBeHidden();
  await expect(second).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(/\/user\/GameUnfolder\/progress$/);
});

test("a row whose code cannot be loaded leads to the page of its game", async ({
  page,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/ERR_FAILED|ChunkLoadError|Failed to load/);
  standIn.setPlayer(gamesOf("GameChunkless", { GameID: 5510, MaxPossible: 5 }));
  await page.goto("/user/GameChunkless/progress");
  await page.waitForLoadState("networkidle");
  // Such as after a deployment.
  await page.route(/\/_next\/static\//, (route) =>
    page.url().endsWith("/progress") ? route.abort() : route.continue(),
  );
  await page.locator("a[data-unfolds]").click();
  await expect(page).toHaveURL(/\/user\/GameChunkless\/game\/5510$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a row that cannot be unfolded says so", async ({ page, standIn, allowPageErrors }) => {
  allowPageErrors(/503.*games\/5504/);
  standIn.setPlayer(gamesOf("GameRefused", { GameID: 5504 }));
  standIn.fail("unavailable", { endpoint: "game" });
  await page.goto("/user/GameRefused/progress");
  await page.waitForLoadState("networkidle");
  await page.locator("a[data-unfolds]").click();
  await expect(page.getByRole("alert").filter({ hasText: "can't be loaded" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a row leads to the page of its game", async ({ page, standIn }) => {
    standIn.setPlayer(gamesOf("GamePlain", { GameID: 5505, MaxPossible: 5 }));
    await page.goto("/user/GamePlain/progress");
    await page.locator("a[data-unfolds]").click();
    await expect(page).toHaveURL(/\/user\/GamePlain\/game\/5505$/);
    await expect(page.getByRole("heading", { name: "4 locked" })).toBeVisible();
  });
});

test("a newer unlock shows at once, and the page has another version", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ CACHE_FRESH_SECONDS: "1" });
  const row = { GameID: 5506, NumAwarded: 4, NumAwardedHardcore: 4 };
  standIn.setPlayer(gamesOf("GameGrower", row));
  await untilPlayerIsFilled(site, "GameGrower");
  const address = `${site.url}/user/GameGrower/game/5506`;
  let tag = "";
  // Between two requests the player can be checked again.
  await expect(async () => {
    const first = await request.get(address);
    expect(await first.text()).toContain("4 unlocked");
    tag = first.headers().etag ?? "";
    expect((await request.get(address, { headers: { "If-None-Match": tag } })).status()).toBe(304);
  }).toPass();
  const now = `${new Date().toISOString().slice(0, 19)}+00:00`;
  standIn.setPlayer(gamesOf("GameGrower", { ...row, NumAwarded: 5, MostRecentAwardedDate: now }));
  await expect
    .poll(async () => (await request.get(address, { headers: { "If-None-Match": tag } })).text())
    .toContain("5 unlocked");
  expect(standIn.count("game")).toBe(2);
});

test("games that are not there cost no call: 404 with links, problems of the API", async ({
  page,
  request,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/404.*\/game\//);
  standIn.setPlayer(
    gamesOf(
      "GameMisser",
      { GameID: 5507 },
      { GameID: 5508, MaxPossible: 0, NumAwarded: 0, HighestAwardKind: "mastered" },
    ),
  );
  for (const id of ["999", "0", "05507", "x", "1".repeat(12)]) {
    expect((await request.get(`/user/GameMisser/game/${id}`)).status(), id).toBe(404);
  }
  await page.goto("/user/GameMisser/game/999");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Game not found");
  await expect(page.getByRole("link", { name: "All games" })).toHaveAttribute(
    "href",
    "/user/GameMisser/progress",
  );
  const api = (id: string) => request.get(`/api/v1/users/GameMisser/games/${id}`);
  expect(await (await api("999")).json()).toMatchObject({ status: 404, code: "game-not-found" });
  expect(await (await api("x")).json()).toMatchObject({ status: 422, code: "invalid-parameters" });
  await page.goto("/user/GameMisser/game/5508");
  await expect(page.getByText("has retired this set")).toBeVisible();
  expect(standIn.count("game")).toBe(0);
});

test("while RetroAchievements fails a page has all but the achievements, and is not cached", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(gamesOf("GameFailing", { GameID: 5509, MaxPossible: 5 }));
  standIn.fail("unavailable", { endpoint: "game" });
  const failing = await request.get("/user/GameFailing/game/5509");
  expect(failing.status()).toBe(200);
  expect(failing.headers()["cache-control"]).toBe("no-store");
  expect(await failing.text()).toContain("Try again");
  expect((await request.get("/api/v1/users/GameFailing/games/5509")).status()).toBe(503);
  standIn.fail(null);
  const fine = await request.get("/user/GameFailing/game/5509");
  expect(fine.headers()["cache-control"]).toContain("public");
  expect(await fine.text()).toContain("4 locked");
});

test("a demo player's game is whole", async ({ page, siteWith }) => {
  const { url } = await siteWith(DEMO);
  await page.goto(`${url}/user/LampLighter/game/1390`);
  await expect(page.getByRole("heading", { name: "3 unlocked" })).toBeVisible();
  await expect(page.getByRole("link", { name: "CoOpCarla" })).toHaveAttribute(
    "href",
    /^\/compare\/LampLighter\/CoOpCarla\?who=all&q=/,
  );
});
