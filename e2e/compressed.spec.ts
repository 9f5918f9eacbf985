import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { decodeBody } from "./support/key-leak";
import { aWirePlayer } from "./support/wire-player";

interface Sent {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  /** As it was sent. */
  body: Buffer;
  /** Decoded. */
  text: string;
}

/** One request without the headers that a client adds by itself. */
async function ask(
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Sent> {
  const asked = request(url, { headers, method }).end();
  const [response] = await once(asked, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const text = decodeBody(body, response.headers["content-encoding"]).toString("latin1");
  return { status: response.statusCode, headers: response.headers, body, text };
}

/** What a browser accepts. */
const BROWSER = { "Accept-Encoding": "gzip, deflate, br, zstd" };
const accept = (header: string) => ({ "Accept-Encoding": header });

/** Every kind of answer that is kept, of a player with some games. */
const pathsOf = (user: string, other: string) => [
  `/user/${user}/cards/summary.svg`,
  `/user/${user}/games.csv`,
  `/user/${user}/games.json`,
  `/user/${user}/feed.xml`,
  `/api/v1/users/${user}/games?count=100`,
  `/api/v1/users/${user}/library`,
  `/api/v1/users/${user}/years`,
  `/api/v1/compare?users=${user},${other}`,
  `/API/API_GetUserCompletionProgress.php?u=${user}`,
  "/api/openapi.json",
  "/demo-media/cards/summary.svg",
];

function expectForm({ headers, body }: Sent, encoding: "br" | "gzip" | undefined, path: string) {
  expect(headers["content-encoding"], path).toBe(encoding);
  expect(headers["content-length"], path).toBe(String(body.length));
  expect(headers["transfer-encoding"], path).toBeUndefined();
  const ending = encoding ? `-${encoding}` : "";
  expect(headers.etag, path).toMatch(new RegExp(`^W/"[\\w-]{27}${ending}"$`));
  expect(headers.vary?.match(/accept-encoding/gi), path).toHaveLength(1);
  expect(Object.keys(headers).join(), path).not.toContain("x-longplay-content");
}

test("every answer that is kept is sent in the form that its client accepts, with the same content", {
  tag: "@check",
}, async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Packed", games: 150 }));
  standIn.setPlayer(aWirePlayer({ name: "PackedToo", games: 150, seed: 2 }));
  for (const name of ["Packed", "PackedToo"]) await untilPlayerIsFilled(site, name);
  for (const path of pathsOf("Packed", "PackedToo")) {
    const url = site.serverUrl + path;
    // A card without all of its images is another one, and not kept.
    const tags = async () => [(await ask(url)).headers.etag, (await ask(url)).headers.etag];
    await expect.poll(async () => new Set(await tags()).size, { message: path }).toBe(1);
    const plain = await ask(url);
    expect(plain.status, path).toBe(200);
    expectForm(plain, undefined, path);
    expectForm(await ask(url, accept("identity")), undefined, path);
    const gzip = await ask(url, accept("gzip"));
    expectForm(gzip, "gzip", path);
    expect(gzip.text === plain.text, path).toBe(true);
    expect(gzip.body.length, path).toBeLessThan(plain.body.length);
    // Brotli is made behind an answer.
    const encoding = async () => (await ask(url, BROWSER)).headers["content-encoding"];
    await expect.poll(encoding, { message: path }).toBe("br");
    const brotli = await ask(url, BROWSER);
    expectForm(brotli, "br", path);
    expect(brotli.text === plain.text, path).toBe(true);
    expect(brotli.body.length, path).toBeLessThan(gzip.body.length);
    expectForm(await ask(url, accept("br;q=0.5, gzip")), "gzip", path);
    for (const refusal of ["gzip;q=0, br;q=0", "*;q=0", "identity;q=0", "zstd", ""]) {
      expectForm(await ask(url, accept(refusal)), undefined, `${path} ${refusal}`);
    }

    for (const { headers } of [plain, gzip, brotli]) {
      const again = await ask(url, { ...BROWSER, "If-None-Match": headers.etag ?? "" });
      expect(again.status, path).toBe(304);
      expect(again.body, path).toHaveLength(0);
      expect(again.headers.etag, path).toBe(headers.etag);
      expect(again.headers["content-encoding"], path).toBeUndefined();
      expect(again.headers.vary?.match(/accept-encoding/gi), path).toHaveLength(1);
    }
    const unreadable = await ask(url, { "If-None-Match": gzip.headers.etag ?? "" });
    expectForm(unreadable, undefined, path);

    const head = await ask(url, BROWSER, "HEAD");
    expect(head.body, path).toHaveLength(0);
    for (const name of ["content-encoding", "content-length", "content-type", "etag", "vary"]) {
      expect(head.headers[name], `${path} ${name}`).toBe(brotli.headers[name]);
    }
    const range = await ask(url, { ...BROWSER, Range: "bytes=0-9" });
    expect([range.status, range.body.length], path).toEqual([200, brotli.body.length]);
  }
});

test("a client waits for gzip only: the first answer is not brotli, however it is asked for", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "FirstPacked", games: 150 }));
  const url = `${site.serverUrl}/api/v1/users/FirstPacked/games?count=100`;
  expectForm(await ask(url, BROWSER), "gzip", url);
});

test("small answers and PNGs are sent as they are", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Unpackable", games: 5 }));
  for (const path of [
    "/user/Unpackable/cards/summary.png",
    "/user/Unpackable/badge.json",
    "/api/v1/users/Unpackable/summary",
    "/api/oembed?url=/user/Unpackable",
  ]) {
    const url = site.serverUrl + path;
    for (const _ of "123") {
      const { headers, body } = await ask(url, BROWSER);
      expect(headers["content-encoding"], path).toBeUndefined();
      expect(headers["content-length"], path).toBe(String(body.length));
    }
  }
});

test("brotli takes at least 12 % fewer bytes than gzip for a list and the library", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Smaller", games: 1313 }));
  for (const path of ["/api/v1/users/Smaller/games?count=100", "/api/v1/users/Smaller/library"]) {
    const url = site.serverUrl + path;
    const gzip = await ask(url, accept("gzip"));
    const brotli = async () => {
      const { headers, body } = await ask(url, BROWSER);
      return headers["content-encoding"] === "br" ? body.length : Number.POSITIVE_INFINITY;
    };
    await expect.poll(brotli, { message: path }).toBeLessThan(0.88 * gzip.body.length);
  }
});
