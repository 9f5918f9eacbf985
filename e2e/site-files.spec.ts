import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

test("robots and the sitemap name this site, and the manifest's icons are there", {
  tag: "@check",
}, async ({ request, site }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /api/");
  // Crawlers would have RetroAchievements asked about each game of each player, and previews of links ask about one.
  const [crawlers = "", previews = ""] = robots.split("User-Agent: Twitterbot");
  expect(crawlers).toContain("Disallow: /user/*/game/");
  expect(previews).not.toContain("/game/");
  const sitemap = /Sitemap: (.+)/.exec(robots)?.[1] ?? "";
  expect(sitemap).toMatch(/\/sitemap\.xml$/);
  const { pathname } = new URL(sitemap);
  expect(await (await request.get(site.url + pathname)).text()).toMatch(/<loc>http.+\/<\/loc>/);

  const manifest = await (await request.get("/manifest.webmanifest")).json();
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()["content-type"], src).toBe(type);
  }
});

test("a filtered page is named for its filters", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Named", games: 40 }));
  await page.goto("/user/Named/progress?status=eq-mastered&q=super");
  await expect(page).toHaveTitle("Named: Mastered, “super” · Longplay");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Named Completion progress");
});
