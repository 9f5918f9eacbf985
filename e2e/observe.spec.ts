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

test("the log is JSON, a line an event, and names no client and no URL of RA's", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ TRUSTED_PROXY: "1" });
  standIn.setPlayer(aWirePlayer({ name: "Logged" }));
  const headers = { "X-Forwarded-For": "203.0.113.77", "User-Agent": "AgentOfThisSpec" };
  await request.get(site.url + progress("Logged"), { headers });
  standIn.fail("unavailable");
  await request.get(site.url + progress("LoggedToo"), { headers });
  const lines = site
    .logs()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({
      event: "player",
      surface: "json",
      cache: "miss",
      ms: expect.any(Number),
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ event: "load", cause: "load", outcome: "ok", games: 12 }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ event: "upstream", level: "warn", outcome: "unavailable" }),
  );
  expect(site.logs()).not.toMatch(/203\.0\.113\.77|AgentOfThisSpec|API_Get|[?&]u=/);
});

test("health tells of a site without its address", async ({ request }) => {
  const health = await (await request.get("/api/health")).json();
  expect(health).toMatchObject({ status: "ok", store: "vercel-kv", upstream: "retroachievements" });
  expect(health.warnings.join()).toContain("SITE_URL");
});
