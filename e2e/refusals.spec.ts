import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const RA = "/API/API_GetUserCompletionProgress.php?u=";
const V1 = (user: string) => `/api/v1/users/${user}/games`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a player outside PLAYERS is a page that says so and links to RetroAchievements", async ({
      page,
      standIn,
      startOwnSite,
      allowPageErrors,
    }) => {
      allowPageErrors(/403.*\/user\/Unchosen/);
      standIn.setPlayer(aWirePlayer({ name: "OneChosen" }));
      standIn.setPlayer(aWirePlayer({ name: "Unchosen" }));
      const site = await startOwnSite({ PLAYERS: "OneChosen" });
      const response = await page.goto(`${site.url}/user/Unchosen`);
      expect(response?.status()).toBe(403);
      expect(response?.headers()["x-robots-tag"]).toBe("noindex");
      await expect(page).toHaveTitle("Not shown here · Longplay");
      await expect(page.getByText("only shows players chosen by its owner")).toBeVisible();
      await expect(
        page.getByRole("link", { name: "See Unchosen on RetroAchievements" }),
      ).toHaveAttribute("href", "https://retroachievements.org/user/Unchosen");
      expect((await page.goto(`${site.url}/user/Unchosen/embed`))?.status()).toBe(403);
      expect((await page.goto(`${site.url}/user/OneChosen`))?.status()).toBe(200);
      expect(standIn.calls().filter(({ params }) => params.u === "Unchosen")).toEqual([]);
    });

    test("a client over its limit gets a page that says when to try again", async ({
      page,
      standIn,
      startOwnSite,
      allowPageErrors,
    }) => {
      allowPageErrors(/429.*\/user\/Many/);
      // None is stored from the other round: what is stored counts for nothing.
      const [first, second] = javaScriptEnabled ? ["Many1", "Many2"] : ["Many3", "Many4"];
      for (const name of [first, second]) standIn.setPlayer(aWirePlayer({ name }));
      const site = await startOwnSite({ CLIENT_REQUESTS_PER_MINUTE: "1", TRUSTED_PROXY: "1" });
      await page.setExtraHTTPHeaders({ "X-Forwarded-For": "192.0.2.7" });
      expect((await page.goto(`${site.url}/user/${first}`))?.status()).toBe(200);
      const response = await page.goto(`${site.url}/user/${second}`);
      expect(response?.status()).toBe(429);
      const headers = response?.headers() ?? {};
      const seconds = Number(headers["retry-after"]);
      expect(headers["retry-after"]).toMatch(/^\d+$/);
      expect(headers["ratelimit-policy"]).toBe('"clients";q=1;w=60');
      expect(headers.ratelimit).toBe(`"clients";r=0;t=${seconds}`);
      expect(headers["cache-control"]).toBe("no-store");
      await expect(page).toHaveTitle("Too many players at once · Longplay");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Too many players at once");
      // What is stored is answered all the same.
      expect((await page.goto(`${site.url}/user/${first}`))?.status()).toBe(200);
    });
  });
}

test("the APIs refuse the same with the same headers", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  for (const name of ["Refused1", "Refused2"]) standIn.setPlayer(aWirePlayer({ name }));
  const site = await startOwnSite({ CLIENT_REQUESTS_PER_MINUTE: "1", TRUSTED_PROXY: "1" });
  const headers = { "X-Forwarded-For": "192.0.2.8" };
  expect((await request.get(site.url + V1("Refused1"), { headers })).status()).toBe(200);
  for (const path of [V1("Refused2"), `${RA}Refused2`, "/user/Refused2/feed.xml"]) {
    const refused = await request.get(site.url + path, { headers });
    expect(refused.status(), path).toBe(429);
    const { ratelimit, "retry-after": after, "ratelimit-policy": policy } = refused.headers();
    expect(after, path).toMatch(/^\d+$/);
    expect(policy, path).toBe('"clients";q=1;w=60');
    expect(ratelimit, path).toBe(`"clients";r=0;t=${after}`);
  }
  const chosen = await startOwnSite({ PLAYERS: "Refused1" });
  for (const path of [V1("Refused2"), `${RA}Refused2`, "/user/Refused2/feed.xml"]) {
    const refused = await request.get(chosen.url + path);
    expect(refused.status(), path).toBe(403);
    expect(JSON.stringify(await refused.json()), path).toContain("player-not-served");
  }
});
