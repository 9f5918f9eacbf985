import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { framingHeaders, sendFramingHeaders, sendsFramingHeaders } from "./framing-headers";

let server: Server | undefined;
afterEach(() => server?.close());

test("a server sends how a body is encoded and how long it is, under the headers' own names", async () => {
  expect(sendsFramingHeaders()).toBe(false);
  sendFramingHeaders();
  expect(sendsFramingHeaders()).toBe(true);
  const body = gzipSync("moth");
  server = createServer((_, response) => {
    // As Next copies the headers of a response.
    for (const [name, value] of new Headers(framingHeaders("gzip", body.length))) {
      response.setHeader(name, value);
    }
    response.setHeader("X-Other", "1");
    response.end(body);
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/`);
  expect(response.headers.get("Content-Encoding")).toBe("gzip");
  expect(response.headers.get("Content-Length")).toBe(`${body.length}`);
  expect(response.headers.get("X-Other")).toBe("1");
  expect([...response.headers.keys()].join()).not.toContain("longplay");
  expect(await response.text()).toBe("moth");
});

test("identity is not named", () => {
  expect(framingHeaders(null, 4)).toEqual({ "X-Longplay-Content-Length": "4" });
});
