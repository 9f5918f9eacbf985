import zlib, { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { BodyCache } from "./body-cache";
import { EncodedBody } from "./encoded-body";

const TEXT = { "Content-Type": "text/plain" };
const ALL = ["br", "gzip", "identity"] as const;

/** Text that compresses well, and differs by its seed. */
const text = (seed: string) => `${seed} moth owl heron `.repeat(300);

function cachedBody(content: string | Uint8Array, headers = TEXT) {
  const cache = new BodyCache({ maxBytes: 1024 * 1024 });
  const body = new EncodedBody(content, headers);
  cache.set("key", body);
  return { body, cache };
}

/** Waits until the body is there in brotli. */
async function brotliOf(body: EncodedBody): Promise<Uint8Array> {
  return vi.waitUntil(
    async () => {
      const { encoding, bytes } = await body.encode(["br", "identity"]);
      return encoding === "br" ? bytes : undefined;
    },
    { timeout: 30_000 },
  );
}

afterEach(() => vi.restoreAllMocks());

test("the first answer is gzip, and later ones are brotli, which is smaller", async () => {
  const { body } = cachedBody(text("a"));
  const first = await body.encode(ALL);
  expect(first.encoding).toBe("gzip");
  expect(gunzipSync(first.bytes).toString()).toBe(text("a"));
  const brotli = await brotliOf(body);
  expect(brotliDecompressSync(brotli).toString()).toBe(text("a"));
  expect(brotli.length).toBeLessThan(first.bytes.length);
  expect((await body.encode(ALL)).encoding).toBe("br");
});

test("a client has the first encoding that it accepts", async () => {
  const { body } = cachedBody(text("b"));
  await brotliOf(body);
  expect((await body.encode(["gzip", "br", "identity"])).encoding).toBe("gzip");
  expect((await body.encode(["identity", "br"])).encoding).toBe("identity");
  expect((await body.encode(["gzip"])).encoding).toBe("gzip");
});

test("50 clients at the same time make each form once", async () => {
  const gzip = vi.spyOn(zlib, "gzip");
  const brotli = vi.spyOn(zlib, "brotliCompress");
  const { body } = cachedBody(text("c"));
  const answers = await Promise.all(Array.from({ length: 50 }, () => body.encode(ALL)));
  expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
  await brotliOf(body);
  await Promise.all(Array.from({ length: 50 }, () => body.encode(ALL)));
  expect(gzip).toHaveBeenCalledTimes(1);
  expect(brotli).toHaveBeenCalledTimes(1);
});

test("a body that is not cached is never compressed by brotli", async () => {
  const brotli = vi.spyOn(zlib, "brotliCompress");
  const body = new EncodedBody(text("d"), TEXT);
  expect((await body.encode(ALL)).encoding).toBe("gzip");
  expect((await body.encode(ALL)).encoding).toBe("gzip");
  expect(brotli).not.toHaveBeenCalled();
});

test.each([
  ["a small body", "moth", "text/plain"],
  ["a PNG", text("e"), "image/png"],
])("%s is sent as it is", async (_, content, type) => {
  const gzip = vi.spyOn(zlib, "gzip");
  const { body } = cachedBody(content, { "Content-Type": type });
  expect(body.isCompressible).toBe(false);
  expect((await body.encode(["gzip"])).encoding).toBe("identity");
  expect(gzip).not.toHaveBeenCalled();
});

test.each(["application/json", "image/svg+xml; charset=utf-8", "application/atom+xml", "text/csv"])(
  "%s is compressed",
  (type) => expect(new EncodedBody(text("f"), { "Content-Type": type }).isCompressible).toBe(true),
);

test("a form that is not smaller is dropped, and made once", async () => {
  const gzip = vi.spyOn(zlib, "gzip");
  const noise = crypto.getRandomValues(new Uint8Array(4096));
  const { body } = cachedBody(noise);
  for (const _ of "12") expect((await body.encode(["gzip"])).encoding).toBe("identity");
  expect(gzip).toHaveBeenCalledTimes(1);
  expect(body.byteLength).toBe(4096);
});

test("a compressor that fails costs a client nothing, and is not tried again", async () => {
  const gzip = vi
    .spyOn(zlib, "gzip")
    .mockImplementation(((_: unknown, done: (e: Error) => void) =>
      done(new Error("no memory"))) as typeof zlib.gzip);
  const { body } = cachedBody(text("g"));
  for (const _ of "12") {
    const { encoding, bytes } = await body.encode(["gzip", "identity"]);
    expect([encoding, Buffer.from(bytes).toString()]).toEqual(["identity", text("g")]);
  }
  expect(gzip).toHaveBeenCalledTimes(1);
});

test("the bytes of a cache count all forms", async () => {
  const { body, cache } = cachedBody(text("h"));
  const identity = text("h").length;
  expect(cache.byteLength).toBe(identity + "key".length);
  const { bytes } = await body.encode(["gzip"]);
  expect(cache.byteLength).toBe(identity + bytes.length + "key".length);
  const brotli = await brotliOf(body);
  expect(body.byteLength).toBe(identity + bytes.length + brotli.length);
  expect(cache.byteLength).toBe(body.byteLength + "key".length);
});

test("a form that makes a cache too large evicts what was asked for longest ago", async () => {
  const bodies = ["1", "2"].map((seed) => new EncodedBody(text(seed), TEXT));
  const [one, two] = bodies as [EncodedBody, EncodedBody];
  const cache = new BodyCache({ maxBytes: one.byteLength + two.byteLength + 4 });
  cache.set("1", one);
  cache.set("2", two);
  expect(cache.get("1")).toBe(one);
  await two.encode(["gzip"]);
  expect([cache.get("1"), cache.get("2")]).toEqual([undefined, two]);
  await one.encode(["gzip"]);
  expect([cache.get("1"), cache.get("2")]).toEqual([undefined, two]);
});

test("a body that is larger than a cache allows is not cached", () => {
  const cache = new BodyCache({ maxBytes: 10_000, maxBodyBytes: 1000 });
  cache.set("key", new EncodedBody(text("i"), TEXT));
  expect(cache.get("key")).toBeUndefined();
});

test("while many bodies wait to be compressed, further ones are sent as they are", async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, at) => cachedBody(text(`${at}`)).body.encode(["gzip"])),
  );
  const sent = answers.filter(({ encoding }) => encoding === "identity");
  expect(sent.length).toBeGreaterThan(100);
  expect(sent.length).toBeLessThan(200);
});
