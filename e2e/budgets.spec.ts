import { once } from "node:events";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { gzipSync } from "node:zlib";
import { DEMO, expect, test } from "./support/fixtures";
import { layoutShift } from "./support/layout-shift";
import { aWirePlayer } from "./support/wire-player";

const CHUNK = /\/_next\/static\/[^"'\\]+?\.js/g;
/** Long enough for the page to be shown in fallback fonts first. */
const FONTS_LATE_MS = 500;
const MANIFEST = new URL("../.next/build-manifest.json", import.meta.url);

test("an overview is at most 18.5 kB compressed and 2,600 px high, 6,000 px on a phone", async ({
  page,
  request,
  standIn,
  siteWith,
}) => {
  // The demo player has what makes a page long: ten years, all kinds of awards, long titles, recent activity.
  const demo = await siteWith(DEMO);
  const html = await (await request.get(`${demo.url}/user/LampLighter`)).text();
  const bytes = gzipSync(html).length;
  console.log(`HTML of an overview: ${bytes} bytes compressed`);
  expect(html).toContain("Full history");
  expect(bytes).toBeLessThanOrEqual(18_500);
  standIn.setPlayer(aWirePlayer({ name: "Tall", games: 1313 }));
  for (const [width, most] of [
    [1280, 2600],
    [390, 6000],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${demo.url}/user/LampLighter`);
    const heights = await page.evaluate(() => ({
      page: document.documentElement.scrollHeight,
      // Shown to demo sites only.
      notice:
        document.querySelector('[aria-label="Demo data"]')?.getBoundingClientRect().height ?? 0,
    }));
    console.log(`An overview at ${width} px: ${heights.page - heights.notice} px`);
    expect(heights.page - heights.notice).toBeLessThanOrEqual(most);
    await page.goto("/user/Tall");
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
      most,
    );
  }
});

test("a Completion Progress page is at most 25 kB compressed, with its games as links or not", async ({
  request,
  standIn,
  siteWith,
}) => {
  const demo = await siteWith(DEMO);
  standIn.setPlayer(aWirePlayer({ name: "Linked", games: 1313 }));
  for (const address of [`${demo.url}/user/LampLighter/progress`, "/user/Linked/progress"]) {
    const bytes = gzipSync(await (await request.get(address)).text()).length;
    console.log(`HTML of a Completion Progress page: ${bytes} bytes compressed`);
    expect(bytes).toBeLessThanOrEqual(25_000);
  }
});

for (const [what, path, bound] of [
  ["an overview's", "/user/Weighed", 15_000],
  ["a Completion Progress page's", "/user/Weighed/progress", 30_000],
  ["a comparison's", "/compare/Weighed/WeighedToo", 31_000],
] as const) {
  test(`${what} JavaScript is at most ${bound / 1000} kB compressed above an empty page's`, async ({
    request,
    standIn,
  }) => {
    for (const name of ["Weighed", "WeighedToo"]) {
      standIn.setPlayer(aWirePlayer({ name, games: 100 }));
    }
    const html = await (await request.get(path)).text();
    // What every page of this Next loads, be it empty.
    const { rootMainFiles, polyfillFiles } = JSON.parse(readFileSync(MANIFEST, "utf8"));
    const ofEveryPage = new Set(
      [...rootMainFiles, ...polyfillFiles].map((file) => `/_next/${file}`),
    );
    const own = [...new Set(html.match(CHUNK))].filter((file) => !ofEveryPage.has(file));
    expect(own.length).toBeGreaterThan(0);
    let bytes = 0;
    for (const file of own) bytes += gzipSync(await (await request.get(file)).body()).length;
    console.log(`JavaScript, ${what}: ${bytes} bytes compressed above an empty page's`);
    expect(bytes).toBeLessThanOrEqual(bound);
  });
}

test("nothing jumps while the page loads, its fonts come late, and after", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Steady", games: 130 }));
  await page.route("**/*.woff2", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, FONTS_LATE_MS));
    await route.continue();
  });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of [
      "/",
      "/user/Steady",
      "/user/Steady/progress",
      "/user/Steady/progress?status=eq-mastered",
    ]) {
      await page.goto(path);
      await page.mouse.move(50, 50);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForLoadState("networkidle");
      const shift = await layoutShift(page);
      expect(shift, `${path} at ${width}`).toBeLessThan(0.02);
    }
  }
});

test("no page preloads a style sheet that it does not use", async ({ request, standIn }) => {
  for (const name of ["Styled", "StyledToo"]) standIn.setPlayer(aWirePlayer({ name, games: 5 }));
  for (const path of [
    "/",
    "/user/Styled",
    "/user/Styled/progress",
    "/user/Styled/progress?status=eq-mastered",
    "/user/Styled/year/2025",
    "/user/Styled/history",
    "/user/Styled/embed",
    "/compare",
    "/compare/Styled/StyledToo",
    "/docs",
    "/docs/cards",
    "/docs/api",
    "/docs/endpoint",
    "/docs/problems",
  ]) {
    const links = (await (await request.get(path)).text()).match(/<link [^>]*>/g) ?? [];
    const sheets = (pattern: RegExp) =>
      links
        .filter((link) => pattern.test(link))
        .map((link) => /href="([^"]+\.css)/.exec(link)?.[1]);
    const used = sheets(/rel="stylesheet"/);
    expect(used.length, path).toBeGreaterThan(0);
    expect(used, path).toEqual(expect.arrayContaining(sheets(/rel="preload".*as="style"/)));
  }
});

test("a cold page of 1,313 games takes two rounds of calls, a warm one none", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "CountedCalls", games: 1313 }));
  standIn.setLatency(100);
  expect((await request.get("/user/CountedCalls")).status()).toBe(200);
  expect(standIn.count("profile")).toBe(1);
  expect(standIn.count("progress")).toBe(3);
  // The second and the third page of games are asked for at once.
  expect(standIn.peak("progress")).toBe(2);
  standIn.resetCalls();
  expect((await request.get("/user/CountedCalls")).status()).toBe(200);
  // Unlocks are read behind the answers.
  expect(standIn.count("profile") + standIn.count("progress")).toBe(0);
});

test("a library has at most 45 bytes a game on its way to the browser", async ({
  site,
  standIn,
}) => {
  for (const games of [1313, 20_000]) {
    const name = `Library${games}`;
    standIn.setPlayer(aWirePlayer({ name, games }));
    const sent = await rawBody(`${site.url}/api/v1/users/${name}/library`);
    expect(sent.length / games, String(games)).toBeLessThanOrEqual(45);
  }
});

/** The bytes of an answer as they are sent to a browser. */
async function rawBody(url: string): Promise<Buffer> {
  const headers = { "Accept-Encoding": "gzip, deflate, br" };
  const [response] = await once(get(url, { headers }), "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks);
}
