import { get, type IncomingHttpHeaders } from "node:http";
import { ask as askPath } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, NAMED, test } from "./support/fixtures";
import { refusalExpires, resetLimiter } from "./support/rate-limiter";
import { aWirePlayer } from "./support/wire-player";

const NOTHING_ALLOWED =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of a page whose images come from this origin. */
const pagePolicy = (media: string) =>
  `default-src 'none'; script-src 'self' 'unsafe-inline'; script-src-attr 'none'; style-src 'self'; \
style-src-attr 'unsafe-inline'; img-src 'self' data:${media}; font-src 'self'; connect-src 'self'; \
manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

test("every page carries the strictest policy that it works with, and its images' host alone", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Guarded", games: 20 }));
  for (const [path, status] of [
    ["/", 200],
    ["/user/Guarded", 200],
    ["/user/Guarded/progress?status=eq-mastered&q=super", 200],
    ["/user/Guarded/progress", 200],
    ["/user/Guarded/embed", 200],
    ["/user/Nobody", 404],
    ["/user/Nobody/embed", 404],
    ["/user/no!such", 404],
    ["/user/Guarded/nothing", 404],
    ["/user/Guarded/list", 404],
    ["/user/Guarded/shelf", 404],
    ["/user/Guarded/progress/list", 404],
    ["/user", 404],
    ["/errors/no-answer", 404],
    ["/errors/template", 404],
    ["/nothing/here", 404],
    ["/wp-login.php", 404],
    ["/user/guarded", 308],
    ["/user/Guarded/progress?page=1", 307],
    ["/user/Guarded?status=eq-mastered", 308],
    ["/user/Guarded/progress?filter[status]=eq-mastered", 308],
  ] as const) {
    const answer = await ask(site.serverUrl + path);
    expect(answer.status, path).toBe(status);
    expect(answer.headers, path).toMatchObject({
      "content-security-policy": pagePolicy(` ${new URL(standIn.mediaUrl).origin}`),
      "x-frame-options": "DENY",
    });
    expectGuarded(path, answer);
  }
  standIn.fail("unavailable");
  const outage = await ask(`${site.serverUrl}/user/Someone`);
  expect(outage.status).toBe(503);
  expect(outage.headers["content-security-policy"]).toContain("default-src 'none'");
  expectGuarded("outage", outage);
});

test("what is no page may do nothing in a browser", { tag: "@check" }, async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Inert", games: 5 }));
  const page = await (await fetch(`${site.serverUrl}/user/Inert`)).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? "";
  expect(script).not.toBe("");
  for (const path of [
    script,
    "/api/health",
    "/api/v1/users/Inert/library",
    "/api/v1/users/Nobody/library",
    "/api/v1/users/Inert/games?status=shiny",
    "/API/API_GetUserCompletionProgress.php?u=Inert",
    "/api/oembed?url=/user/Inert",
    "/user/Inert/games.csv",
    "/user/Inert/games.json",
    "/user/Inert/history.csv",
    "/api/v1/users/Inert/history",
    "/user/Inert/feed.xml",
    "/user/Inert/badge.json",
    "/find?user=Inert",
  ]) {
    const answer = await ask(site.serverUrl + path);
    expect(answer.headers["content-security-policy"], path).toBe(NOTHING_ALLOWED);
    expectGuarded(path, answer);
  }
  for (const path of [
    "/user/Inert/cards/summary.svg",
    "/user/Inert/cards/summary.png",
    "/user/Nobody/cards/summary.svg",
    "/user/Inert/frame",
  ]) {
    const answer = await ask(site.serverUrl + path);
    expect(answer.headers["content-security-policy"], path).toMatch(/^default-src 'none'; [^,]+$/);
    expectGuarded(path, answer);
  }
  for (const path of ["/icon.svg", "/robots.txt", "/manifest.webmanifest"]) {
    const answer = await ask(site.serverUrl + path);
    expect(answer.headers["x-content-type-options"], path).toBe("nosniff");
    expect(answer.doubled, path).toEqual([]);
  }
});

test("every answer says how long it may be kept, whatever its status", async ({
  site,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Cached", games: 5 }));
  const own = await startOwnSite({ METRICS_TOKEN: "a-token-of-this-spec", PLAYERS: "Cached" });
  const users = ["Cached", "cached", "NobodyCached", "a!", "%zz"];
  const ofUsers = [
    ...["/user/{user}", "/user/{user}/embed", "/user/{user}/history", "/user/{user}/year/2026"],
    ...[
      "/user/{user}/year/1999",
      "/user/{user}/list",
      "/user/{user}/progress",
      "/user/{user}/progress?status=eq-mastered",
      "/user/{user}/progress/list",
      "/user/{user}?shelf=1",
      "/user/{user}?status=eq-mastered",
      "/user/{user}/frame",
      "/user/{user}/feed.xml",
    ],
    ...["/user/{user}/badge.json", "/user/{user}/badge.json?show=week", "/user/{user}/games.csv"],
    ...["/user/{user}/games.json?status=shiny", "/user/{user}/history.csv", "/user/{user}/nothing"],
    ...[
      "/user/{user}/cards/summary.svg",
      "/user/{user}/cards/summary.png",
      "/user/{user}/cards/x.gif",
    ],
    ...[
      "/user/{user}/",
      "/user//{user}",
      "/user/{user}.rsc",
      "/compare/{user}",
      "/compare/{user}/Cached",
    ],
    ...["/api/v1/users/{user}/completion-progress", "/api/v1/users/{user}/games?status=shiny"],
    ...[
      "/api/v1/users/{user}/library",
      "/api/v1/users/{user}/summary",
      "/api/v1/users/{user}/years",
    ],
    ...["/api/v1/users/{user}/years/1999", "/api/v1/users/{user}/history?from=x"],
    ...["/api/v1/compare?users={user},Cached", "/API/API_GetUserCompletionProgress.php?u={user}"],
    "/api/oembed?url=/user/{user}",
  ];
  const others = [
    ...[
      "/",
      "/?_rsc=1",
      "/docs",
      "/docs/",
      "/docs/api",
      "/docs/nothing",
      "/compare",
      "/compare?user=Cached",
      "/compare/",
    ],
    ...[
      "/find",
      "/find?user=Cached",
      "/nothing",
      "/nothing/",
      "/errors/no-answer",
      "/errors/template",
      "/%zz",
      "//x.test/",
    ],
    ...["/api", "/api/health", "/api/health/", "/api/nope", "/API/nope.php", "/api/metrics"],
    ...["/api/cron/watch", "/api/openapi.json", "/api/oembed", "/api/oembed?format=xml&url=/"],
    ...["/demo-media/x", "/demo-media/Images/000001.png", "/demo-media/cards/summary.svg"],
    ...["/demo-media/cards/x", "/icon.svg", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest"],
    ...["/icons/192.png", "/icons/none.png", "/screenshots/profile-light.png", "/favicon.ico"],
    ...["/_next/none", "/_next/static/none.js", "/_next/image?url=/icon.svg&w=64&q=75"],
  ];
  const paths = [
    ...ofUsers.flatMap((path) => users.map((user) => path.replace("{user}", user))),
    ...others,
  ];
  const statuses = new Set<number>();
  const missing: string[] = [];
  async function check(url: string, path: string, init: RequestInit = {}) {
    const { status, headers } = await askPath(url + path, init);
    statuses.add(status);
    if (!headers.get("Cache-Control")) missing.push(`${init.method ?? "GET"} ${path}: ${status}`);
    return headers.get("ETag");
  }
  for (const path of paths) {
    const tag = await check(site.serverUrl, path);
    await check(site.serverUrl, path, { headers: { RSC: "1" } });
    for (const method of ["HEAD", "OPTIONS", "DELETE"])
      await check(site.serverUrl, path, { method });
    if (tag) await check(site.serverUrl, path, { headers: { "If-None-Match": tag } });
    await check(own.serverUrl, path.replace("NobodyCached", "NotServed"));
  }
  // Fewer than open the breaker, which answers all the rest.
  standIn.fail("malformed");
  for (const path of ["/user/OutOfReach", "/api/v1/users/OutOfReach/games"]) {
    await check(site.serverUrl, path);
  }
  standIn.fail("unavailable");
  for (const path of ofUsers) await check(site.serverUrl, path.replace("{user}", "OutOfReach"));
  expect(missing).toEqual([]);
  for (const status of [
    200, 204, 303, 304, 307, 308, 400, 401, 403, 404, 405, 422, 501, 502, 503,
  ]) {
    expect([...statuses], String(status)).toContain(status);
  }
});

test("HEAD has the status and headers of GET, and no body: pages, cards, files and JSON", async ({
  site,
  standIn,
  redis,
}) => {
  // The test before may have opened the circuit breaker.
  standIn.reset();
  await resetLimiter(redis);
  await refusalExpires();
  standIn.setPlayer(aWirePlayer({ name: "Headed", games: 20 }));
  // Unlocks that arrive make another version.
  await untilPlayerIsFilled(site, "Headed");
  for (const path of [
    "/",
    "/user/Headed",
    "/user/Headed/progress",
    "/user/Headed/progress?status=eq-mastered",
    "/user/Headed?status=eq-mastered",
    "/user/Headed/history",
    "/user/Headed/embed",
    "/user/Nobody",
    "/user/headed",
    "/user/Headed/cards/summary.svg",
    "/user/Headed/games.csv",
    "/api/v1/users/Headed/games",
  ]) {
    const url = site.serverUrl + path;
    const answer = await askPath(url);
    const head = await askPath(url, { method: "HEAD" });
    expect(head.status, path).toBe(answer.status);
    expect(head.body, path).toHaveLength(0);
    for (const name of ["Content-Type", "ETag", "Location", "Allow"]) {
      expect(head.headers.get(name), `${path} ${name}`).toBe(answer.headers.get(name));
    }
  }
});

test("a site behind HTTPS says that it is nowhere else, any other does not", async ({
  site,
  siteWith,
}) => {
  const header = async (address: string) =>
    (await ask(address)).headers["strict-transport-security"];
  expect(await header(`${site.serverUrl}/`)).toBeUndefined();
  const secure = await siteWith(NAMED);
  expect(await header(`${secure.serverUrl}/`)).toBe("max-age=31536000");
  expect(await header(`${secure.serverUrl}/nothing`)).toBe("max-age=31536000");
});

test("demo players' images come from the site itself, and so may nothing else", async ({
  startOwnSite,
}) => {
  const site = await startOwnSite({ RA_WEB_API_KEY: "" });
  const answer = await ask(`${site.serverUrl}/`);
  expect(answer.headers["content-security-policy"]).toBe(pagePolicy(""));
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The names of headers that came twice. */
  doubled: string[];
}

/** Next writes these more than once by itself: links, and its mark of a page that is made ahead. */
const NEXTS_OWN = ["link", "x-nextjs-prerender"];

/** Asks without a proxy or a library between, which would hide a header that comes twice. */
function ask(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const names = response.rawHeaders.filter((_, at) => at % 2 === 0).map((n) => n.toLowerCase());
      response.resume();
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          doubled: names.filter(
            (name, at) => names.indexOf(name) !== at && !NEXTS_OWN.includes(name),
          ),
        }),
      );
    }).once("error", reject);
  });
}

function expectGuarded(path: string, { headers, doubled }: Answer): void {
  expect(doubled, path).toEqual([]);
  expect(headers, path).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "cross-origin-opener-policy": "same-origin",
  });
}
