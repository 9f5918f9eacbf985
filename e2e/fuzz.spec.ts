import type { APIRequestContext, APIResponse } from "@playwright/test";
import fc from "fast-check";
import { expect, test } from "./support/fixtures";
import { IS_LONG } from "./support/long-tests";
import type { RaStandIn } from "./support/ra-stand-in";
import { aWirePlayer } from "./support/wire-player";

/** The same every time: a failure names what it was found with. `npm run test:long` has more. */
const RUNS = { seed: 20_261_124, numRuns: IS_LONG ? 2000 : 60 };

/** Routes that show a player, with the path segment that names them. */
const PLAYER_ROUTES = [
  "/user/{user}",
  "/user/{user}/embed",
  "/user/{user}/progress",
  "/user/{user}/progress/list",
  "/user/{user}/frame",
  "/user/{user}/feed.xml",
  "/user/{user}/badge.json",
  "/user/{user}/games.csv",
  "/user/{user}/games.json",
  "/user/{user}/history.csv",
  "/user/{user}/cards/summary.svg",
  "/user/{user}/cards/game-{id}.svg",
  "/api/v1/users/{user}/completion-progress",
  "/api/v1/users/{user}/games",
  "/api/v1/users/{user}/history",
  "/api/v1/users/{user}/library",
  "/api/v1/users/{user}/summary",
] as const;

/** Parameters that any route reads, and some that none does. */
const PARAMETERS = [
  ...["u", "c", "o", "y", "count", "offset", "status", "system", "sort", "q", "page"],
  ...["shelf", "filter[system]", "filter[status]", "page[number]", "filter%5Bstatus%5D"],
  ...["awarded", "active", "show", "url", "format", "maxwidth", "user", "code", "retry"],
  ...["theme", "bg", "width", "radius", "hide", "title", "locale", "scale", "_rsc", "__proto__"],
];

const PIECES = [
  ...["%", "%2", "%zz", "%ff", "%c0%af", "%E0%A4%A", "%00", "%0d%0a", "%2f", "%2F..%2f", "%252f"],
  ...["%5c", "%3f", "%23", "@", "@abc", "@abc.unanswered", "..", ".", ";", ":", "+", "&", "=", "~"],
  // Letters that look like others: Cyrillic, full width, a Turkish i, and ones that change direction.
  ...["а", "Ａ", "ı", "\u202e", "\u200b", "é", "e\u0301", "🎮", "%D0%B0", "'", "<script>", "$&"],
  ...["Name", "0", "-1", "1e9", "x".repeat(26), "eq-mastered", "2024-03..2024-08", ".rsc", ".json"],
];
const LONG = "x".repeat(10_000);

/** A name or a ULID. */
const USER = /^([0-9A-Za-z]{2,20}|[0-9A-Za-z]{26})$/;

/** Text as somebody might put it into a URL, well encoded or not; never a slash or a question mark. */
const hostile = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }) },
    {
      weight: 3,
      arbitrary: fc.array(fc.string({ unit: "binary", maxLength: 30 }), { maxLength: 1 }),
    },
    { weight: 1, arbitrary: fc.constant([LONG]) },
  )
  .map((parts) => parts.map(inUrl).join(""));

/** Percent signs stay, so that what they begin may be malformed; what no client could send is encoded. */
function inUrl(text: string): string {
  return text.replace(/[^!$&-.0-;=@-Z_a-z~%]/gu, (letter) => encodeURIComponent(letter));
}

/** What is no user, even after it is decoded. */
const noUser = hostile.filter((text) => {
  if (text === "" || /^\.{1,2}$/.test(text)) return false;
  try {
    return !/^([0-9A-Za-z]{2,20}|[0-9A-Za-z]{26})$/.test(decodeURIComponent(text));
  } catch {
    return true;
  }
});

const search = fc
  .array(fc.tuple(fc.constantFrom(...PARAMETERS), hostile), { maxLength: 6 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"))
  // Node answers 431 to 16 kB of headers before any of this is read.
  .map((text) => text.slice(0, 12_000).replace(/%[0-9A-Fa-f]?$/, ""));

function usersAskedAbout(standIn: RaStandIn): string[] {
  return standIn
    .calls()
    .filter(({ endpoint }) => endpoint !== "media")
    .map(({ params }) => params.u ?? "");
}

function ask(request: APIRequestContext, url: string): Promise<APIResponse> {
  return request.get(url, { maxRedirects: 0 });
}

test("an invalid user is refused everywhere, and never requested from RA", async ({
  request,
  standIn,
  site,
}) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PLAYER_ROUTES), noUser, search, async (route, user, q) => {
      const path = route.replace("{user}", user).replace("{id}", "1");
      const answer = await ask(request, `${site.url}${path}?${q}`);
      // A card is always an image, and a badge a badge, which say what is wrong; and Next tidies paths by redirects.
      const isShown = /\/(?:cards\/|badge\.json)/.test(route) && answer.status() === 200;
      const error = answer.headers()["x-longplay-error"];
      if (isShown) expect(error, path).toMatch(/^invalid-(?:user|parameters)$/);
      else expect(answer.status(), path).toBeGreaterThanOrEqual(300);
      expect(answer.status(), path).toBeLessThan(500);
    }),
    RUNS,
  );
  expect(standIn.calls()).toEqual([]);
});

test("no parameter of any route is answered with a failure", async ({ request, standIn, site }) => {
  standIn.setPlayer(aWirePlayer({ name: "Strange", games: 30 }));
  const others = ["/", "/find", "/api/oembed", "/robots.txt", "/sitemap.xml", "/nothing"];
  const routes = [...PLAYER_ROUTES, ...others, "/API/API_GetUserCompletionProgress.php"];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), search, async (route, q) => {
      const path = route.replace("{user}", "Strange").replace("{id}", "1");
      const answer = await ask(request, `${site.url}${path}?${q}`);
      // What oEmbed asks for where a format is not there.
      if (route === "/api/oembed" && answer.status() === 501) return;
      expect(answer.status(), path).toBeLessThan(500);
    }),
    RUNS,
  );
  expect(usersAskedAbout(standIn).filter((user) => !USER.test(user))).toEqual([]);
});

test("no field of a form that is posted is answered with a failure", async ({
  request,
  standIn,
  site,
}) => {
  await fc.assert(
    fc.asyncProperty(search, async (form) => {
      const answer = await request.post(`${site.url}/API/API_GetUserCompletionProgress.php`, {
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        data: form,
      });
      expect([200, 413, 422]).toContain(answer.status());
    }),
    { ...RUNS, numRuns: RUNS.numRuns / 5 },
  );
  expect(usersAskedAbout(standIn).filter((user) => !USER.test(user))).toEqual([]);
});

test("no segment of any path is answered with a failure", async ({ request, standIn, site }) => {
  const prefixes = ["/", "/user/", "/user/Strange/", "/user/Strange/cards/", "/api/", "/api/v1/"];
  const more = ["/api/v1/users/", "/api/v1/users/Strange/", "/demo-media/", "/errors/", "/_next/"];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...prefixes, ...more),
      noUser,
      fc.option(noUser, { nil: undefined }),
      async (prefix, first, second) => {
        const path = `${prefix}${first}${second === undefined ? "" : `/${second}`}`.slice(
          0,
          12_000,
        );
        const answer = await ask(request, site.url + path);
        expect(answer.status(), path).toBeLessThan(500);
      },
    ),
    RUNS,
  );
  expect(standIn.calls()).toEqual([]);
});

test("the internal URL of a page version is 404", async ({ request, standIn }) => {
  const player = aWirePlayer({ name: "Versioned", games: 3 });
  standIn.setPlayer(player);
  expect((await request.get("/user/Versioned")).status()).toBe(200);
  const calls = standIn.calls().length;
  const version = `${player.profile.ULID}@${Date.now().toString(36)}`;
  for (const path of [
    `/user/${version}`,
    `/user/${version}/progress`,
    `/user/${version}/progress/list`,
    `/user/${version}/shelf`,
    `/user/${version}.unanswered`,
    `/user/${version}.rsc`,
    `/user/${version}/progress/list.rsc`,
    `/user/${version}/shelf.rsc`,
    `/user/${version}.segments/_tree.segment.rsc`,
    `/user/${version.replace("@", "%40")}`,
    `/%75ser/${version}`,
    "/%75ser/Versioned/progress/list",
    "/user/Versioned/progress/%6cist",
    "/user/Versioned/pr%6fgress/list",
    "/user/Versioned/sh%65lf",
    "/user/%2F..%2f/progress/list",
    "/user/Versioned/progress/list",
    "/user/Versioned/shelf",
    `/_next/data/build/user/${version}.json`,
    "/errors/no-answer",
    "/errors/template",
    "/%74rouble/no-answer",
  ]) {
    for (const options of [{}, { headers: { RSC: "1" } }]) {
      const answer = await request.get(path, options);
      expect(answer.status(), path).toBe(404);
      expect(answer.headers()["cache-control"], path).not.toContain("31536000");
    }
  }
  expect(standIn.calls()).toHaveLength(calls);
});

test("what cannot be decoded is 400 in one shape, and a page for a player's page", async ({
  request,
  standIn,
}) => {
  for (const user of ["%", "%2", "%zz", "%ff", "%E0%A4%A", "x%"]) {
    for (const path of [
      `/user/${user}/feed.xml`,
      `/user/${user}/history.csv`,
      `/user/${user}/frame`,
      `/api/v1/users/${user}/games`,
    ]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(400);
      expect(answer.headers()["content-type"], path).toBe("application/problem+json");
      expect(await answer.json(), path).toMatchObject({ status: 400, code: "malformed-address" });
    }
    for (const path of [`/user/${user}`, `/user/${user}/embed`]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text(), path).toContain('type="search"');
    }
  }
  expect(standIn.calls()).toEqual([]);
});

test("pages can only be read", async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "ReadOnly" }));
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const headers = { "Next-Action": "0".repeat(40) };
    const answer = await request.fetch("/user/ReadOnly", { method, headers, data: "x" });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers().allow, method).toBe("GET, HEAD, OPTIONS");
  }
});
