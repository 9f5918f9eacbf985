import { once } from "node:events";
import { connect } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import type { Site } from "./support/site";
import { startStoreFaults } from "./support/store-faults";
import { aWirePlayer } from "./support/wire-player";

const TOKEN = "a-token-of-this-spec";
const progress = (user: string) => `/api/v1/users/${user}/completion-progress`;

test("without METRICS_TOKEN there are no metrics", async ({ request }) => {
  expect((await request.get("/api/metrics")).status()).toBe(404);
});

test("metrics need the token, and count events", async ({ request, standIn, startOwnSite }) => {
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

/** Those lines of a site's log that are none of Next's own when it starts. */
function linesOf(site: Site): string[] {
  return stripVTControlCharacters(site.logs())
    .split("\n")
    .filter((line) => !/^\s*(?:[▲✓-].*)?$/.test(line));
}

/** Sends a request as it is, and leaves before it is whole if it says that more is to come. */
async function send({ serverUrl }: Site, text: string): Promise<void> {
  const { hostname, port } = new URL(serverUrl);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await once(socket, "connect");
  const isWhole = !text.includes("Content-Length: 999999");
  if (isWhole) socket.write(text);
  // The server has it then, and sees that the rest does not come.
  else socket.write(text, () => setImmediate(() => socket.destroy()));
  socket.resume();
  await closed;
}

/** The head of a request, with the end of its connection. */
function head(method: string, path: string, headers: readonly string[] = []): string {
  return [`${method} ${path} HTTP/1.1`, "Host: site", "Connection: close", ...headers, "", ""].join(
    "\r\n",
  );
}

test("nothing that strangers send makes a line of the log that is not JSON, or an error", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite();
  standIn.setPlayer(aWirePlayer({ name: "Besieged", games: 3 }));
  const pages = [
    "/",
    "/docs",
    "/compare",
    "/compare/Besieged",
    "/user/Besieged",
    "/user/Besieged/embed",
  ];
  const nowhere = [
    "/nothing",
    "/user/a/b/c",
    "/_next/none",
    "/screenshots/none.png",
    "/%zz",
    "/api/%zz",
  ];
  const others = [
    "/icon.svg",
    "/api/nope",
    "/find",
    "/user/Besieged/cards/summary.svg",
    "/user/Besieged.rsc",
  ];
  const paths = [...pages, ...nowhere, ...others];
  const form =
    '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_stranger"\r\n\r\nstranger\r\n--x--\r\n';
  const multipart = "Content-Type: multipart/form-data; boundary=x";
  const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`;
  const large = "stranger".repeat(1_400_000);
  for (const path of paths) {
    for (const headers of [
      ["Next-Action: stranger", "Content-Type: text/plain"],
      [`Next-Action: ${"ab".repeat(21)}`, "Content-Type: text/plain"],
      [multipart],
      [multipart, "RSC: 1"],
      ["Content-Type: application/x-www-form-urlencoded", "RSC: 1"],
      ["Next-Resume: 1"],
    ]) {
      await send(site, head("POST", path, [...headers, length(form)]) + form);
    }
    for (const method of ["POST", "PUT", "OPTIONS"]) {
      await send(site, head(method, path, [multipart, "Content-Length: 999999"]) + form);
    }
    for (const headers of [
      ["RSC: 1", "Next-Router-State-Tree: %zz"],
      ["RSC: 1", `Next-Router-State-Tree: ${"[".repeat(3000)}`],
      ["RSC: 1", "Next-Router-Prefetch: 1", "Next-Router-Segment-Prefetch: /../stranger"],
      ["Next-Router-Prefetch: 1", "Next-Url: http://[stranger", "Purpose: prefetch"],
      ["X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy", "X-Nextjs-Data: 1"],
      ["X-Invoke-Status: 500", "X-Invoke-Error: stranger", "X-Matched-Path: /stranger"],
      [`Cookie: a=${"x".repeat(8000)}; __prerender_bypass=stranger; __next_preview_data=%zz`],
      ['X-Forwarded-Host: stranger"<>', "X-Forwarded-Proto: javascript", "Origin: null"],
      [
        "If-None-Match: \u00ff",
        "If-Modified-Since: stranger",
        "Range: bytes=9-1",
        "Accept: \u00ff",
      ],
    ]) {
      await send(site, head("GET", path, headers));
    }
    for (const method of ["TRACE", "PROPFIND", "DELETE", "HEAD", "OPTIONS"]) {
      await send(site, head(method, path));
    }
  }
  for (const path of ["/", "/nothing", "/user/Besieged"]) {
    await send(site, head("POST", path, ["Content-Type: text/plain", length(large)]) + large);
  }
  for (const text of [
    "stranger\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    head("GET", "/", [`X: ${"stranger".repeat(5000)}`]),
    `${head("POST", "/", ["Transfer-Encoding: chunked"])}ZZ\r\n`,
    head("GET", "/", ["Host: stranger"]),
    head("GET", `/${"%".repeat(5000)}`),
    head("GET", "/_next/image?url=http://stranger/x.png&w=64&q=75"),
  ]) {
    await send(site, text);
  }
  // What is logged last is in the log when all before it is.
  await ask(`${site.serverUrl}${progress("LastOfAll")}`);
  await expect.poll(() => linesOf(site).at(-1)).toContain('"player-not-found"');
  for (const line of linesOf(site)) {
    expect(() => JSON.parse(line), line).not.toThrow();
    expect(JSON.parse(line).level, line).not.toBe("error");
  }
  expect(site.logs()).not.toContain("stranger");
});

test("the log is JSON, a line an event, and names no player, no client and no URL of RA's", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ TRUSTED_PROXY: "1" });
  standIn.setPlayer(aWirePlayer({ name: "LoggedPlayer" }));
  const headers = { "X-Forwarded-For": "203.0.113.77", "User-Agent": "AgentOfThisSpec" };
  const get = (path: string) => request.get(site.url + path, { headers });
  await get(progress("LoggedPlayer"));
  for (let times = 0; times < 5; times++) await get("/user/LoggedPlayer");
  await get("/user/LoggedPlayer/progress?q=WordsOfASearch");
  await get("/user/LoggedPlayer/cards/recent.svg");
  await get("/API/API_GetUserCompletionProgress.php?u=LoggedPlayer&y=KeyOfAClient");
  await get(progress("LoggedStranger"));
  standIn.fail("unavailable");
  await get(progress("LoggedToo"));
  const lines = () => linesOf(site).map((line): Record<string, unknown> => JSON.parse(line));
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

test("health warns that SITE_URL is not set", { tag: "@check" }, async ({ request }) => {
  const health = await (await request.get("/api/health")).json();
  expect(health).toMatchObject({
    status: "ok",
    store: "vercel-kv",
    upstream: "retroachievements",
    upstreamGate: "open",
  });
  expect(health.warnings.join()).toContain("SITE_URL");
});

test("health reports an open breaker, at no cost to RetroAchievements or the store", async ({
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

for (const [status, text] of [
  [400, "NOPERM this user has no permissions to run the 'set' command"],
  [400, "ERR max requests limit exceeded"],
  [401, "WRONGPASS invalid or missing auth token"],
] as const) {
  test(`health reports that the store refuses every write, and the log has its answer: ${text}`, async ({
    standIn,
    redis,
    startOwnSite,
  }) => {
    const faults = await startStoreFaults(redis.restUrl);
    try {
      const site = await startOwnSite({ KV_REST_API_URL: faults.restUrl });
      const health = async () => (await ask(`${site.url}/api/health`)).json();
      expect(await health()).toMatchObject({
        ...{ status: "ok", storeStatus: "unknown", history: { kept: true } },
        upstreamKey: "unknown",
      });
      const isWrite = ([name = ""]: readonly string[]) => /^(?:set|eval)$/i.test(name);
      await faults.set({ kind: "error", only: isWrite, answer: { status, text } });
      const name = `Refused${text.slice(0, 3)}${status}`;
      standIn.setPlayer(aWirePlayer({ name, games: 3 }));
      expect((await ask(site.url + progress(name))).status).toBe(200);
      await expect.poll(health).toMatchObject({
        ...{ status: "degraded", storeStatus: "failing", upstreamKey: "accepted" },
        history: { kept: false, why: "failing" },
        warnings: expect.arrayContaining([expect.stringContaining("store refused")]),
      });
      const stored = linesOf(site).map((line): Record<string, unknown> => JSON.parse(line));
      expect(stored).toContainEqual(expect.objectContaining({ event: "store", answer: text }));
      expect(site.logs()).not.toContain(name);
    } finally {
      await faults.close();
    }
  });
}

test("health reports that RetroAchievements refuses the key, until it accepts it again", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite();
  const health = async () => (await ask(`${site.url}/api/health`)).json();
  standIn.fail("revoked");
  expect((await ask(site.url + progress("KeyRefused"))).status).toBe(502);
  const calls = standIn.calls().length;
  expect(await health()).toMatchObject({
    ...{ status: "degraded", upstreamKey: "refused" },
    warnings: expect.arrayContaining([expect.stringContaining("RA_WEB_API_KEY")]),
  });
  expect(standIn.calls()).toHaveLength(calls);
  standIn.fail(null);
  expect((await ask(site.url + progress("KeyTaken"))).status).toBe(404);
  expect(await health()).toMatchObject({ status: "ok", upstreamKey: "accepted" });
});
