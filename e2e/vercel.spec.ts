import { statSync } from "node:fs";
import { join } from "node:path";
import config from "../next.config.mjs";
import { VERCEL_OUTPUT, VERCEL_SITE } from "../scripts/vercel-build.mjs";
import vercelConfig from "../vercel.json" with { type: "json" };
import { type Answer, ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { test as base, CRON_SECRET, expect, settings } from "./support/fixtures";
import { filesWithKey } from "./support/key-leak";
import { agePlayer, storedPlayer, watchedKey } from "./support/stored";
import { expectPlayer, showOnSurfaces } from "./support/surfaces";
import { RAN, SENT_TO, startVercel } from "./support/vercel";
import type { BuiltFunction } from "./support/vercel-output";
import { aWirePlayer, library } from "./support/wire-player";

// The build that Vercel would make, served as it would be: by its routes, each function in a process and a folder
// of its own.

const test = base.extend({
  baseURL: async ({ vercel }, provide) => provide(vercel.url),
});

/** The functions that an answer is from. */
const ran = ({ headers }: Answer) => headers.get(RAN)?.split(" ") ?? [];

test("every surface shows a player, from a function that has only its own files", async ({
  vercel,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Deployed", games: 30 }));
  // The first answers load the player, and start the functions.
  await showOnSurfaces(vercel.url, "Deployed");
  for (const shown of await showOnSurfaces(vercel.url, "Deployed")) {
    expectPlayer(shown, { state: "kept", name: "Deployed", games: 30 });
  }
  const posted = await ask(`${vercel.url}/API/API_GetUserCompletionProgress.php?u=Deployed`, {
    method: "POST",
  });
  expect(posted.json()).toMatchObject({ Total: 30 });
  for (const [path, type] of [
    ["/", "text/html"],
    ["/user/Deployed/embed", "text/html"],
    ["/user/Deployed/frame", "text/html"],
    ["/user/Deployed/games.csv", "text/csv"],
    ["/demo-media/cards/summary.svg", "image/svg+xml"],
    ["/api/oembed?url=/user/Deployed", "application/json"],
    ["/manifest.webmanifest", "application/manifest+json"],
  ] as const) {
    const answer = await ask(vercel.url + path);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("Content-Type"), path).toContain(type);
  }
  // Drawn with the fonts and the native code that came along, and not a card that says that there are none.
  const png = await ask(`${vercel.url}/user/Deployed/cards/summary.png?scale=2`);
  expect(png.headers.get("X-Longplay-Error")).toBeNull();
  expect(png.body.readUInt32BE(16)).toBe(990);
});

test("functions send identity: the platform's edge compresses", async ({ vercel, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "EdgePacked", games: 60 }));
  for (const path of [
    "/user/EdgePacked/cards/summary.svg",
    "/user/EdgePacked/games.csv",
    "/api/v1/users/EdgePacked/library",
    "/API/API_GetUserCompletionProgress.php?u=EdgePacked",
    "/api/openapi.json",
  ]) {
    for (const _ of "12") {
      const { headers } = await ask(vercel.url + path, {
        headers: { "Accept-Encoding": "gzip, br" },
      });
      expect(headers.get("Content-Encoding"), path).toBeNull();
      expect([...headers.keys()].join(), path).not.toContain("x-longplay-content");
      expect(headers.get("ETag"), path).toMatch(/^W\/"[\w-]{27}"$/);
    }
  }
});

test("a browser runs the page as it is deployed", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Browsed", games: 30 }));
  const library = page.waitForResponse(/\/api\/v1\/users\/Browsed\/library$/);
  await page.goto("/user/Browsed/progress");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Browsed Completion progress");
  await page.mouse.move(10, 10);
  expect((await library).status()).toBe(200);
});

test("the page of a player and that of a list say of themselves what they say elsewhere", async ({
  vercel,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Indexed", games: 5 }));
  // Unlocks that arrive make another version.
  await untilPlayerIsFilled(vercel, "Indexed");
  const page = await ask(`${vercel.url}/user/Indexed`);
  expect(page.text).toContain("<title>Indexed · Longplay</title>");
  expect(page.text).not.toContain("noindex");
  const list = await ask(`${vercel.url}/user/Indexed/progress?status=eq-mastered`);
  expect(list.text).toContain('<meta name="robots" content="noindex, follow"/>');
  const again = await ask(`${vercel.url}/user/Indexed`, {
    headers: { "If-None-Match": page.headers.get("ETag") ?? "" },
  });
  expect([again.status, ran(again)]).toEqual([304, ["_middleware"]]);
});

test("what cannot be shown is a whole page with its status, though a rewrite would lose it", async ({
  vercel,
  standIn,
}) => {
  const expectErrorPage = (answer: Answer, status: number, title: string) => {
    expect(answer.status, title).toBe(status);
    expect(answer.headers.get("Content-Type"), title).toContain("text/html");
    expect(answer.text, title).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
    expect(answer.text.trimEnd(), title).toMatch(/<\/footer>\s*<\/body>\s*<\/html>$/);
    expect(ran(answer), title).toEqual(["_middleware"]);
  };
  const unknown = await ask(`${vercel.url}/user/Nobody`);
  expectErrorPage(unknown, 404, "Player not found");
  expect(unknown.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=60");
  for (const path of [
    "/user/Nobody/progress/list",
    "/user/Nobody/shelf",
    "/user/[user]?nxtPuser=x",
    "/errors/not-for-routers",
    "/errors/template",
  ]) {
    const answer = await ask(vercel.url + path);
    expect(answer.status, path).toBe(404);
    expect(ran(answer), path).toEqual(["_middleware"]);
  }
  for (const [failure, status, title] of [
    ["unavailable", 503, "RetroAchievements is not answering"],
    ["malformed", 502, "RetroAchievements sent a broken answer"],
    ["rate-limited", 429, "RetroAchievements asked this site to slow down"],
  ] as const) {
    standIn.fail(failure);
    const answer = await ask(`${vercel.url}/user/Lost${status}`);
    expectErrorPage(answer, status, title);
    expect(answer.headers.get("Cache-Control"), failure).toBe("no-store");
    expect(Number(answer.headers.get("Retry-After")), failure).toBeGreaterThan(0);
  }
  const nothing = await ask(`${vercel.url}/nothing`);
  expect(nothing.status).toBe(404);
  expect(nothing.text).toContain("Page not found");
});

test("the proxy runs once for a request, whatever it was rewritten to", async ({
  vercel,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Once", games: 5 }));
  for (const path of [
    "/user/Once",
    "/user/Once/progress",
    "/user/Once/progress?sort=-title",
    "/user/Once?sort=-title",
    "/user/%4fnce",
    "/user/%",
    "/user/x",
  ]) {
    for (const headers of [{}, { RSC: "1" }]) {
      const steps = ran(await ask(vercel.url + path, { headers }));
      expect(steps.filter((name) => name === "_middleware").length, path).toBeLessThanOrEqual(1);
    }
  }
});

test("a name with needless escapes is the same name", async ({ vercel, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Once", games: 5 }));
  for (const path of ["/user/Once", "/user/Once/cards/summary.svg?theme=dark"]) {
    const answer = await ask(vercel.url + path.replace("Once", "%4fnce"));
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("X-Longplay-Error"), path).toBeNull();
  }
});

test("Next's router gets its own form of what is no player's page, and nothing else", async ({
  vercel,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "RoutedThere", games: 5 }));
  const headers = { RSC: "1" };
  const home = await ask(`${vercel.url}/`, { headers });
  expect(home.headers.get("Content-Type")).toContain("text/x-component");
  for (const path of [
    "/user/RoutedThere",
    "/user/RoutedThere/embed",
    "/user/RoutedThere/year/2026",
    "/user/RoutedThere/progress",
    "/user/RoutedThere/progress?sort=-title",
  ]) {
    const answer = await ask(vercel.url + path, { headers });
    expect([answer.status, answer.text], path).toEqual([404, "Pages are there as HTML only."]);
  }
});

for (const store of ["a store", "no store"]) {
  test(`with ${store}, a page is never older than the version that was asked for`, async ({
    standIn,
    redis,
  }) => {
    const env: Record<string, string> = { ...settings(standIn, redis), CACHE_FRESH_SECONDS: "0" };
    if (store === "no store") Object.assign(env, { KV_REST_API_URL: "", KV_REST_API_TOKEN: "" });
    const name = store === "a store" ? "Kept" : "Unkept";
    const vercel = await startVercel({ env });
    const versions = new Set<number>();
    const older: string[] = [];
    try {
      for (let points = 101; points <= 105; points++) {
        const games = library(12).map((row) => ({ ...row, Title: `${row.Title} ${points}` }));
        standIn.setPlayer(aWirePlayer({ name, games, profile: { TotalPoints: points } }));
        // Never fresh: each visit has the middleware's process learn of the player behind its answer.
        await expect(async () => {
          for (const path of ["", "/progress", "/progress?sort=-title"]) {
            const page = await ask(`${vercel.url}/user/${name}${path}`);
            const sentTo = page.headers.get(SENT_TO) ?? "";
            const version = Number.parseInt(/@([0-9a-z]+)/.exec(sentTo)?.[1] ?? "", 36);
            const shown = Date.parse(/<time [^>]*dateTime="([^"]+)"/.exec(page.text)?.[1] ?? "");
            if (!(shown >= version)) older.push(`${sentTo} shows ${shown}`);
            versions.add(version);
            expect(page.text.includes(` ${points}</a>`), sentTo).toBe(true);
            const ofPoints = `<dt>Points</dt><dd>${points}</dd>`;
            if (path === "") expect(page.text.includes(ofPoints), sentTo).toBe(true);
          }
        }).toPass({ intervals: [50] });
      }
      expect(older).toEqual([]);
      expect(versions.size).toBeGreaterThanOrEqual(5);
      expect(vercel.pageWrites()).toEqual([]);
      const health = (await ask(`${vercel.url}/api/health`)).json<{
        history: unknown;
        warnings: string[];
      }>();
      const warning = /KV_REST_API_URL/;
      if (store === "a store") {
        expect(health.warnings.join()).not.toMatch(warning);
        expect(health.history).toEqual({ kept: true });
      } else {
        expect(health.warnings.join()).toMatch(warning);
        expect(health.history).toEqual({ kept: false, why: "memory" });
      }
    } finally {
      await vercel.stop();
    }
    if (store === "no store") expect(vercel.logs()).toMatch(/"level":"warn".*KV_REST_API_URL/);
  });
}

/** Of a function's files, those that match. */
const filesOf = ({ config: { filePathMap } }: BuiltFunction, pattern: RegExp) =>
  Object.keys(filePathMap).filter((path) => pattern.test(path));

test("functions are small, with native code and fonts where they draw and nowhere else", ({
  vercel,
}) => {
  const fonts = new Set(
    Object.values(config.outputFileTracingIncludes ?? {})
      .flat()
      .map((path) => path.slice(2)),
  );
  for (const [path, built] of vercel.output.functions) {
    const { filePathMap } = built.config;
    const bytes = Object.values(filePathMap)
      .map((file) => statSync(join(VERCEL_SITE, file)).size)
      .reduce((sum, size) => sum + size, 0);
    const name = path.replace(/\.rsc$/, "");
    const draws = name === "/user/[user]/cards/[card]";
    const hasFonts = draws || ["/demo-media/cards/[card]", "/api/oembed"].includes(name);
    expect(bytes, path).toBeLessThan((hasFonts ? 60 : 5) * 1024 * 1024);
    expect(filesOf(built, /\.node$|\.so\b/).length > 0, path).toBe(draws);
    expect(filesOf(built, /\.ttf$/).sort(), path).toEqual(hasFonts ? [...fonts].sort() : []);
    expect(filesOf(built, /(^|\/)\.env/), path).toEqual([]);
  }
});

test("the cron asks once a day, as every plan allows, for a function that has time to end", async ({
  vercel,
  standIn,
  redis,
}) => {
  expect(vercelConfig.crons.map(({ schedule }) => schedule)).toEqual([
    expect.stringMatching(/^\d+ \d+ \* \* \*$/),
  ]);
  const path = vercelConfig.crons[0]?.path ?? "";
  expect(vercel.output.functions.get(path)?.config.maxDuration).toBeGreaterThanOrEqual(60);
  const player = aWirePlayer({ name: "WatchedByCron", games: 5 });
  standIn.setPlayer(player);
  await ask(`${vercel.url}/user/WatchedByCron/cards/summary.svg`);
  await expect.poll(() => redis.command("EXISTS", watchedKey(player))).toBe(1);
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
  await agePlayer(redis, player, 26);
  expect((await ask(vercel.url + path)).status).toBe(401);
  standIn.resetCalls();
  const asked = await ask(vercel.url + path, {
    headers: { Authorization: `Bearer ${CRON_SECRET}` },
  });
  expect([asked.status, ran(asked)]).toEqual([200, [path.slice(1)]]);
  expect(asked.json<{ same: number }>().same).toBeGreaterThanOrEqual(1);
  const { ULID } = player.profile;
  expect(standIn.calls().filter(({ params }) => params.u === ULID)).toHaveLength(1);
});

test("no page is written into the platform's page store", async ({ vercel, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Unwritten", games: 5 }));
  const year = `/user/Unwritten/year/${new Date().getUTCFullYear()}`;
  for (const path of [
    "/user/Unwritten",
    "/user/Unwritten?shelf=1",
    "/user/Unwritten/progress",
    "/user/Unwritten/progress?sort=-title",
    year,
    "/",
    "/user/Nobody",
  ]) {
    await ask(vercel.url + path);
  }
  expect(vercel.pageWrites()).toEqual([]);
});

test("the key is not in the build", () => {
  expect(filesWithKey(VERCEL_OUTPUT)).toEqual([]);
});
