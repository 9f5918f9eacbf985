import { once } from "node:events";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { findNginx } from "../scripts/programs.mjs";
import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { load } from "./support/load";
import { type Nginx, startNginx } from "./support/nginx";
import { startSearchingProxy } from "./support/searching-proxy";
import { aWirePlayer } from "./support/wire-player";

// deploy/nginx.conf as it is, in an nginx of this system.

test.skip(
  !findNginx() || !existsSync("/proc/self/schedstat"),
  "There is no nginx, or no /proc to read its processor time from.",
);

let nginx: Nginx | undefined;
test.afterEach(async () => {
  await nginx?.stop();
  nginx = undefined;
});

const GZIP = { "Accept-Encoding": "gzip" };
/**
 * The least that a warm answer is to be of a static file: of its processor time in nginx, and of its requests a
 * second. The first was 0.55 to 0.8 where nothing else ran, which is up to 4 µs more an answer, for the headers
 * that are kept with it. An answer that waits for anything is below both.
 */
const LEAST = { processor: 0.25, speed: 0.2 };

/** Requests of a round: fewer take too little time to be told from what else the machine does. */
const AMOUNT = 3000;

/** What nginx itself says of an answer: the last of its two lines. */
const met = (answer: { headers: Headers }) =>
  /nginx; .*$/.exec(answer.headers.get("Cache-Status") ?? "")?.[0];

test("warm cards and pages cost nginx little more than a static file of their size", async ({
  site,
  standIn,
}, testInfo) => {
  test.setTimeout(120_000);
  standIn.setPlayer(aWirePlayer({ name: "Warmed", games: 300 }));
  nginx = await startNginx(site.serverUrl);
  const { putFile, cpuMilliseconds, url } = nginx;
  for (const path of ["/user/Warmed", "/user/Warmed/cards/summary.svg"]) {
    await ask(url + path);
    const sent = await rawBody(url + path);
    const file = await putFile(String(sent.length), sent);
    const measure = async (target: string) => {
      const before = cpuMilliseconds();
      const { requestsPerSecond, answered, failed } = await load(target, {
        connections: 8,
        amount: AMOUNT,
        headers: GZIP,
      });
      expect([answered, failed]).toEqual([AMOUNT, 0]);
      return { milliseconds: cpuMilliseconds() - before, requestsPerSecond };
    };
    const kept: Awaited<ReturnType<typeof measure>>[] = [];
    const still: typeof kept = [];
    for (let round = 0; round < 3; round++) {
      kept.push(await measure(url + path));
      still.push(await measure(file));
    }
    // The first ones open files and connections. What disturbs one round is little of all of them.
    const of = (rounds: typeof kept, what: keyof (typeof kept)[number]) =>
      rounds.slice(1).reduce((sum, round) => sum + round[what], 0);
    const processor = of(still, "milliseconds") / of(kept, "milliseconds");
    const speed = of(kept, "requestsPerSecond") / of(still, "requestsPerSecond");
    const figure = `nginx, ${path} (${sent.length} bytes): ${processor.toFixed(2)} of a static file's processor time, ${speed.toFixed(2)} of its speed`;
    console.log(figure);
    testInfo.annotations.push({ type: "figure", description: figure });
    expect(processor).toBeGreaterThan(LEAST.processor);
    expect(speed).toBeGreaterThan(LEAST.speed);
    expect(met(await ask(url + path))).toBe("nginx; hit");
  }
});

/** An answer's bytes as they are sent to who takes gzip. */
async function rawBody(url: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const [response] = await once(get(url, { headers: GZIP }), "response");
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("a thousand who ask at once for what nobody has asked for reach the site once", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Thronged", games: 300 }));
  const counting = await startSearchingProxy(Number(new URL(site.serverUrl).port));
  try {
    nginx = await startNginx(counting.url);
    for (const path of ["/user/Thronged/cards/summary.svg?theme=felt", "/user/Thronged"]) {
      const before = counting.searched();
      const { answered, failed } = await load(nginx.url + path, {
        connections: 1000,
        amount: 1000,
      });
      expect([answered, failed], path).toEqual([1000, 0]);
      expect(counting.searched() - before, path).toBe(1);
    }
    expect(counting.leaks()).toEqual([]);
  } finally {
    await counting.close();
  }
});

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
    "/user/Outlived?status=eq-mastered",
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

test("who is gone is gone here too", async ({ standIn, startOwnSite }) => {
  const site = await startOwnSite({ CACHE_FRESH_SECONDS: "1" });
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

test("a card that is kept has its date on it in an outage", async ({ standIn, startOwnSite }) => {
  const site = await startOwnSite({ CACHE_FRESH_SECONDS: "1" });
  standIn.setPlayer(aWirePlayer({ name: "Undated", games: 20 }));
  nginx = await startNginx(site.serverUrl);
  const card = `${nginx.url}/user/Undated/cards/summary.svg`;
  const undated = (await ask(card)).text;
  standIn.fail("unavailable");
  await expect.poll(async () => (await ask(card)).text).not.toBe(undated);
  expect((await ask(card)).headers.get("X-Longplay-Error")).toBeNull();
});

test("what is too old is sent at once, and is new when it is asked for again", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ CACHE_FRESH_SECONDS: "1" });
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

test("compressed or not, by GET or HEAD, known or new: each gets its own from one kept answer", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Unpacked", games: 20 }));
  nginx = await startNginx(site.serverUrl);
  const page = `${nginx.url}/user/Unpacked`;
  const zipped = await ask(page, { headers: GZIP });
  const plain = await ask(page, { headers: { "Accept-Encoding": "identity" } });
  const head = await ask(page, { method: "HEAD" });
  const brotli = await ask(page, { headers: { "Accept-Encoding": "br, zstd" } });
  expect(zipped.headers.get("Content-Encoding")).toBe("gzip");
  expect(plain.headers.get("Content-Encoding")).toBeNull();
  expect(brotli.headers.get("Content-Encoding")).toBeNull();
  expect(plain.text).toBe(zipped.text);
  expect([zipped, plain, head, brotli].map(met)).toEqual([
    "nginx; fwd=uri-miss",
    ...Array(3).fill("nginx; hit"),
  ]);
  const tag = zipped.headers.get("ETag") ?? "";
  const known = await ask(page, { headers: { "If-None-Match": tag } });
  expect([known.status, met(known)]).toEqual([304, "nginx; hit"]);
  const router = await ask(`${page}?_rsc`, { headers: { RSC: "1" } });
  expect([router.status, met(router)]).toEqual([404, "nginx; fwd=bypass"]);
  expect((await ask(page)).status).toBe(200);
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
