import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { refusalExpires, resetLimiter } from "./support/rate-limiter";
import { SECRET_KEY } from "./support/secret-key.mjs";
import { aWirePlayer } from "./support/wire-player";

const V1 = (user: string) => `/api/v1/users/${user}/completion-progress`;
const RA = "/API/API_GetUserCompletionProgress.php";

test("any count and offset is answered from the one stored player", { tag: "@check" }, async ({
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

test("RA's own path answers exactly as RA does, by GET and by POST", { tag: "@check" }, async ({
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

test("RA's own path refuses what RA refuses, in the same words, and answers the same otherwise", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Worded", games: 30 }));
  for (const query of [
    ...["", "u=", "u=+", "u=a", "u=a!", `u=${"a".repeat(21)}`, `u=${"a".repeat(25)}!`],
    ...["u=a!&c=501&o=-1", "c=0.5&o=-1", "u=Worded&c=501&o=x", "u=Worded&c=05", "u=Worded&c=1e3"],
    ...["u=Worded&c=5&c=900", "u=Worded&c=900&c=5", "u=+Worded+&c=+5&o=%2B3", "u=Worded&c=&o="],
    "u=NobodyAtAll2",
  ]) {
    const theirs = await fetch(
      `${standIn.url}/API_GetUserCompletionProgress.php?y=${SECRET_KEY}&${query}`,
    );
    const expected = await theirs.json();
    for (const ours of [
      await request.get(`${RA}?${query}`),
      await request.post(`${RA}?${query}`),
    ]) {
      expect(ours.status(), query).toBe(theirs.status);
      expect(await ours.json(), query).toEqual(expected);
    }
  }
});

test("a bad parameter of RA's own path costs RetroAchievements nothing", async ({
  request,
  standIn,
}) => {
  const bad = await request.get(`${RA}?u=a!&c=501&o=-1`);
  expect(bad.status()).toBe(422);
  expect(await bad.json()).toEqual({
    message: "The u may only contain letters and numbers. (and 2 more errors)",
    errors: {
      u: ["The u may only contain letters and numbers."],
      o: ["The o must be at least 0."],
      c: ["The c must not be greater than 500."],
    },
  });
  expect(standIn.calls()).toHaveLength(0);
});

test("all else below RA's path is refused in RA's shape, with what is served", async ({
  request,
  standIn,
}) => {
  const error = (status: string, code: string) => ({
    message: expect.stringContaining("/API/API_GetUserCompletionProgress.php"),
    errors: [{ status, code, title: expect.any(String) }],
  });
  for (const path of ["/API/API_GetUserSummary.php?u=Somebody", "/API", "/API/nothing/at/all"]) {
    for (const method of ["GET", "POST", "DELETE"]) {
      const answer = await request.fetch(path, { method });
      expect(answer.status(), `${method} ${path}`).toBe(404);
      expect(answer.headers()["content-type"]).toBe("application/json");
      expect(answer.headers().link).toContain('</docs>; rel="service-doc"');
      expect(await answer.json(), `${method} ${path}`).toEqual(error("404", "not_found"));
    }
  }
  const options = await request.fetch(RA, { method: "OPTIONS" });
  expect([options.status(), options.headers().allow]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const answer = await request.fetch(`${RA}?u=Somebody`, { method });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers().allow, method).toBe("GET, HEAD, POST, OPTIONS");
    expect(await answer.json(), method).toEqual(error("405", "method_not_allowed"));
  }
  standIn.fail("unavailable");
  const away = await request.get(`${RA}?u=NeverSeenBefore`);
  expect(away.status()).toBe(503);
  expect((await away.json()).errors).toMatchObject([{ status: "503", code: "unavailable" }]);
});

test("bad parameters are problem details that name the fields, and cost nothing", {
  tag: "@check",
}, async ({ request, standIn }) => {
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

test("an unknown player is 404, remembered without asking again", { tag: "@check" }, async ({
  request,
  standIn,
}) => {
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
  const site = await startOwnSite({ UPSTREAM_TIMEOUT_MS: "2000" });
  standIn.setPlayer(aWirePlayer({ name: "Unlucky" }));
  for (const [mode, status, retryAfter] of FAILURES) {
    standIn.fail(mode, { retryAfter: 17 });
    const paths = [V1("Unlucky"), `${RA}?u=Unlucky`, "/user/Unlucky"];
    // All at once are one load.
    const answers = await Promise.all(
      paths.map(async (path) => ({ path, response: await request.get(site.url + path) })),
    );
    for (const { path, response } of answers) {
      expect(response.status(), `${mode} ${path}`).toBe(status);
      expect(response.headers()["cache-control"], `${mode} ${path}`).toBe("no-store");
      expect(response.headers()["cache-status"], `${mode} ${path}`).toContain("detail=");
      if (path === V1("Unlucky")) expect(response.headers()["retry-after"], mode).toBe(retryAfter);
    }
    // So many failures in a row would open the breaker, and a 429 stops all that follows.
    await resetLimiter(redis);
    if (mode === "rate-limited") await refusalExpires();
  }
});

test("a refused key is a bad gateway", async ({ request, standIn, startOwnSite }) => {
  standIn.setPlayer(aWirePlayer({ name: "Keyed" }));
  const site = await startOwnSite({ RA_WEB_API_KEY: "not the right one" });
  expect((await request.get(site.url + V1("Keyed"))).status()).toBe(502);
});

test("answers tell where they come from, for how long, and to any origin", async ({
  request,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "TheHeaders" }));
  await untilPlayerIsFilled(site, "TheHeaders");
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

test("health has version, store and upstream", async ({ request }) => {
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
