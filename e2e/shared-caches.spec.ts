import type { APIResponse } from "@playwright/test";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, SOON_STALE, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

/** What Next's router, or somebody who imitates it, sends. */
const ROUTER_HEADERS: Record<string, string>[] = [
  { RSC: "1" },
  { RSC: "0" },
  { RSC: "1", "Next-Router-Prefetch": "1" },
  { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" },
  { RSC: "1", "Next-Router-State-Tree": "%5B%22%22%2C%7B%7D%5D", "Next-Url": "/user/x" },
  { "Next-Router-Prefetch": "1" },
  { "Next-Router-Segment-Prefetch": "/_tree" },
  { "Next-Router-State-Tree": "%5B%22%22%2C%7B%7D%5D" },
  { "x-nextjs-data": "1" },
];

/** Whether a shared cache may give the answer to somebody else who asks for the URL. */
function isForEveryone(response: APIResponse): boolean {
  const { "cache-control": control = "", "cdn-cache-control": cdn = "" } = response.headers();
  if (/no-store|private/.test(control)) return false;
  return /s-maxage|public/.test(control) || cdn !== "" || [301, 308].includes(response.status());
}

test("what shared caches may keep is the same whatever headers ask for it", async ({
  request,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Shared1", games: 30 }));
  // Unlocks that arrive make another version.
  await untilPlayerIsFilled(site, "Shared1");
  for (const path of [
    "/",
    "/user/Shared1",
    "/user/Shared1/progress?status=eq-mastered",
    "/user/Shared1/progress",
    "/user/Shared1/progress?page=1",
    "/user/Shared1?status=eq-mastered",
    "/user/Shared1?shelf=1",
    "/user/shared1",
    "/user/shared1/embed",
    "/user/Shared1/embed",
    "/user/Shared1/progress/list",
    "/user/NobodyShared",
    "/user/a%20b",
    "/user/Shared1/feed.xml",
    "/user/Shared1/history.csv",
    "/user/Shared1/frame",
    "/user/Shared1/cards/summary.svg",
    "/api/v1/users/Shared1/games",
    "/api/oembed?url=/user/Shared1",
    "/robots.txt",
    "/nothing",
  ]) {
    // Brotli comes later, and has a tag of its own.
    const gzip = { "Accept-Encoding": "gzip" };
    const plain = await request.get(path, { headers: gzip, maxRedirects: 0 });
    for (const headers of ROUTER_HEADERS) {
      const what = `${path} ${JSON.stringify(headers)}`;
      const answer = await request.get(path, { headers: { ...gzip, ...headers }, maxRedirects: 0 });
      expect(answer.status(), what).toBeLessThan(500);
      if (!isForEveryone(answer)) continue;
      expect(answer.status(), what).toBe(plain.status());
      expect(answer.headers().location, what).toBe(plain.headers().location);
      expect(answer.headers()["content-type"], what).toBe(plain.headers()["content-type"]);
      expect(answer.headers().etag, what).toBe(plain.headers().etag);
    }
  }
});

test("no address gives Next's own form of a page to a shared cache", async ({
  request,
  standIn,
}) => {
  for (const name of ["Transport1", "Transport2"]) standIn.setPlayer(aWirePlayer({ name }));
  for (const page of [
    "/user/Transport1",
    "/user/transport1",
    "/user/Transport1/progress",
    "/user/Transport1/embed",
    "/user/Transport1/history",
    "/user/Transport1/year/2026",
    "/compare/Transport1/Transport2",
    "/compare/Transport1",
    "/compare",
    "/docs",
    "/index",
    "/user/NobodyTransported",
    "/user/%54ransport1",
  ]) {
    for (const end of [
      ".rsc",
      ".prefetch.rsc",
      ".segments/_tree.segment.rsc",
      "%2ersc",
      "?_rsc=1",
    ]) {
      for (const headers of [{}, { RSC: "1" }] as Record<string, string>[]) {
        const what = `${page}${end} ${JSON.stringify(headers)}`;
        const answer = await request.get(page + end, { headers, maxRedirects: 0 });
        const { "content-type": type = "", "cache-control": control = "" } = answer.headers();
        expect(control, what).not.toBe("");
        if (end.endsWith("rsc")) expect(answer.status(), what).toBe(404);
        if (end.endsWith("rsc") || type.includes("x-component")) {
          expect(isForEveryone(answer), what).toBe(false);
        }
      }
    }
  }
  // No user is requested in vain.
  expect(
    standIn
      .calls()
      .filter(
        (call) => call.endpoint === "profile" && /^nobodytransported$/i.test(call.params.u ?? ""),
      ),
  ).toHaveLength(1);
});

test("Next's router gets no page in its own form, and no 304 of one", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Routed" }));
  const { etag = "" } = (await request.get("/user/Routed")).headers();
  const answer = await request.get("/user/Routed?_rsc", {
    headers: { RSC: "1", "If-None-Match": etag },
  });
  expect(answer.status()).toBe(404);
  expect(answer.headers()["cache-control"]).toBe("no-store");
});

test("a page that is left by a link is there again by going back", async ({
  page,
  standIn,
  allowPageErrors,
}) => {
  // Next's router asks first, gets the answer meant for routers, and loads the page.
  allowPageErrors(/404.*_rsc=/);
  standIn.setPlayer(aWirePlayer({ name: "GoneAndBack", games: 150 }));
  await page.goto("/user/GoneAndBack/progress");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  await page.getByRole("link", { name: "Cards to embed" }).click();
  await expect(page).toHaveURL(/\/embed/);
  await page.goBack();
  await expect(page.getByText(/^101–/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^1–100 of/)).toBeVisible();
});

test("every answer about a player has a weak tag, compressed or not, and 304 for it", {
  tag: "@check",
}, async ({ request, site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "WeaklyTagged", games: 30 }));
  await untilPlayerIsFilled(site, "WeaklyTagged");
  const tags = new Set<string>();
  const paths = [
    "/user/WeaklyTagged",
    "/user/WeaklyTagged?shelf=1",
    "/user/WeaklyTagged/progress",
    "/user/WeaklyTagged/progress?status=eq-mastered",
    "/user/WeaklyTagged/progress?status=shiny",
    "/user/WeaklyTagged/feed.xml",
    "/user/WeaklyTagged/badge.json",
    "/user/WeaklyTagged/frame",
    "/user/WeaklyTagged/games.csv",
    "/user/WeaklyTagged/games.json",
    "/user/WeaklyTagged/cards/summary.svg",
    "/api/v1/users/WeaklyTagged/library",
    "/api/v1/users/WeaklyTagged/summary",
    "/API/API_GetUserCompletionProgress.php?u=WeaklyTagged",
    "/api/oembed?url=/user/WeaklyTagged",
    "/api/oembed?url=/user/WeaklyTagged/cards/recent.svg",
  ];
  for (const path of paths) {
    const plain = await request.get(path, { headers: { "Accept-Encoding": "identity" } });
    const zipped = await request.get(path, { headers: { "Accept-Encoding": "gzip" } });
    const tag = plain.headers().etag ?? "";
    tags.add(tag);
    expect(tag, path).toMatch(/^W\/"[^"]+"$/);
    const zippedTag = zipped.headers().etag ?? "";
    // A form that is kept has a tag of its own.
    expect(zippedTag.replace('-gzip"', '"'), path).toBe(tag);
    const known = await request.get(path, { headers: { "If-None-Match": zippedTag } });
    expect(known.status(), path).toBe(304);
    const again = await request.get(path, { headers: { "If-None-Match": tag } });
    expect(again.status(), path).toBe(304);
    expect(await again.body(), path).toHaveLength(0);
    expect(again.headers().etag, path).toBe(tag);
    expect(again.headers()["cache-control"], path).toContain("s-maxage");
    const other = await request.get(path, { headers: { "If-None-Match": 'W/"another"' } });
    expect(other.status(), path).toBe(200);
  }
  expect(tags.size).toBe(paths.length);
});

test("a page has another tag when its player has been checked again", async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Rechecked", games: 3 }));
  const url = `${site.url}/user/Rechecked/progress?sort=game_title`;
  const { etag = "" } = (await request.get(url)).headers();
  await expect
    .poll(async () => (await request.get(url, { headers: { "If-None-Match": etag } })).status())
    .toBe(200);
});

test("the image optimizer is off", async ({ request }) => {
  const image = encodeURIComponent("/screenshots/profile-light.png");
  expect((await request.get(`/_next/image?url=${image}&w=640&q=75`)).status()).toBe(404);
  expect((await request.get("/screenshots/profile-light.png")).status()).toBe(200);
});
