import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const TOKEN = "a-token-of-this-spec";
const progress = (user: string) => `/api/v1/users/${user}/completion-progress`;

test("without METRICS_TOKEN there are no metrics", async ({ request }) => {
  expect((await request.get("/api/metrics")).status()).toBe(404);
});

test("metrics are for whoever has the token, and count what happens", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ METRICS_TOKEN: TOKEN });
  standIn.setPlayer(aWirePlayer({ name: "Counted" }));
  for (let times = 0; times < 3; times++) await request.get(site.url + progress("Counted"));
  await request.get(`${site.url}/user/Counted`);
  for (const authorization of ["", "Bearer wrong", `Basic ${TOKEN}`, TOKEN]) {
    const headers: Record<string, string> = authorization ? { Authorization: authorization } : {};
    const refused = await request.get(`${site.url}/api/metrics`, { headers });
    expect(refused.status(), authorization).toBe(401);
  }
  const response = await request.get(`${site.url}/api/metrics`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("no-store");
  const text = await response.text();
  const value = (metric: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(metric))
        ?.split(" ")
        .at(-1),
    );
  expect(value('longplay_player_seconds_count{surface="json",result="miss"}')).toBe(1);
  expect(value('longplay_player_seconds_count{surface="json",result="hit"}')).toBe(2);
  expect(value('longplay_player_seconds_count{surface="page",result="hit"}')).toBe(1);
  expect(value('longplay_upstream_seconds_count{endpoint="profile",outcome="ok"}')).toBe(1);
  expect(value('longplay_load_seconds_count{cause="load",outcome="ok"}')).toBe(1);
  expect(value("longplay_upstream_calls_left")).toBeGreaterThan(0);
  expect(value("longplay_upstream_breaker_open")).toBe(0);
  expect(text).toContain("longplay_store_seconds_count");
  expect(text).toContain("nodejs_eventloop_lag_seconds");
  expect(text).not.toContain("Counted");
});

test("the log is JSON, a line an event, and names no player, no client and no URL of RA's", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ TRUSTED_PROXY: "1" });
  const { length: banner } = site.logs();
  standIn.setPlayer(aWirePlayer({ name: "LoggedPlayer" }));
  const headers = { "X-Forwarded-For": "203.0.113.77", "User-Agent": "AgentOfThisSpec" };
  const get = (path: string) => request.get(site.url + path, { headers });
  await get(progress("LoggedPlayer"));
  for (let times = 0; times < 5; times++) await get("/user/LoggedPlayer");
  await get("/user/LoggedPlayer?q=WordsOfASearch");
  await get("/user/LoggedPlayer/cards/recent.svg");
  await get("/API/API_GetUserCompletionProgress.php?u=LoggedPlayer&y=KeyOfAClient");
  await get(progress("LoggedStranger"));
  standIn.fail("unavailable");
  await get(progress("LoggedToo"));
  const lines = () =>
    site
      .logs()
      .slice(banner)
      .split("\n")
      // Next's own say that it is ready.
      .filter((line) => !/^\s*(?:[▲✓-].*)?$/.test(line))
      .map((line): Record<string, unknown> => JSON.parse(line));
  await expect
    .poll(lines)
    .toContainEqual(
      expect.objectContaining({ event: "upstream", level: "warn", outcome: "unavailable" }),
    );
  expect(lines()).toContainEqual(
    expect.objectContaining({
      event: "player",
      surface: "json",
      cache: "miss",
      ms: expect.any(Number),
    }),
  );
  expect(lines()).toContainEqual(
    expect.objectContaining({ event: "load", cause: "load", outcome: "ok", games: 12 }),
  );
  expect(lines().filter(({ cache }) => cache === "hit")).toEqual([]);
  expect(site.logs()).not.toMatch(
    /203\.0\.113\.77|127\.0\.0\.1|AgentOfThisSpec|API_Get|[?&]u=|Logged|WordsOfASearch|KeyOfAClient/i,
  );
});

test("health tells of a site without its address", async ({ request }) => {
  const health = await (await request.get("/api/health")).json();
  expect(health).toMatchObject({
    status: "ok",
    store: "vercel-kv",
    upstream: "retroachievements",
    upstreamGate: "open",
  });
  expect(health.warnings.join()).toContain("SITE_URL");
});

test("health tells of an open breaker, and costs neither RetroAchievements nor the store", async ({
  request,
  standIn,
  redis,
  startOwnSite,
}) => {
  const site = await startOwnSite({ METRICS_TOKEN: TOKEN });
  standIn.fail("unavailable");
  for (let times = 0; times < 6; times++) await request.get(site.url + progress(`Broken${times}`));
  const calls = standIn.calls().length;
  const commands = async () =>
    Number(
      /total_commands_processed:(\d+)/.exec(String(await redis.command("INFO", "stats")))?.[1],
    );
  const before = await commands();
  const health = await (await request.get(`${site.url}/api/health`)).json();
  expect(health.upstreamGate).toBe("shut");
  const metrics = await request.get(`${site.url}/api/metrics`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  expect(await metrics.text()).toMatch(/^longplay_upstream_breaker_open 1$/m);
  // The INFO command itself is counted.
  expect((await commands()) - before).toBeLessThanOrEqual(1);
  expect(standIn.calls()).toHaveLength(calls);
});
