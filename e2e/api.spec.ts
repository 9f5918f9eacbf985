import { expect, test } from "./support/fixtures";
import { gateIsRead, resetGate } from "./support/upstream-gate";
import { aWirePlayer } from "./support/wire-player";

const V1 = (user: string) => `/api/v1/users/${user}/completion-progress`;
const RA = "/API/API_GetUserCompletionProgress.php";

test("any count and offset is answered from the one stored player", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Slices", games: 1313 }));
  for (const [count, offset, expected] of [
    [500, 0, 500],
    [500, 1000, 313],
    [7, 1310, 3],
    [1, 5000, 0],
  ]) {
    const page = await (
      await request.get(`${V1("Slices")}?count=${count}&offset=${offset}`)
    ).json();
    expect(page.count).toBe(expected);
    expect(page.total).toBe(1313);
    expect(page.results).toHaveLength(expected ?? 0);
    const raPage = await (await request.get(`${RA}?u=slices&c=${count}&o=${offset}`)).json();
    expect(raPage.Count).toBe(expected);
    expect(raPage.Total).toBe(1313);
  }
  expect(standIn.count("progress")).toBe(3);
  expect(standIn.count("profile")).toBe(1);
});

test("RA's own path answers exactly as RA does, by GET and by POST", async ({
  request,
  standIn,
}) => {
  const player = aWirePlayer({ name: "DropIn", games: 120 });
  standIn.setPlayer(player);
  const expected = { Count: 50, Total: 120, Results: player.results.slice(30, 80) };
  const query = `${RA}?u=DropIn&c=50&o=30`;
  expect(await (await request.get(query)).json()).toEqual(expected);
  expect(await (await request.post(query)).json()).toEqual(expected);
  expect(
    await (await request.post(RA, { form: { u: "DropIn", c: "50", o: "30" } })).json(),
  ).toEqual(expected);
});

test("a caller's key and name are never passed on", async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Keyless" }));
  await request.get(`${RA}?u=Keyless&y=somebody-elses-key&z=somebody`);
  expect(standIn.calls().length).toBeGreaterThan(0);
  expect(JSON.stringify(standIn.calls())).not.toMatch(/somebody/);
});

test("RA's own path has RA's 422 and its empty answer for an unknown user", async ({
  request,
  standIn,
}) => {
  const bad = await request.get(`${RA}?u=a!&c=501&o=-1`);
  expect(bad.status()).toBe(422);
  const body = await bad.json();
  expect(Object.keys(body.errors)).toEqual(["u", "c", "o"]);
  expect(body.message).toBe(body.errors.u[0]);
  expect((await (await request.get(RA)).json()).message).toBe("The u field is required.");
  expect(standIn.calls()).toHaveLength(0);

  const unknown = await request.get(`${RA}?u=NobodyAtAll2`);
  expect(unknown.status()).toBe(200);
  expect(await unknown.json()).toEqual({ Count: 0, Total: 0, Results: [] });
});

test("bad parameters are problem details that name the fields, and cost nothing", async ({
  request,
  standIn,
}) => {
  const response = await request.get(`${V1("Anybody")}?count=0&offset=x`);
  expect(response.status()).toBe(422);
  expect(response.headers()["content-type"]).toBe("application/problem+json");
  expect((await response.json()).errors.map((field: { name: string }) => field.name)).toEqual([
    "count",
    "offset",
  ]);
  expect((await request.get(V1("a!"))).status()).toBe(422);
  expect(standIn.calls()).toHaveLength(0);
});

test("an unknown player is 404, remembered without asking again", async ({ request, standIn }) => {
  const response = await request.get(V1("NobodyAtAll3"));
  expect(response.status()).toBe(404);
  expect(await response.json()).toMatchObject({ status: 404, code: "player-not-found" });
  expect((await request.get(V1("nobodyatall3"))).status()).toBe(404);
  expect(standIn.count("profile")).toBe(1);
});

const FAILURES = [
  ["rate-limited", 429, "17"],
  ["unavailable", 503, "30"],
  ["forbidden", 503, "30"],
  ["html", 502, "30"],
  ["malformed", 502, "30"],
  ["cut", 503, "30"],
  ["hang", 504, "30"],
] as const;

test("each failure of RetroAchievements has its status, and is cached nowhere", async ({
  standIn,
  redis,
  startOwnSite,
  request,
}) => {
  const site = await startOwnSite({ UPSTREAM_TIMEOUT_MS: "400" });
  standIn.setPlayer(aWirePlayer({ name: "Unlucky" }));
  for (const [mode, status, retryAfter] of FAILURES) {
    standIn.fail(mode, { retryAfter: 17 });
    for (const path of [V1("Unlucky"), `${RA}?u=Unlucky`, "/user/Unlucky"]) {
      const response = await request.get(site.url + path);
      expect(response.status(), `${mode} ${path}`).toBe(status);
      expect(response.headers()["cache-control"], `${mode} ${path}`).toBe("no-store");
      expect(response.headers()["cache-status"], `${mode} ${path}`).toContain("detail=");
      if (path === V1("Unlucky")) expect(response.headers()["retry-after"], mode).toBe(retryAfter);
    }
    // So many failures in a row would open the breaker, and a 429 stops all that follows.
    await resetGate(redis);
    if (mode === "rate-limited") await gateIsRead();
  }
});

test("a refused key is a bad gateway", async ({ request, standIn, startOwnSite }) => {
  standIn.setPlayer(aWirePlayer({ name: "Keyed" }));
  const site = await startOwnSite({ RA_WEB_API_KEY: "not the right one" });
  expect((await request.get(site.url + V1("Keyed"))).status()).toBe(502);
});

test("answers tell where they come from, for how long, and to any origin", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "TheHeaders" }));
  for (const path of [V1("TheHeaders"), `${RA}?u=TheHeaders`, "/api/v1/users/TheHeaders/library"]) {
    const response = await request.get(path);
    const headers = response.headers();
    expect(headers["cache-control"], path).toMatch(/^public, max-age=0, s-maxage=\d+$/);
    expect(headers["cdn-cache-control"], path).toMatch(/^max-age=\d+, stale-while-revalidate=\d+$/);
    expect(headers["cache-status"], path).toMatch(/^Longplay; (hit|fwd=miss)/);
    expect(headers["access-control-allow-origin"], path).toBe("*");
    const again = await request.get(path, { headers: { "If-None-Match": headers.etag ?? "" } });
    expect(again.status(), path).toBe(304);
    expect(again.headers()["cache-status"], path).toMatch(/^Longplay; hit; ttl=\d+$/);
  }
  for (const path of [V1("a!"), `${RA}?u=`]) {
    expect((await request.get(path)).headers()["access-control-allow-origin"]).toBe("*");
  }
});

test("health tells version, store and upstream", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    store: "vercel-kv",
    history: { kept: true },
    upstream: "retroachievements",
  });
});
