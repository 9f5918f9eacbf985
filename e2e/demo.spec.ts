import { expect, test } from "./support/fixtures";
import { type Site, startSite } from "./support/site";

let site: Site;

test.beforeAll(async () => {
  site = await startSite({ env: {} });
});
test.afterAll(() => site.stop());

test("without a key the home page shows demo players, and how to set a key", async ({ page }) => {
  await page.goto(site.url);
  await expect(page.getByRole("complementary", { name: "Demo data" })).toContainText(
    "RA_WEB_API_KEY",
  );
  await page.getByRole("region", { name: "Demo players" }).getByRole("link").first().click();
  await expect(page.getByRole("complementary", { name: "Demo data" })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(10);
  await page.getByRole("link", { name: "All games" }).click();
  await expect(page.getByRole("complementary", { name: "Demo data" })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(100);
});

test("the home page shows live cards, each with the way to its page and its builder", async ({
  page,
}) => {
  await page.goto(site.url);
  const cards = page.getByRole("main").getByRole("img");
  await expect(cards).toHaveCount(3);
  for (const card of await cards.all()) {
    await card.scrollIntoViewIfNeeded();
    const shown = await card.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return (await fetch(image.src)).headers.get("x-longplay-error");
    });
    expect(shown).toBeNull();
  }
  for (const [title, path] of [
    ["LampLighter's games", "/user/LampLighter"],
    ["LampLighter vs CoOpCarla", "/compare/LampLighter/CoOpCarla"],
  ] as const) {
    const link = page.getByRole("link", { name: title, exact: true });
    await expect(link).toHaveAttribute("href", path);
  }
  const ofYear = page.getByRole("link", { name: /^LampLighter's 20\d\d$/ });
  const year = (await ofYear.textContent())?.slice(-4) ?? "";
  await expect(ofYear).toHaveAttribute("href", `/user/LampLighter/year/${year}`);
  await page.getByRole("link", { name: `Make this card: LampLighter's ${year}` }).click();
  await expect(page.locator("[name=card]:checked")).toHaveValue("year");
  await expect(page.locator("[name=year]")).toHaveValue(year);
});

test("cards on the page follow the colours that were switched to", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(site.url);
  const card = page.getByRole("main").getByRole("img").first();
  await card.evaluate((image: HTMLImageElement) => image.decode());
  const light = await card.screenshot();
  await page.getByRole("button", { name: "Colours: as the system" }).click();
  await page.getByRole("button", { name: "Colours: light" }).click();
  await expect.poll(async () => (await card.screenshot()).equals(light)).toBe(false);
});

test("every image of a demo player is drawn by the site", async ({ page }) => {
  await page.goto(site.url);
  const players = page.getByRole("region", { name: "Demo players" }).getByRole("link");
  await expect(players).toHaveCount(4);
  await players.nth(1).click();
  await expect(page.getByRole("progressbar").first()).toBeVisible();
  const widths = await page.locator("[style*=background-image]").evaluateAll((elements) =>
    Promise.all(
      elements.map(async (element) => {
        const image = new Image();
        image.src = /url\("([^"]+)"\)/.exec(element.getAttribute("style") ?? "")?.[1] ?? "";
        await image.decode();
        return image.naturalWidth;
      }),
    ),
  );
  expect(widths.length).toBeGreaterThan(1);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});

test("a player without games is shown too", async ({ page }) => {
  await page.goto(site.url);
  await page.getByRole("region", { name: "Demo players" }).getByRole("link").nth(3).click();
  await expect(page.getByText("No games yet.")).toBeVisible();
  await page.getByRole("link", { name: "Progress", exact: true }).click();
  await expect(page.getByText("No games yet.")).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Title" })).toHaveCount(0);
});

test("every other user is not found", async ({ request }) => {
  expect((await request.get(`${site.url}/user/MaxMilyin`)).status()).toBe(404);
  expect(
    (await request.get(`${site.url}/api/v1/users/MaxMilyin/completion-progress`)).status(),
  ).toBe(404);
});

test("health says demo and embedded", async ({ request }) => {
  expect(await (await request.get(`${site.url}/api/health`)).json()).toMatchObject({
    store: "embedded",
    history: { kept: true },
    upstream: "demo",
  });
});
