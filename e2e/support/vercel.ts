import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { extname, join } from "node:path";
import {
  buildForVercel,
  VERCEL_FUNCTIONS,
  VERCEL_OUTPUT,
  VERCEL_SITE,
} from "../../scripts/vercel-build.mjs";
import { holdsKey } from "./key-leak";
import { portOf } from "./port-of";
import { startSearchingProxy } from "./searching-proxy";
import { NOTHING_SET } from "./site";
import { type RunningFunction, startFunction } from "./vercel-functions";
import {
  type BuiltFunction,
  follow,
  match,
  type Routed,
  readOutput,
  type VercelOutput,
} from "./vercel-output";

/** The site as Vercel would serve it, on this machine. */
export interface Vercel {
  /** No slash at the end. */
  url: string;
  output: VercelOutput;
  /** What was written into the platform's page store: the URLs of pages that the build had not made. */
  pageWrites(): string[];
  /** All that its functions wrote to stdout and stderr. */
  logs(): string;
  /** Stops all. @throws Error if the key was in an answer or a log, or a function wrote into its folder. */
  stop(): Promise<void>;
}

/** Names the functions that an answer is from, in their order. */
export const RAN = "x-test-ran";
/** Where the middleware sent a request. */
export const SENT_TO = "x-test-sent-to";

interface Reply {
  status: number;
  headers: Headers;
  body: Buffer;
}

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "application/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};
const OWN_HEADERS = /^x-middleware-/;
const HOP_BY_HOP = /^(connection|keep-alive|transfer-encoding|content-length)$/;

/**
 * Serves the build that Vercel would serve, by the routes that it comes with: each function is laid out in its
 * own folder and started, in a process of its own, when it is first asked. What is not known of the platform is
 * as it would be hardest: the status that a middleware gives a rewrite is lost, and matchers that follow are
 * tried with the path that it was rewritten to.
 */
export async function startVercel({ env }: { env: Record<string, string> }): Promise<Vercel> {
  if (!(await buildForVercel())) throw new Error("There is no build of the site for Vercel.");
  const output = readOutput(VERCEL_OUTPUT);
  const folder = mkdtempSync(VERCEL_FUNCTIONS);
  const settings = { ...NOTHING_SET, ...env, VERCEL: "1", NODE_ENV: "production" };
  const running = new Map<string, Promise<RunningFunction>>();
  const stored = new Map<string, Reply>();
  const logged: string[] = [];

  function start(built: BuiltFunction): Promise<RunningFunction> {
    // The names of one route's functions are many, and their files the same.
    const name = built.name.replace(/\.rsc$/, "");
    let started = running.get(name);
    if (!started) {
      const own = join(folder, String(running.size));
      started = startFunction(built, { site: VERCEL_SITE, folder: own, env: settings });
      running.set(name, started);
    }
    return started;
  }

  async function run(
    built: BuiltFunction,
    path: string,
    asked: Headers,
    call: Call,
  ): Promise<Reply> {
    call.ran.push(built.name);
    const { port } = await start(built);
    return send(port, path, call.method, asked, call.body);
  }

  /** @returns the answer, if the middleware has one */
  async function runMiddleware(name: string, routed: Routed, call: Call): Promise<Reply | null> {
    const middleware = output.functions.get(name);
    if (!middleware) throw new Error(`There is no ${name}.`);
    const reply = await run(middleware, addressOf(routed), routed.asked, call);
    const sentTo = reply.headers.get("x-middleware-rewrite");
    if (sentTo === null && !reply.headers.has("x-middleware-next")) return reply;
    for (const [header, value] of reply.headers) {
      if (!OWN_HEADERS.test(header)) call.fromMiddleware.set(header, value);
    }
    if (sentTo !== null) {
      const url = new URL(sentTo, "http://127.0.0.1");
      call.sentTo = url.pathname + url.search;
      routed.path = url.pathname;
      routed.query = url.searchParams;
    }
    return null;
  }

  const isThere = (path: string) => output.functions.has(path) || output.statics.has(path);

  /** Follows a phase's routes. @returns whether they lead to something that is there */
  function passes(phase: string, routed: Routed): boolean {
    for (const route of output.routes.get(phase) ?? []) {
      const found = match(route, routed);
      if (!found) continue;
      follow(route, found, routed);
      if (route.dest && isThere(routed.path)) return true;
      if (!route.continue && route.status) return false;
    }
    return false;
  }

  async function answer(asked: IncomingMessage, body: Buffer): Promise<Reply> {
    const url = new URL(asked.url ?? "/", "http://127.0.0.1");
    const call: Call = {
      method: asked.method ?? "GET",
      body,
      ran: [],
      fromMiddleware: new Headers(),
    };
    const routed: Routed = {
      path: url.pathname,
      query: url.searchParams,
      asked: headersOf(asked),
      headers: new Headers(),
    };
    const reply = await route(routed, call);
    reply.headers.set(RAN, call.ran.join(" "));
    if (call.sentTo) reply.headers.set(SENT_TO, call.sentTo);
    return reply;
  }

  async function route(routed: Routed, call: Call): Promise<Reply> {
    for (const each of output.routes.get("") ?? []) {
      const found = match(each, routed);
      if (!found) continue;
      if (each.middlewarePath) {
        const reply = await runMiddleware(each.middlewarePath, routed, call);
        if (reply) return merged(reply, routed, new Headers());
        continue;
      }
      follow(each, found, routed);
      if (!each.continue) break;
    }
    const { status = 200, headers } = routed;
    if (headers.has("Location")) return { status, headers, body: Buffer.alloc(0) };
    const path = call.sentTo?.split("?")[0] ?? routed.path;
    const isServed =
      isThere(routed.path) ||
      ["filesystem", "miss", "rewrite"].some((phase) => passes(phase, routed));
    if (!isServed) {
      const [error] = output.routes.get("error") ?? [];
      Object.assign(routed, { path: error?.dest, status: error?.status });
    }
    return serve(routed, path, call);
  }

  async function serve(routed: Routed, path: string, call: Call): Promise<Reply> {
    const important: Routed = { ...routed, headers: new Headers() };
    for (const each of output.routes.get("hit") ?? []) {
      const found = match(each, important);
      if (found) follow(each, found, important);
    }
    const matchedPath = important.headers.get("x-matched-path") ?? routed.path;
    important.headers.delete("x-matched-path");
    for (const [name, value] of call.fromMiddleware) important.headers.set(name, value);
    const reply = await content(routed, path, matchedPath, call);
    return merged({ ...reply, status: routed.status ?? reply.status }, routed, important.headers);
  }

  async function content(
    routed: Routed,
    path: string,
    matchedPath: string,
    call: Call,
  ): Promise<Reply> {
    const file = output.statics.get(routed.path);
    if (file) {
      const type = file.type ?? TYPES[extname(file.file)] ?? "application/octet-stream";
      const headers = new Headers({ "Content-Type": type });
      return { status: 200, headers, body: readFileSync(file.file) };
    }
    const built = output.functions.get(routed.path);
    if (!built) throw new Error(`There is no ${routed.path}.`);
    const asked = new Headers(routed.asked);
    asked.set("x-matched-path", matchedPath);
    const render = () => run(built, addressOf({ ...routed, path }), asked, call);
    const { prerender } = built;
    if (!prerender) return render();
    if (prerender.fallback !== null) {
      const headers = new Headers(prerender.initialHeaders);
      const body = readFileSync(join(prerender.folder, prerender.fallback));
      return { status: prerender.initialStatus ?? 200, headers, body };
    }
    const key = addressOf(routed);
    const reply = stored.get(key) ?? (await render());
    stored.set(key, reply);
    return { ...reply, headers: new Headers(reply.headers) };
  }

  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    bodyOf(request)
      .then((body) => answer(request, body))
      .then((reply) => write(reply, request, response))
      .catch((error: unknown) => {
        logged.push(String(error instanceof Error ? error.stack : error));
        response.destroy();
      });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy = await startSearchingProxy(portOf(server));
  let ended: RunningFunction[] = [];
  const logs = () => [...logged, ...ended.map(({ child }) => child.logs())].join("\n");

  return {
    url: proxy.url,
    output,
    pageWrites: () => [...stored.keys()],
    logs,
    async stop() {
      await proxy.close();
      server.close();
      server.closeAllConnections();
      ended = await Promise.all(running.values());
      await Promise.all(ended.map(({ child }) => child.stop()));
      const problems = [
        ...proxy.leaks(),
        ...logged,
        ...ended.flatMap(({ written }) => written()).map((name) => `A function wrote ${name}.`),
        ...(holdsKey(logs()) ? ["The key is in the logs."] : []),
      ];
      for (const each of ended) each.remove();
      rmSync(folder, { recursive: true, force: true });
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  };
}

/** A request, and what becomes of it. */
interface Call {
  method: string;
  body: Buffer;
  ran: string[];
  sentTo?: string;
  fromMiddleware: Headers;
}

/** The routes' headers, over them the content's own, and over these what is more important. */
function merged(reply: Reply, { headers }: Routed, important: Headers): Reply {
  const all = new Headers(headers);
  for (const [name, value] of [...reply.headers, ...important]) {
    if (!OWN_HEADERS.test(name)) all.set(name, value);
  }
  return { ...reply, headers: all };
}

const addressOf = ({ path, query }: Pick<Routed, "path" | "query">) =>
  query.size === 0 ? path : `${path}?${query}`;

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function send(
  port: number,
  path: string,
  method: string,
  headers: Headers,
  body: Buffer,
): Promise<Reply> {
  const request = httpRequest({
    host: "127.0.0.1",
    port,
    path,
    method,
    headers: Object.fromEntries(headers),
  });
  request.end(body);
  const [message] = (await once(request, "response")) as [IncomingMessage];
  const replied = headersOf(message);
  for (const name of [...replied.keys()].filter((each) => HOP_BY_HOP.test(each))) {
    replied.delete(name);
  }
  return { status: message.statusCode ?? 502, headers: replied, body: await bodyOf(message) };
}

function write(
  { status, headers, body }: Reply,
  { method }: IncomingMessage,
  response: ServerResponse,
) {
  response.writeHead(status, Object.fromEntries(headers));
  response.end(method === "HEAD" || status === 304 ? undefined : body);
}
