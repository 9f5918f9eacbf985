import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { LIMITS } from "@/lib/limits";

// The process's own server, which stands for Next.

const HTML = `<html><main id="main">${"A moth and an owl. ".repeat(200)}</main></html>`;
const PAGE = {
  publicPath: "/user/Anybody",
  path: "/user/anybody@1",
  tag: 'W/"tag"',
  isKept: true,
};

let rendered: IncomingMessage[];
let answer: RequestListener;
let server: Server;
let pages: typeof import("./rendered-pages");

beforeEach(async () => {
  vi.resetModules();
  rendered = [];
  answer = (_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "rsc, Accept-Encoding");
    response.setHeader("Link", ["</a.woff2>; rel=preload", "</b.woff2>; rel=preload"]);
    response.end(HTML);
  };
  server = createServer((request, response) => {
    if (request.url === "/first") response.end();
    else {
      rendered.push(request);
      answer(request, response);
    }
  });
  await once(server.listen(0), "listening");
  const { serveDirectly } = await import("@/lib/server-process");
  serveDirectly();
  pages = await import("./rendered-pages");
  await fetch(`http://127.0.0.1:${portOf(server)}/first`);
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), "close");
});

/** What a client without encodings gets. */
async function textOf(page: Awaited<ReturnType<typeof pages.renderedPage>>) {
  const form = await page?.body.encode(["identity"]);
  return form && Buffer.from(form.bytes).toString();
}

test("fifty requests for a page cost one rendering, which is cached as it was sent", async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => pages.renderedPage(PAGE)));
  expect(rendered).toHaveLength(1);
  expect(new Set(all).size).toBe(1);
  const [page = null] = all;
  expect(pages.cachedPage(PAGE.path)).toBe(page?.body);
  expect(await textOf(page)).toBe(HTML);
  expect(page?.isWhole).toBe(true);
  expect(page?.body.tagOf("identity")).toBe(PAGE.tag);
  expect(page?.body.headers).toEqual({
    "Content-Type": "text/html; charset=utf-8",
    Vary: "rsc",
    Link: "</a.woff2>; rel=preload, </b.woff2>; rel=preload",
  });
});

test("the page is requested at its public path, with its own path for the proxy alone", async () => {
  await pages.renderedPage(PAGE);
  const [request] = rendered;
  expect(request?.url).toBe(PAGE.publicPath);
  const headers = new Headers(request?.headers as Record<string, string>);
  expect(headers.get("Accept-Encoding")).toBeNull();
  expect(pages.readPageToRender(headers)).toBe(PAGE.path);
});

test("no client can name a page to render", () => {
  for (const value of [PAGE.path, ` ${PAGE.path}`, `undefined ${PAGE.path}`, "secret", ""]) {
    expect(pages.readPageToRender(new Headers({ "X-Longplay-Page": value }))).toBeNull();
  }
  expect(pages.readPageToRender(new Headers())).toBeNull();
});

test.each<[string, RequestListener]>([
  ["that failed", (_, response) => response.writeHead(500).end(HTML)],
  ["that is not there", (_, response) => response.writeHead(404).end(HTML)],
  ["that ends early", (_, response) => response.write(HTML, () => response.destroy())],
  ["without an answer", (request) => request.destroy()],
  ["that is too large", (_, response) => response.end("x".repeat(LIMITS.pageBytes + 1))],
])("a page %s is left to Next, and the next request renders it again", async (_, fail) => {
  const succeed = answer;
  answer = fail;
  expect(await pages.renderedPage(PAGE)).toBeNull();
  expect(pages.cachedPage(PAGE.path)).toBeUndefined();
  answer = succeed;
  expect(await textOf(await pages.renderedPage(PAGE))).toBe(HTML);
  expect(rendered).toHaveLength(2);
});

test("a page that lacks something is sent but not cached", async () => {
  const incomplete = HTML.replace('id="main"', 'id="main" data-incomplete="true"');
  answer = (_, response) => response.end(incomplete);
  const page = await pages.renderedPage(PAGE);
  expect(await textOf(page)).toBe(incomplete);
  expect(page?.isWhole).toBe(false);
  expect(pages.cachedPage(PAGE.path)).toBeUndefined();
});

test("a page that is not to be kept is sent but not cached", async () => {
  expect(await textOf(await pages.renderedPage({ ...PAGE, isKept: false }))).toBe(HTML);
  expect(pages.cachedPage(PAGE.path)).toBeUndefined();
});

test.each(["", "?tz=Asia%2FTokyo"])(
  "of a page %s that lacks something no client holds a copy, and the whole one has its tag",
  async (search) => {
    const { show } = await import("./answers");
    const url = new URL(`https://site.example/user/Anybody${search}`);
    const headers = { "Cache-Control": "public, max-age=0, s-maxage=300" };
    const ask = (held: Record<string, string> = {}) =>
      show(new Request(url, { headers: held }), url, { pathname: PAGE.path, search, headers });
    const succeed = answer;
    answer = (_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(HTML.replace('id="main"', 'id="main" data-incomplete="true"'));
    };
    const lacking = await ask();
    expect(await lacking.text()).toContain("data-incomplete");
    expect(lacking.headers.get("ETag")).toBeNull();
    expect(lacking.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=1");
    answer = succeed;
    const whole = await ask();
    expect(await whole.text()).toBe(HTML);
    expect(whole.headers.get("Cache-Control")).toBe(headers["Cache-Control"]);
    expect(rendered.at(-1)?.url).toBe(`/user/Anybody${search}`);
    const tag = whole.headers.get("ETag") ?? "";
    expect((await ask({ "If-None-Match": tag })).status).toBe(304);
  },
);

test("pages are an LRU cache, bounded by their bytes in all encodings", async () => {
  const large = `<html>${"x".repeat(LIMITS.pageBytes - 100)}</html>`;
  answer = (_, response) => response.end(large);
  const most = Math.floor(LIMITS.pagesBytes / large.length);
  for (let at = 0; at <= most; at++) await pages.renderedPage({ ...PAGE, path: `/user/${at}` });
  expect(pages.cachedPage("/user/0")).toBeUndefined();
  expect(pages.cachedPage("/user/1")).toBeDefined();
  expect(pages.cachedPage(`/user/${most}`)).toBeDefined();
});
