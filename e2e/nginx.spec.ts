import { findNginx } from "../scripts/programs.mjs";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, SOON_STALE, test } from "./support/fixtures";
import { load } from "./support/load";
import { IS_LONG } from "./support/long-tests";
import { met, type Nginx, startNginx } from "./support/nginx";
import { startSearchingProxy } from "./support/searching-proxy";
import { aWirePlayer } from "./support/wire-player";

// deploy/nginx.conf as it is, in an nginx of this system.

test.skip(!findNginx(), "There is no nginx.");

let nginx: Nginx | undefined;
test.afterEach(async () => {
  await nginx?.stop();
  nginx = undefined;
});

const GZIP = { "Accept-Encoding": "gzip" };

test("a dead site still gets what is kept, and nothing that must not be", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ CACHE_FRESH_SECONDS: "2" });
  standIn.setPlayer(aWirePlayer({ name: "Outlived", games: 20 }));
  nginx = await startNginx(site.serverUrl);
  const { url } = nginx;
  const unkept = ["/", "/api/health"];
  for (const path of unkept) {
    await ask(url + path);
    expect(met(await ask(url + path)) ?? "none", path).not.toContain("hit");
  }
  const kept = [
    "/user/Outlived",
    "/user/Outlived/progress?status=eq-mastered",
    "/user/Outlived/cards/summary.svg",
    "/user/Outlived/cards/summary.png",
    "/api/v1/users/Outlived/games",
  ];
  // What the site answers while it asks again itself may not be kept: the next answer may.
  for (const path of kept) {
    await expect.poll(async () => met(await ask(url + path)), path).toContain("nginx; hit");
  }
  site.kill();
  for (const path of kept) {
    await expect
      .poll(async () => met(await ask(url + path)), path)
      .toBe("nginx; hit; detail=stale");
    const answer = await ask(url + path);
    expect(answer.status, path).toBe(200);
    expect(answer.body.length, path).toBeGreaterThan(500);
  }
  for (const path of unkept) expect((await ask(url + path)).status, path).toBe(502);
});

test("a player who is gone is gone from nginx's cache too", async ({ standIn, siteWith }) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Vanished", games: 20 }));
  nginx = await startNginx(site.serverUrl);
  const page = `${nginx.url}/user/Vanished`;
  const card = `${page}/cards/summary.svg`;
  for (const path of [page, card]) {
    await expect.poll(async () => met(await ask(path)), path).toContain("nginx; hit");
  }
  const gone = { name: "Vanished", games: 20, profile: { Permissions: -1 } };
  standIn.setPlayer(aWirePlayer(gone));
  await expect.poll(async () => (await ask(page)).status).toBe(404);
  await expect
    .poll(async () => (await ask(card)).headers.get("X-Longplay-Error"))
    .toBe("player-not-found");
});

test("a card that is kept has its date on it in an outage", async ({ standIn, siteWith }) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Undated", games: 20 }));
  nginx = await startNginx(site.serverUrl);
  const card = `${nginx.url}/user/Undated/cards/summary.svg`;
  const undated = (await ask(card)).text;
  standIn.fail("unavailable");
  await expect.poll(async () => (await ask(card)).text).not.toBe(undated);
  expect((await ask(card)).headers.get("X-Longplay-Error")).toBeNull();
});

test("a stale answer is sent at once, and the next one is new", async ({ standIn, siteWith }) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Renewed", games: 3 }));
  nginx = await startNginx(site.serverUrl);
  const card = `${nginx.url}/user/Renewed/cards/summary.svg`;
  const first = await ask(card);
  standIn.setPlayer(aWirePlayer({ name: "Renewed", games: 30 }));
  const seen = new Set<string | undefined>();
  await expect
    .poll(async () => {
      const answer = await ask(card);
      seen.add(met(answer));
      return answer.text;
    })
    .not.toBe(first.text);
  expect([...seen]).toContain("nginx; hit; detail=stale");
});

test("however Accept-Encoding is spelled, nginx caches one answer for each encoding", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Unpacked", games: 20 }));
  await untilPlayerIsFilled(site, "Unpacked");
  nginx = await startNginx(site.serverUrl);
  const page = `${nginx.url}/user/Unpacked`;
  const get = (encoding: string) => ask(page, { headers: { "Accept-Encoding": encoding } });
  for (const { first, same, refused } of [
    {
      first: "gzip",
      same: ["GZip;q=0.5, *", "x, gzip", "gzip, br;q=0", "gzip, BR ; Q=0.000, zstd"],
      refused: "br",
    },
    {
      first: "identity",
      same: ["", "br, zstd", "gzip;q=0", "gzip; q=0.0, br", "unheard-of"],
      refused: "gzip",
    },
    { first: "gzip, deflate, br, zstd", same: ["br;q=1, gzip;q=0.5", "gzip,br"], refused: "zstd" },
  ]) {
    const kept = await get(first);
    expect(met(kept), first).toBe("nginx; fwd=uri-miss");
    for (const encoding of same) {
      const answer = await get(encoding);
      expect(met(answer), encoding).toBe("nginx; hit");
      expect(answer.headers.get("Content-Encoding"), encoding).not.toBe(refused);
      expect(answer.headers.get("Content-Encoding")).toBe(kept.headers.get("Content-Encoding"));
      expect(answer.text, encoding).toBe(kept.text);
    }
  }
  expect((await get("gzip")).headers.get("Content-Encoding")).toBe("gzip");
  expect((await get("identity")).headers.get("Content-Encoding")).toBeNull();
  expect((await get("gzip")).text).toBe((await get("identity")).text);
});

test("GET and HEAD, known or new: each is answered from one kept answer", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "KnownOrNew", games: 20 }));
  await untilPlayerIsFilled(site, "KnownOrNew");
  nginx = await startNginx(site.serverUrl);
  const page = `${nginx.url}/user/KnownOrNew`;
  const zipped = await ask(page, { headers: GZIP });
  const head = await ask(page, { method: "HEAD", headers: GZIP });
  expect([zipped, head].map(met)).toEqual(["nginx; fwd=uri-miss", "nginx; hit"]);
  const tag = zipped.headers.get("ETag") ?? "";
  const known = await ask(page, { headers: { ...GZIP, "If-None-Match": tag } });
  expect([known.status, met(known)]).toEqual([304, "nginx; hit"]);
  const router = await ask(`${page}?_rsc`, { headers: { ...GZIP, RSC: "1" } });
  expect([router.status, met(router)]).toEqual([404, "nginx; fwd=bypass"]);
  expect((await ask(page, { headers: GZIP })).status).toBe(200);
});

test("the drop-in is answered by POST as well, past the cache", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "PostedOn", games: 7 }));
  nginx = await startNginx(site.serverUrl);
  const path = `${nginx.url}/API/API_GetUserCompletionProgress.php?u=PostedOn`;
  for (const method of ["GET", "POST", "POST"]) {
    const answer = await ask(path, { method });
    expect(answer.json<{ Total: number }>().Total).toBe(7);
    expect(met(answer) === "nginx; hit").toBe(false);
  }
});

/** How many ask at once. */
const CLIENTS = IS_LONG ? 1000 : 200;

test("many concurrent requests for what nginx has not cached reach the site once", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Thronged", games: 300 }));
  await untilPlayerIsFilled(site, "Thronged");
  const counting = await startSearchingProxy(Number(new URL(site.serverUrl).port));
  try {
    nginx = await startNginx(counting.url);
    for (const path of ["/user/Thronged/cards/summary.svg?theme=felt", "/user/Thronged"]) {
      const before = counting.searched();
      const { answered, failed } = await load(nginx.url + path, {
        connections: CLIENTS,
        amount: CLIENTS,
      });
      expect([answered, failed], path).toEqual([CLIENTS, 0]);
      expect(counting.searched() - before, path).toBe(1);
    }
    expect(counting.leaks()).toEqual([]);
  } finally {
    await counting.close();
  }
});
