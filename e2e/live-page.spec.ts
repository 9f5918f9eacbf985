import type { Page, Request } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

// The page of a card for OBS, which loads a picture once only.

const MINUTE_MS = 61_000;

/** The address of the picture that is shown, once it is a whole one. */
async function shown(page: Page): Promise<string> {
  const image = page.locator("img:visible");
  await expect
    .poll(() => image.evaluate((card: HTMLImageElement) => card.complete && card.naturalWidth))
    .toBeGreaterThan(0);
  return (await image.getAttribute("src")) ?? "";
}

/** Collects what a page asks for of cards. */
function watchAsked(page: Page): Request[] {
  const asked: Request[] = [];
  page.on("request", (request) => {
    if (request.url().includes(".svg")) asked.push(request);
  });
  return asked;
}

/** How many answers had that status. */
async function answered(asked: Request[], status: number): Promise<number> {
  const responses = await Promise.all(asked.map((request) => request.response()));
  return responses.filter((response) => response?.status() === status).length;
}

test("the page for OBS shows its card, asks every minute with its tag, and only while shown", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Streamer", games: 12 }));
  await page.clock.install();
  const asked = watchAsked(page);
  await page.goto("/user/Streamer/cards/overlay.html?theme=dark");
  expect(await shown(page)).toMatch(/^blob:/);
  expect(asked.map((request) => new URL(request.url()).pathname)).toEqual([
    "/user/Streamer/cards/overlay.svg",
  ]);
  expect(new URL(asked[0]?.url() ?? "").search).toBe("?theme=dark");
  expect(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    "a stream shines through",
  ).toBe("rgba(0, 0, 0, 0)");

  // A card whose icons came late changes once more.
  await expect(async () => {
    await page.clock.fastForward(MINUTE_MS);
    expect(await answered(asked, 304)).toBeGreaterThan(0);
  }).toPass();
  const last = await shown(page);
  const unchanged = await answered(asked, 304);
  await page.clock.fastForward(MINUTE_MS);
  await expect.poll(() => answered(asked, 304)).toBe(unchanged + 1);
  expect(await shown(page), "a card that did not change stays").toBe(last);

  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  });
  const before = asked.length;
  await page.clock.fastForward(5 * MINUTE_MS);
  expect(asked.length).toBe(before);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "visible" });
    dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(() => asked.length).toBe(before + 1);
});

test("the page for OBS follows its player, and keeps its picture while the site is away", async ({
  page,
  standIn,
  siteWith,
  allowPageErrors,
}) => {
  allowPageErrors(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|502|Failed to load resource/);
  standIn.setPlayer(aWirePlayer({ name: "Upstart", games: 4 }));
  const site = await siteWith({ CACHE_FRESH_SECONDS: "0" });
  await page.clock.install();
  const asked = watchAsked(page);
  await page.goto(`${site.url}/user/Upstart/cards/summary.html`);
  const first = await shown(page);
  standIn.setPlayer(aWirePlayer({ name: "Upstart", games: 9 }));
  await expect(async () => {
    await page.clock.fastForward(MINUTE_MS);
    expect(await shown(page)).not.toBe(first);
  }).toPass();

  const last = await shown(page);
  site.kill();
  const before = asked.length;
  await page.clock.fastForward(MINUTE_MS);
  await expect.poll(() => asked.length).toBeGreaterThan(before);
  await asked
    .at(-1)
    ?.response()
    .catch(() => null);
  expect(await shown(page)).toBe(last);
});

test("the page for OBS drops answers that are no picture, and a player who is not found any more", async ({
  page,
  standIn,
  site,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Leaving", games: 4 }));
  await page.clock.install();
  await page.goto("/user/Leaving/cards/summary.html");
  const first = await shown(page);
  await page.evaluate(() => {
    const made: string[] = [];
    const released: string[] = [];
    const create = URL.createObjectURL.bind(URL);
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      const url = create(object);
      made.push(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      released.push(url);
      revoke(url);
    };
    Object.assign(globalThis, { urls: { made, released } });
  });
  const urls = () =>
    page.evaluate(
      () => (globalThis as unknown as { urls: { made: string[]; released: string[] } }).urls,
    );
  const broken = { status: 200, contentType: "image/svg+xml", body: "no picture" };
  await page.route("**/summary.svg", (route) => route.fulfill(broken));
  await page.clock.fastForward(MINUTE_MS);
  await expect.poll(async () => (await urls()).released).toHaveLength(1);
  const { made, released } = await urls();
  expect(released).toEqual(made);
  expect(await shown(page)).toBe(first);

  const other = `${site.url}/user/NobodyAtAll9/cards/summary.svg`;
  await page.unroute("**/summary.svg");
  await page.route("**/summary.svg", async (route) =>
    route.fulfill({ response: await route.fetch({ url: other }) }),
  );
  await page.clock.fastForward(MINUTE_MS);
  await expect.poll(() => shown(page)).not.toBe(first);
});

test("the page for OBS has no more cards than there are, and takes nothing from its address into its markup", async ({
  request,
}) => {
  expect((await request.get("/user/Anyone/cards/nothing.html")).status()).toBe(404);
  const page = await request.get(
    '/user/Anyone/cards/summary.html?title="><script>alert(1)</script>',
  );
  expect(page.headers()["content-type"]).toContain("text/html");
  expect(await page.text()).not.toContain("<script>alert");
});

test("without JavaScript the page for OBS shows the card as it is now", { tag: "@check" }, async ({
  browser,
  standIn,
  site,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Scriptless", games: 4 }));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/user/Scriptless/cards/summary.html?border=0`);
  await expect(page.locator("img:visible")).toHaveAttribute("src", "summary.svg?border=0");
  await context.close();
});
