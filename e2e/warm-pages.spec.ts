import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ask, askAll, statuses } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { startStoreFaults } from "./support/store-faults";
import { storedKeys } from "./support/stored";
import { aWirePlayer } from "./support/wire-player";

// Pages that the proxy writes from memory, beside the same pages as Next sends them.

const YEAR = new Date().getUTCFullYear();

/** Headers that depend on the connection or on the time, and Next's own marks. */
const INCIDENTAL =
  /^(?:date|age|connection|keep-alive|transfer-encoding|content-length|x-middleware-rewrite|x-nextjs-.*)$/;

/** Logs each page that the process renders for its cache. */
const LOG_RENDERINGS = `import{subscribe}from"node:diagnostics_channel";\
subscribe("http.server.request.start",({request:r})=>{if(r.headers["x-longplay-page"])console.log("renders "+r.url)})`;

interface Sent {
  status: number | undefined;
  headers: Record<string, unknown>;
  encoding: string | undefined;
  length: string | undefined;
  body: Buffer;
}

/** One request without a client that decodes, adds or hides anything. */
async function send(
  url: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const sending = request(url, { method, headers, agent: false }).end();
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  const { "content-encoding": encoding, "content-length": length, ...others } = response.headers;
  const shown = Object.entries(others).filter(([name]) => !INCIDENTAL.test(name));
  return {
    status: response.statusCode,
    headers: Object.fromEntries(shown),
    encoding,
    length,
    body: await buffer(response),
  };
}

/**
 * Headers without the tag's mark of the encoding, the time that is left, and those preloads that React sends only if it
 * knows them before it waits for anything.
 */
function lasting({ headers }: Sent): Record<string, unknown> {
  const text = (name: string) => String(headers[name]);
  return {
    ...headers,
    etag: text("etag").replace(/-(?:gzip|br)"$/, '"'),
    "cache-control": text("cache-control").replace(/\d+$/, "…"),
    "cache-status": text("cache-status").replace(/;.*/, ""),
    link: text("link").replaceAll(/, <[^>]*>; rel=preload; as="style"/g, ""),
  };
}

function decoded({ encoding, body }: Sent): string {
  if (encoding === "gzip") return gunzipSync(body).toString();
  return (encoding === "br" ? brotliDecompressSync(body) : body).toString();
}

/** Without React's data, whose order differs from one rendering to the next. */
function withoutData(html: string): string {
  return html.replaceAll(/<script>\(?self\.__next_f.*?<\/script>/gs, "");
}

const isIncomplete = (html: string) => html.includes('<main id="main" data-incomplete');

/** A page once it is whole: a busy store may be too late for the first ones. */
async function sendWhole(url: string): Promise<Sent> {
  let sent = await send(url);
  await expect(async () => {
    sent = await send(url);
    expect(isIncomplete(decoded(sent))).toBe(false);
  }).toPass({ timeout: 30_000 });
  return sent;
}

test("a page from memory is the page that Next sends, in every encoding", async ({
  site,
  siteWith,
  standIn,
  redis,
}) => {
  test.slow();
  for (const name of ["KeptPage", "KeptRival"]) {
    const player = aWirePlayer({ name, games: 120 });
    standIn.setPlayer(player);
    await untilPlayerIsFilled(site, name);
    // The history, which an overview shows, is written behind the answer.
    const history = `longplay:history:${player.profile.ULID.toLowerCase()}:`;
    await expect
      .poll(async () => (await storedKeys(redis)).some((key) => key.startsWith(history)))
      .toBe(true);
  }
  // On Vercel the proxy caches no page.
  const next = await siteWith({ VERCEL: "1" });
  for (const path of [
    "/user/KeptPage",
    "/user/KeptPage/progress",
    "/user/KeptPage/history",
    `/user/KeptPage/year/${YEAR}`,
    "/compare/KeptPage",
    "/compare/KeptPage/KeptRival",
  ]) {
    const cold = await sendWhole(site.serverUrl + path);
    const original = await sendWhole(next.serverUrl + path);
    expect(cold.status, path).toBe(200);
    expect(lasting(cold), path).toEqual(lasting(original));
    expect(withoutData(decoded(cold)), path).toBe(withoutData(decoded(original)));
    for (const encoding of ["gzip", "br", undefined]) {
      const headers: Record<string, string> = encoding ? { "Accept-Encoding": encoding } : {};
      const what = `${path} ${encoding}`;
      // Brotli is made behind an answer.
      await expect
        .poll(async () => (await send(site.serverUrl + path, { headers })).encoding, what)
        .toBe(encoding);
      const warm = await send(site.serverUrl + path, { headers });
      expect(lasting(warm), what).toEqual(lasting(original));
      expect(decoded(warm), what).toBe(decoded(cold));
      expect(warm.headers.link, what).toBe(cold.headers.link);
      expect(warm.length, what).toBe(`${warm.body.length}`);
      const head = await send(site.serverUrl + path, { method: "HEAD", headers });
      expect(lasting(head), what).toEqual(lasting(original));
      expect([head.encoding, head.length, head.body.length], what).toEqual([
        encoding,
        warm.length,
        0,
      ]);
      const held = { ...headers, "If-None-Match": String(warm.headers.etag) };
      const same = await send(site.serverUrl + path, { headers: held });
      expect([same.status, same.headers.etag, same.body.length], what).toEqual([
        304,
        warm.headers.etag,
        0,
      ]);
      expect(same.headers.vary, what).toBe(warm.headers.vary);
    }
  }
});

test("fifty requests for a version cost one rendering, and a client that has it none", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LOG_RENDERINGS)}`,
  });
  standIn.setPlayer(aWirePlayer({ name: "KeptCrowd", games: 120 }));
  // Unlocks that arrive make another version.
  await untilPlayerIsFilled(site, "KeptCrowd");
  const { headers } = await ask(`${site.url}/compare/KeptCrowd`);
  const tag = headers.get("ETag")?.replace(/(?:-gzip|-br)?"$/, '-gzip"') ?? "";
  const renderings = () =>
    site.logs().match(/^renders \/user\/KeptCrowd\/progress$/gm)?.length ?? 0;
  expect(renderings()).toBe(0);
  const answers = await askAll(Array(50).fill(`${site.url}/user/KeptCrowd/progress`));
  expect(statuses(answers)).toEqual({ 200: 50 });
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(renderings()).toBe(1);

  // Another process that has not rendered the page.
  const other = await startOwnSite({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LOG_RENDERINGS)}`,
  });
  const same = await ask(`${other.url}/compare/KeptCrowd`, {
    headers: { "If-None-Match": tag },
  });
  expect(same.status).toBe(304);
  expect(other.logs()).not.toMatch(/^renders \/compare/m);
});

test("a page without what the store could not give is not cached", async ({
  redis,
  standIn,
  startOwnSite,
}) => {
  const faults = await startStoreFaults(redis.restUrl);
  try {
    const site = await startOwnSite({ KV_REST_API_URL: faults.restUrl });
    standIn.setPlayer(aWirePlayer({ name: "Lacking", games: 20 }));
    const url = `${site.url}/user/Lacking`;
    // In memory from now on.
    await ask(`${url}/progress`);
    await faults.set({ kind: "error" });
    const lacking = await ask(url);
    expect(lacking.status).toBe(200);
    expect(isIncomplete(lacking.text)).toBe(true);
    await faults.set(null);
    await expect
      .poll(async () => isIncomplete((await ask(url)).text), { timeout: 60_000 })
      .toBe(false);
  } finally {
    await faults.close();
  }
});

test("no client can have a page rendered that it names itself", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "KeptSecret", games: 5 }));
  const plain = await ask(`${site.url}/user/KeptSecret/progress`);
  for (const value of ["/errors/template", "x /errors/template", "undefined /errors/template"]) {
    const answer = await ask(`${site.url}/user/KeptSecret/progress`, {
      headers: { "X-Longplay-Page": value },
    });
    expect(answer.text, value).toBe(plain.text);
  }
});
