import zlib, { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BodyCache } from "./body-cache";
import { EncodedBody } from "./encoded-body";
import { encodedResponse } from "./encoded-response";
import { sendFramingHeaders } from "./framing-headers";

const TEXT = "moth owl heron ".repeat(300);
const HEADERS = { "Cache-Control": "public" };

function aBody(content = TEXT, type = "text/plain") {
  const body = new EncodedBody(content, { "Content-Type": type }, 'W/"abc"');
  new BodyCache({ maxBytes: 1024 * 1024 }).set("key", body);
  return body;
}

const ask = (body: EncodedBody, headers: Record<string, string>, own = HEADERS) =>
  encodedResponse(new Request("http://site.example/", { headers }), body, own);

/** The headers that depend on the encoding. */
const shown = ({ status, headers }: Response) => [
  status,
  headers.get("X-Longplay-Content-Encoding"),
  headers.get("ETag"),
];

const SENDS = Symbol.for("longplay.sends-framing-headers");
const shared = globalThis as { [SENDS]?: true | undefined };

beforeEach(sendFramingHeaders);
afterEach(() => vi.restoreAllMocks());

test("an answer says how it is encoded, what it depends on and how long it is", async () => {
  const response = await ask(aBody(), { "Accept-Encoding": "gzip" });
  expect(shown(response)).toEqual([200, "gzip", 'W/"abc-gzip"']);
  expect(response.headers.get("Vary")).toBe("Accept-Encoding");
  expect(response.headers.get("Content-Type")).toBe("text/plain");
  expect(response.headers.get("Cache-Control")).toBe("public");
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get("X-Longplay-Content-Length")).toBe(`${bytes.length}`);
  expect(gunzipSync(bytes).toString()).toBe(TEXT);
});

test("who takes no encoding has identity, which depends on the header too", async () => {
  const response = await ask(aBody(), {});
  expect(shown(response)).toEqual([200, null, 'W/"abc"']);
  expect(response.headers.get("Vary")).toBe("Accept-Encoding");
  expect(response.headers.get("X-Longplay-Content-Length")).toBe(`${TEXT.length}`);
  expect(await response.text()).toBe(TEXT);
});

test("a body that is never compressed depends on nothing", async () => {
  const response = await ask(aBody(TEXT, "image/png"), { "Accept-Encoding": "gzip" });
  expect(shown(response)).toEqual([200, null, 'W/"abc"']);
  expect(response.headers.get("Vary")).toBeNull();
});

test("the header is added to those that an answer depends on already", async () => {
  const own = { Vary: "rsc" };
  const response = await ask(aBody(), {}, own as never);
  expect(response.headers.get("Vary")).toBe("rsc, Accept-Encoding");
});

test.each(['W/"abc"', 'W/"abc-gzip"', 'W/"abc-br"', '"abc-br"', '"x", W/"abc-gzip"'])(
  "a client that has an accepted form has 304, with the tag of that form: %s",
  async (tag) => {
    const gzip = vi.spyOn(zlib, "gzip");
    const response = await ask(aBody(), { "Accept-Encoding": "gzip, br", "If-None-Match": tag });
    expect(response.status).toBe(304);
    expect(tag).toContain(response.headers.get("ETag")?.replace("W/", ""));
    expect(response.headers.get("Vary")).toBe("Accept-Encoding");
    expect(response.headers.get("Content-Type")).toBeNull();
    expect(response.headers.get("X-Longplay-Content-Encoding")).toBeNull();
    expect(await response.text()).toBe("");
    expect(gzip).not.toHaveBeenCalled();
  },
);

test("a client that has a form that it does not accept has no 304", async () => {
  const response = await ask(aBody(), { "If-None-Match": 'W/"abc-gzip"' });
  expect(shown(response)).toEqual([200, null, 'W/"abc"']);
});

test("another tag has no 304", async () => {
  const headers = { "Accept-Encoding": "gzip", "If-None-Match": 'W/"abcd", W/"abc-deflate"' };
  expect((await ask(aBody(), headers)).status).toBe(200);
});

test("on Vercel its edge compresses, and a function sends identity", async () => {
  shared[SENDS] = undefined;
  const response = await ask(aBody(), { "Accept-Encoding": "gzip, br" });
  expect(shown(response)).toEqual([200, null, 'W/"abc"']);
  expect(response.headers.get("Vary")).toBeNull();
  expect(response.headers.get("X-Longplay-Content-Length")).toBeNull();
  expect(await response.text()).toBe(TEXT);
});
