import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { portOf } from "./port-of";
import { startSearchingProxy } from "./searching-proxy";
import { SECRET_KEY } from "./secret-key.mjs";

/** What the proxy finds when a server answers one request like this, and what the client got. */
async function findings(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy = await startSearchingProxy(portOf(server));
  const response = await fetch(`${proxy.url}/path?query=1`, { method: "POST", body: "sent" });
  const body = await response.text().catch(() => "broken");
  await proxy.close();
  server.closeAllConnections();
  server.close();
  return { leaks: proxy.leaks(), searched: proxy.searched(), response, body };
}

test("an answer without the key passes through unchanged", async () => {
  const { leaks, searched, response, body } = await findings(async (request, answer) => {
    const chunks = await request.toArray();
    answer.writeHead(418, { "X-Header": ["one", "two"] });
    answer.end(`${request.method} ${request.url} ${Buffer.concat(chunks)}`);
  });
  expect([leaks, searched]).toEqual([[], 1]);
  expect(response.status).toBe(418);
  expect(response.headers.get("X-Header")).toBe("one, two");
  expect(body).toBe("POST /path?query=1 sent");
});

const text = `before ${SECRET_KEY} after`;
for (const [where, answer] of Object.entries<RequestListener>({
  "a plain body": (_, response) => response.end(text),
  base64: (_, response) => response.end(Buffer.from(SECRET_KEY).toString("base64")),
  "another case": (_, response) => response.end(text.toUpperCase()),
  "a gzip body": (_, response) =>
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(text)),
  "a brotli body": (_, response) =>
    response.writeHead(200, { "Content-Encoding": "br" }).end(brotliCompressSync(text)),
  "a header": (_, response) => response.writeHead(200, { "X-Header": text }).end(),
  "a body that is cut off": (_, response) => {
    response.writeHead(200, { "Content-Length": 1000 });
    response.write(text, () => response.destroy());
  },
})) {
  test(`the key is found in ${where}`, async () => {
    const { leaks } = await findings(answer);
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toContain("POST /path?query=1: the key is in its ");
    expect(leaks[0]).not.toContain(SECRET_KEY);
  });
}

test("a body that the client did not wait for is searched too", async () => {
  const server = createServer((_, response) => {
    response.write("soon: ");
    setTimeout(() => response.end(SECRET_KEY), 50);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy = await startSearchingProxy(portOf(server));
  await fetch(proxy.url);
  await proxy.close();
  server.close();
  expect(proxy.leaks()).toHaveLength(1);
});

test("a body that cannot be read is reported, not passed over", async () => {
  const { leaks } = await findings((_, response) =>
    response.writeHead(200, { "Content-Encoding": "unknown" }).end("?"),
  );
  expect(leaks[0]).toContain("not searched");
});
