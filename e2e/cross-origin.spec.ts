import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { portOf } from "./support/port-of";
import { aWirePlayer } from "./support/wire-player";

const RA = "/API/API_GetUserCompletionProgress.php";

/** What a program in another site's page may ask for, and what it is answered. */
const FOR_PROGRAMS = [
  [`${RA}?u=Anywhere`, 200],
  [`${RA}?u=a!`, 422],
  ["/API/API_GetUserSummary.php", 404],
  ["/api/v1/users/Anywhere/games", 200],
  ["/api/v1/users/Anywhere/games?status=shiny", 422],
  ["/api/v1/users/%zz/games", 400],
  ["/api/v1/compare?users=Anywhere,NobodyAtAll9", 404],
  ["/api/oembed?url=/user/Anywhere", 200],
  ["/api/nothing", 404],
  ["/api/health", 200],
  ["/user/Anywhere/games.json", 200],
  ["/user/Anywhere/games.csv", 200],
  ["/user/Anywhere/history.csv", 200],
  ["/user/Anywhere/feed.xml", 200],
  ["/user/Anywhere/badge.json", 200],
  ["/user/NobodyAtAll9/feed.xml", 404],
  ["/user/Anywhere/cards/summary.svg", 200],
  ["/user/NobodyAtAll9/cards/summary.png", 200],
  ["/user/Anywhere/cards/nothing.svg", 404],
] as const;

/** What programs send that a browser asks about first, and what they read. */
const SENT = ["user-agent", "content-type", "if-none-match", "cache-control", "x-requested-with"];
const READ = ["etag", "cache-status", "retry-after", "ratelimit", "ratelimit-policy", "link"];

const listed = (value: string | null) => (value ?? "").toLowerCase().split(/, */);

test("programs of other origins may send and read what they need, and no credentials", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Anywhere", games: 5 }));
  for (const [path, status] of FOR_PROGRAMS) {
    const answer = await ask(site.url + path, { headers: { Origin: "https://elsewhere.example" } });
    expect(answer.status, path).toBe(status);
    expect(answer.headers.get("Access-Control-Allow-Origin"), path).toBe("*");
    const exposed = listed(answer.headers.get("Access-Control-Expose-Headers"));
    expect(exposed, path).toEqual(expect.arrayContaining([...READ, "x-longplay-error"]));

    const preflight = await ask(site.url + path, {
      method: "OPTIONS",
      headers: {
        Origin: "https://elsewhere.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": SENT.join(),
      },
    });
    if (status === 400) continue;
    expect(preflight.status, path).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Origin"), path).toBe("*");
    const methods = listed(preflight.headers.get("Access-Control-Allow-Methods"));
    expect(methods, path).toEqual(["get", "head", "post"]);
    const allowed = listed(preflight.headers.get("Access-Control-Allow-Headers"));
    expect(allowed, path).toEqual(expect.arrayContaining(SENT));
    expect(allowed, path).not.toContain("authorization");
    expect(Number(preflight.headers.get("Access-Control-Max-Age")), path).toBeGreaterThan(600);
    for (const { headers } of [answer, preflight]) {
      expect(headers.has("Access-Control-Allow-Credentials"), path).toBe(false);
    }
  }
  for (const path of ["/", "/user/Anywhere", "/docs", "/user/Anywhere/frame"]) {
    const { headers } = await ask(site.url + path);
    expect(headers.has("Access-Control-Allow-Origin"), path).toBe(false);
  }
});

const CLIENT = fileURLToPath(
  new URL("../node_modules/@retroachievements/api/dist/api.modern.js", import.meta.url),
);

/** The official package as a bundler makes it for browsers. */
async function bundledClient(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    define: { "process.env": "{}" },
    build: { write: false, lib: { entry: CLIENT, formats: ["es"], fileName: "client" } },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !("output" in output)) throw new Error("Vite has made nothing.");
  return output.output[0].code;
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Elsewhere</title>';

test("the official client runs in a page of another origin, and so does a program of its own", async ({
  page,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Foreign", games: 12 }));
  await untilPlayerIsFilled(site, "Foreign");
  const client = await bundledClient();
  const elsewhere = createServer(({ url }, response) => {
    const isClient = url === "/client.js";
    response.setHeader("Content-Type", isClient ? "text/javascript" : "text/html");
    response.end(isClient ? client : PAGE);
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  try {
    await page.goto(`http://127.0.0.1:${portOf(elsewhere)}/`);
    const progress = await page.evaluate(async (base) => {
      const send = globalThis.fetch;
      globalThis.fetch = (url, init) =>
        send(String(url).replace("https://retroachievements.org", base), init);
      const path = "/client.js";
      const { buildAuthorization, getUserCompletionProgress } = await import(path);
      const authorization = buildAuthorization({ username: "none", webApiKey: "none" });
      return getUserCompletionProgress(authorization, { username: "Foreign", count: 5 });
    }, site.url);
    expect(progress).toMatchObject({ count: 5, total: 12, results: { length: 5 } });

    const read = await page.evaluate(async (base) => {
      const url = `${base}/api/v1/users/Foreign/summary`;
      const first = await fetch(url, {
        headers: { "Content-Type": "application/json", "Cache-Control": "no-cache" },
      });
      const tag = first.headers.get("ETag") ?? "";
      const again = await fetch(url, { headers: { "If-None-Match": tag }, cache: "no-store" });
      const card = await fetch(`${base}/user/a!/cards/summary.svg`, {
        headers: { "Cache-Control": "no-cache" },
      });
      return {
        ...{ tag, from: first.headers.get("Cache-Status"), again: again.status },
        problem: card.headers.get("X-Longplay-Error"),
      };
    }, site.url);
    expect(read).toEqual({
      tag: expect.stringMatching(/^W\/"/),
      from: expect.stringContaining("Longplay;"),
      again: 304,
      problem: "invalid-user",
    });
  } finally {
    elsewhere.close();
    elsewhere.closeAllConnections();
  }
});
