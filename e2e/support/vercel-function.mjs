import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

// One function of Vercel's: a process that has its own folder and nothing else, and is asked by HTTP.
// `node vercel-function.mjs <handler> <web|node>` in that folder; it prints its port when it is ready.

const [handlerFile = "", kind] = process.argv.slice(2);

/** What the platform gives each request; what `waitUntil` is given may go on behind the answer. */
const context = new AsyncLocalStorage();
const waitUntil = (/** @type {Promise<unknown>} */ promise) => {
  promise.catch((error) => console.error("Behind an answer:", error));
};
Object.assign(globalThis, {
  [Symbol.for("@vercel/request-context")]: { get: () => context.getStore() ?? {} },
});

const folder = process.cwd();
const handler = createRequire(join(folder, "/"))(join(folder, handlerFile));

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(request, response) {
  if (kind === "node") return handler(request, response);
  const { method = "GET", url, headers } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  const made = await handler(
    new Request(`http://${headers.host}${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ...(hasBody && { body: Readable.toWeb(request), duplex: "half" }),
    }),
  );
  response.writeHead(made.status, [...made.headers].flat());
  if (made.body) await pipeline(Readable.fromWeb(made.body), response);
  else response.end();
}

const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  context.run({ waitUntil }, () =>
    answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    }),
  );
}).listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") console.log(`listens on ${address.port}`);
});
