import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "./support/fixtures";
import { portOf } from "./support/port-of";
import { aWirePlayer } from "./support/wire-player";

test("the builder shows a card, and the URL holds the choice", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Builder", games: 20 }));
  await page.goto("/user/Builder");
  await page.getByRole("link", { name: "Cards to embed" }).click();
  await page.getByRole("combobox", { name: "Card" }).selectOption("recent");
  await page.getByRole("combobox", { name: "Theme" }).selectOption("grape");
  await page.getByRole("spinbutton", { name: "How many" }).fill("3");
  await expect(page).toHaveURL(/\/user\/Builder\/embed\?card=recent&theme=grape&count=3$/);
  const card = "/user/Builder/cards/recent.svg?theme=grape&count=3";
  await expect(page.getByRole("textbox", { name: "Markdown" })).toHaveValue(
    new RegExp(card.replace(/[.?]/g, "\\$&")),
  );
  await expect(page.getByRole("img", { name: "on light" })).toHaveAttribute("src", card);
  await expect
    .poll(() =>
      page
        .getByRole("img", { name: "on dark" })
        .evaluate((image: HTMLImageElement) => image.naturalHeight),
    )
    .toBe(210);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("grape");
  await expect(page.getByRole("textbox", { name: "URL" })).toHaveValue(
    new RegExp(card.replace(/[.?]/g, "\\$&")),
  );
});

test("what is chosen before the page's code has come counts too", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Quick", games: 5 }));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/user/Quick/embed?card=summary&theme=dark", { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Card" }).selectOption("recent");
  release();
  await expect(page.getByRole("spinbutton", { name: "How many" })).toBeVisible();
  await expect(page).toHaveURL(/\/embed\?card=recent&theme=dark$/);
});

test("another card begins with its own parts and sizes", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Changer", games: 5 }));
  await page.goto("/user/Changer/embed?card=summary&width=600&hide=avatar&theme=dark");
  await page.getByRole("combobox", { name: "Card" }).selectOption("recent");
  await expect(page).toHaveURL(/\/embed\?card=recent&theme=dark$/);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("paper");
  await expect(page).toHaveURL(/\/embed\?card=recent&theme=paper$/);
});

test("numbers, colours and languages that a card takes can be chosen, others are named", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Chooser", games: 5 }));
  await page.goto("/user/Chooser/embed?card=milestones");
  const many = page.getByRole("spinbutton", { name: "How many" });
  await expect(many).toHaveAttribute("placeholder", "4");
  await many.fill("11");
  await many.press("Tab");
  await expect(page.getByText("From 1 to 10")).toBeVisible();
  await many.fill("10");
  await expect(page.getByText("From 1 to 10")).toBeHidden();
  await many.fill("");
  const ink = page.getByRole("textbox", { name: /^Text/ });
  await ink.fill("red");
  await ink.press("Tab");
  await expect(page.getByText("Three or six digits").filter({ visible: true })).toHaveCount(1);
  await ink.fill("#a00");
  await page.getByRole("combobox", { name: "Numbers and dates" }).selectOption("Russian");
  await expect(page).toHaveURL(/\?card=milestones&ink=%23a00&locale=ru$/);
  await page.getByRole("combobox", { name: "Numbers and dates" }).selectOption("English");
  await expect(page).toHaveURL(/\?card=milestones&ink=%23a00$/);

  await page.goto("/user/Chooser/embed?locale=kk");
  await expect(page.getByRole("combobox", { name: "Numbers and dates" })).toHaveValue("kk");
});

test("a snippet is copied", async ({ page, context, standIn, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Copier", games: 5 }));
  await page.goto(`${site.url}/user/Copier/embed`);
  await page.getByRole("button", { name: "Copy BBCode" }).click();
  await expect(page.getByRole("button", { name: "Copied BBCode" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^\[url=.+\/user\/Copier\]\[img\].+\/summary\.png\[\/img\]\[\/url\]$/,
  );
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the builder is a form", async ({ page, standIn }) => {
    standIn.setPlayer(aWirePlayer({ name: "Former", games: 5 }));
    await page.goto("/user/Former/embed");
    await page.getByRole("combobox", { name: "Theme" }).selectOption("paper");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("textbox", { name: "URL" })).toHaveValue(
      /summary\.svg\?.*theme=paper/,
    );
  });
});

test("the builder of nobody is a 404 page, another case leads to the right one", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Embedded", games: 2 }));
  expect((await request.get("/user/Nobody/embed")).status()).toBe(404);
  const other = await request.get("/user/embedded/embed?card=recent", { maxRedirects: 0 });
  expect(other.status()).toBe(308);
  expect(other.headers().location).toContain("/user/Embedded/embed?card=recent");
});

test("oEmbed is discovered from the page, and gives a frame that any page may show", async ({
  page,
  request,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Framed", games: 20 }));
  const site = await startOwnSite({ SITE_URL: "https://longplay.test" });
  const here = (text: string) => text.replaceAll("https://longplay.test", site.url);
  await page.goto(`${site.url}/user/Framed`);
  const link = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
  const rich = await (await request.get(here(link ?? ""))).json();
  expect(rich).toMatchObject({ version: "1.0", type: "rich", width: 495, height: 195 });
  const blog = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html").end(here(rich.html));
  }).listen(0, "127.0.0.1");
  await once(blog, "listening");
  await page.goto(`http://127.0.0.1:${portOf(blog)}/`);
  await expect(page.frameLocator("iframe").getByRole("img")).toBeVisible();
  await expect(page.frameLocator("iframe").getByRole("link")).toHaveAttribute("target", "_top");
  blog.close();

  const frame = await request.get("/user/Framed/frame");
  expect(frame.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(frame.headers()["x-frame-options"]).toBeUndefined();
  for (const path of [
    "/",
    "/user/Framed",
    "/user/Framed/embed",
    "/user/Framed/cards/summary.svg",
  ]) {
    expect((await request.get(path)).headers()["x-frame-options"], path).toBe("DENY");
  }

  const card = "https://longplay.test/user/Framed/cards/recent.svg?count=2";
  const photo = await (
    await request.get(`${site.url}/api/oembed?url=${encodeURIComponent(card)}`)
  ).json();
  expect(photo).toMatchObject({ type: "photo", width: 495, height: 160 });
  expect((await request.get("/api/oembed?url=https://elsewhere.test/user/Framed")).status()).toBe(
    422,
  );
  expect((await request.get("/api/oembed?url=/user/Nobody")).status()).toBe(404);
  for (const [given, width] of [
    ["200", 200],
    ["9000", 495],
    ["-5", 495],
  ] as const) {
    const answer = await request.get(`/api/oembed?url=/user/Framed&maxwidth=${given}`);
    expect((await answer.json()).width, given).toBe(width);
  }
});

test("a link to a page unfolds with the player's card", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Unfolded", games: 20 }));
  const site = await startOwnSite({ SITE_URL: "https://longplay.test" });
  const html = await (await request.get(`${site.url}/user/Unfolded?status=eq-mastered`)).text();
  expect(html).toContain('<meta property="og:title" content="Unfolded: Mastered"/>');
  const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(image).toBe("https://longplay.test/user/Unfolded/cards/share.png?status=eq-mastered");
  const picture = await request.get(image.replace("https://longplay.test", site.url));
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await picture.body()).readUInt32BE(16)).toBe(1200);
});
