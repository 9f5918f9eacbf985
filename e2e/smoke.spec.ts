import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from "node:http";
import getPort from "get-port";
import { expect, test } from "./support/fixtures";
import { withHttpServer } from "./support/http-server";
import { type Ended, runScript } from "./support/script";
import { aWirePlayer } from "./support/wire-player";

// `npm run smoke`, as an owner runs it, against this site and against one whose platform spoils it.

/** What a platform makes of an answer. */
interface Passed {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Looks at a site through something that changes its answers.
 *
 * @param sent headers that the site gets instead of the caller's
 */
function smokeThrough(
  siteUrl: string,
  user: string,
  change: (path: string, passed: Passed) => Partial<Passed>,
  sent: OutgoingHttpHeaders = {},
): Promise<Ended> {
  return withHttpServer(
    (request, response) => {
      const path = request.url ?? "/";
      const headers = {
        ...request.headers,
        ...{ "accept-encoding": "identity", connection: "close" },
        ...sent,
      };
      const onward = httpRequest(siteUrl + path, { headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const { "transfer-encoding": _, "content-length": __, ...own } = answer.headers;
          const status = answer.statusCode ?? 502;
          const passed = { status, headers: own, body: Buffer.concat(chunks) };
          const changed = { ...passed, ...change(path, passed) };
          for (const [name, value] of Object.entries(changed.headers)) {
            if (value !== undefined) response.setHeader(name, value);
          }
          response.writeHead(changed.status).end(changed.body);
        });
      });
      onward.on("error", () => response.destroy());
      onward.end();
    },
    (url) => runScript("smoke", [url, user]),
  );
}

/** What was said of one check. */
function said({ output }: Ended, about: string): string {
  return new RegExp(`^(?:ok|note|PROBLEM) +${about}: .*`, "m").exec(output)?.[0] ?? output;
}

test("of a site that is as it should be, each part is said to be", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Smoked", games: 150 }));
  const ended = await runScript("smoke", [site.serverUrl, "Smoked"]);
  expect(said(ended, "Unknown player")).toContain("404, a complete page");
  expect(said(ended, "Page")).toContain("304 to a browser that has it");
  expect(said(ended, "Second request")).toContain("there is no shared cache");
  expect(said(ended, "Card in a browser")).toContain("an <img> on another site shows it, 495×");
  expect(ended.output).toContain("Everything works.");
  expect(ended.code).toBe(0);
});

test("each fault of a platform is reported, and fails", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Spoiled", games: 20 }));
  const ended = await smokeThrough(site.serverUrl, "Spoiled", (path, { headers, body }) => {
    if (path.startsWith("/user/Nobody")) return { status: 200 };
    if (path === "/user/Spoiled") return { body: body.subarray(0, body.length / 2) };
    if (path.includes("?status=")) return { status: 404 };
    if (path.endsWith("/games")) return { headers: { ...headers, "cache-control": "private" } };
    if (path.includes("/API/")) return { headers: { ...headers, etag: undefined } };
    if (path.endsWith(".png")) return { body: body.subarray(0, 500) };
    const policy = { "cross-origin-resource-policy": "same-origin", "x-vercel-cache": "MISS" };
    if (path.endsWith(".svg")) return { headers: { ...headers, ...policy } };
    return {};
  });
  expect(said(ended, "Unknown player")).toMatch(/^PROBLEM.* answers 200 instead of 404/);
  expect(said(ended, "Page")).toMatch(/^PROBLEM.* breaks off/);
  expect(said(ended, "Filtered page")).toMatch(/^PROBLEM.* is 404/);
  expect(said(ended, "JSON")).toMatch(/^PROBLEM.* has Cache-Control "private"/);
  expect(said(ended, "RetroAchievements' own path")).toMatch(/^PROBLEM.* has no ETag/);
  expect(said(ended, "Card as SVG")).toMatch(/^ok/);
  expect(said(ended, "Card as PNG")).toMatch(/^PROBLEM.* not a complete picture/);
  expect(said(ended, "Second request")).toMatch(
    /^PROBLEM.*Vercel's cache did not answer it \(MISS\)/,
  );
  expect(said(ended, "Card in a browser")).toMatch(/^PROBLEM.* shows nothing/);
  expect(ended.output).toContain("Problems: 8.");
  expect(ended.code).toBe(1);
});

test("an empty error or a card with a message fails, and a cache's hit is reported", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Deserted", games: 20 }));
  const ended = await smokeThrough(site.serverUrl, "Deserted", (path, { headers }) => {
    if (path.startsWith("/user/Nobody")) return { body: Buffer.alloc(0) };
    const kept = { "x-vercel-cache": "HIT", age: "7", "x-longplay-error": "busy" };
    return path.endsWith(".svg") ? { headers: { ...headers, ...kept } } : {};
  });
  expect(said(ended, "Unknown player")).toMatch(/^PROBLEM.* \(404\) is empty/);
  expect(said(ended, "Card as SVG")).toMatch(/^PROBLEM.*: busy/);
  expect(said(ended, "Second request")).toMatch(/^ok.*\(HIT, 7 s old\)/);
  expect(ended.code).toBe(1);
});

test("a page sent again despite its tag is reported, and fails", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Resent", games: 20 }));
  const ended = await smokeThrough(site.serverUrl, "Resent", () => ({}), { "if-none-match": "" });
  expect(said(ended, "Page")).toMatch(
    /^PROBLEM.* answers 200 instead of 304 to a browser that has it/,
  );
  expect(said(ended, "Filtered page")).toMatch(
    /^PROBLEM.* answers 200 instead of 304 to a browser that has it/,
  );
  expect(ended.output).toContain("Problems: 2.");
  expect(ended.code).toBe(1);
});

test("without a site, or with none that answers, it says so", async () => {
  const nameless = await runScript("smoke", []);
  expect(nameless.output).toContain("npm run smoke -- https://your-site");
  expect(nameless.code).toBe(1);
  const nowhere = await runScript("smoke", [`http://127.0.0.1:${await getPort()}`]);
  expect(nowhere.output).toContain("there is no answer (ECONNREFUSED)");
  expect(nowhere.code).toBe(1);
});
