import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { expect, NAMED, test } from "./support/fixtures";
import { portOf } from "./support/port-of";
import { aWirePlayer } from "./support/wire-player";

/** Chooses a card or a theme by its picture. */
const choose = (page: Page, name: "card" | "theme", value: string) =>
  page.locator(`[name=${name}][value=${value}]`).check();

const snippet = (page: Page) => page.getByRole("tabpanel").getByRole("textbox");

test("the builder shows a card, and the URL holds the choice", { tag: "@check" }, async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Builder", games: 20 }));
  await page.goto("/user/Builder/embed");
  await choose(page, "card", "recent");
  await choose(page, "theme", "grape");
  await page.getByRole("textbox", { name: "How many" }).fill("3");
  await expect(page).toHaveURL(/\/user\/Builder\/embed\?card=recent&theme=grape&count=3$/);
  const card = "/user/Builder/cards/recent.svg?theme=grape&count=3";
  await expect(snippet(page)).toHaveValue(new RegExp(card.replace(/[.?]/g, "\\$&")));
  await expect(page.getByText("Only your own computer can load these addresses")).toBeVisible();
  await expect(page.getByRole("img", { name: "on light" })).toHaveAttribute("src", card);
  await expect
    .poll(() =>
      page
        .getByRole("img", { name: "on dark" })
        .evaluate((image: HTMLImageElement) => image.naturalHeight),
    )
    .toBe(216);
  await page.reload();
  await expect(page.locator("[name=theme]:checked")).toHaveValue("grape");
  await expect(snippet(page)).toHaveValue(new RegExp(card.replace(/[.?]/g, "\\$&")));
});

test("every card and every theme is a picture to choose by, each asked for once", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Gallery", games: 20 }));
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/cards/")) asked.push(request.url());
  });
  await page.goto("/user/Gallery/embed");
  for (const name of ["Card", "Theme"]) {
    const group = page.getByRole("group", { name, exact: true });
    const pictures = await group.locator("img").all();
    expect(pictures).toHaveLength(await group.getByRole("radio").count());
    expect(pictures.length).toBeGreaterThanOrEqual(9);
    for (const picture of pictures) {
      await picture.scrollIntoViewIfNeeded();
      const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
    }
  }
  // Cards, themes, and the card on light and on dark.
  const pictures = await page.locator("form img").count();
  expect(asked.length).toBeLessThanOrEqual(pictures + 2);
});

test("the cards are chosen by the keys of a radio group", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Keyring", games: 5 }));
  await page.goto("/user/Keyring/embed?card=summary");
  await page.locator("[name=card]:checked").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\?card=recent$/);
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
  await choose(page, "card", "recent");
  release();
  await expect(page.getByRole("textbox", { name: "How many" })).toBeVisible();
  await expect(page).toHaveURL(/\/embed\?card=recent&theme=dark$/);
});

test("another card begins with its own parts and sizes", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Changer", games: 5 }));
  await page.goto("/user/Changer/embed?card=summary&width=600&hide=avatar&theme=dark");
  await choose(page, "card", "recent");
  await expect(page).toHaveURL(/\/embed\?card=recent&theme=dark$/);
  await choose(page, "theme", "paper");
  await expect(page).toHaveURL(/\/embed\?card=recent&theme=paper$/);
});

test("what a card does not take is said while it is typed, and is in no address", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Builder5", games: 5 }));
  await page.goto("/user/Builder5/embed?card=milestones");
  const many = page.getByRole("textbox", { name: "How many" });
  await many.fill("11");
  // The field still has the focus.
  await expect(page.getByText("A whole number from 1 to 10")).toBeVisible();
  await expect(many).toHaveAttribute("aria-invalid", "true");
  const ink = page.getByRole("textbox", { name: "Text", exact: true });
  await ink.fill("red");
  await expect(page.getByText("A colour such as")).toBeVisible();
  const addresses = () =>
    page
      .locator("textarea, [download], [alt*='on light'], [alt*='on dark']")
      .evaluateAll((elements) =>
        elements.map((element) =>
          element instanceof HTMLTextAreaElement
            ? element.value
            : `${element.getAttribute("href")} ${element.getAttribute("src")}`,
        ),
      );
  for (const address of [page.url(), ...(await addresses())]) {
    expect(address).not.toMatch(/count=|ink=/);
  }
  await many.fill("10");
  await expect(page.getByText("A whole number from 1 to 10")).toBeHidden();
  await many.fill("");
  await ink.fill("#a00");
  await expect(page.getByText("A colour such as")).toBeHidden();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Russian");
  await expect(page).toHaveURL(/\?card=milestones&ink=%23a00&locale=ru$/);
  await page.getByRole("combobox", { name: "Language" }).selectOption("English");
  await expect(page).toHaveURL(/\?card=milestones&ink=%23a00$/);

  await page.goto("/user/Builder5/embed?locale=kk");
  await expect(page.getByRole("combobox", { name: "Language" })).toHaveValue("kk");
  await page.goto("/user/Builder5/embed?width=1&theme=none&locale=xx-none");
  await expect(page.getByText("A whole number from")).toBeVisible();
  await expect(snippet(page)).toHaveValue(/summary\.svg\)/);
});

test("a colour is picked, and given up again", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Picker", games: 5 }));
  await page.goto("/user/Picker/embed");
  await page.getByLabel("Background: pick a colour").fill("#102030");
  await expect(page.getByRole("textbox", { name: "Background", exact: true })).toHaveValue(
    "#102030",
  );
  await expect(page).toHaveURL(/&bg=%23102030$/);
  await page.getByRole("button", { name: "Background: the theme's" }).click();
  await expect(page.getByRole("textbox", { name: "Background", exact: true })).toHaveValue("");
  await expect(page).toHaveURL(/\?card=summary$/);
});

test("a game is found by typing a part of its title", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Gamer", games: 12 }));
  await page.goto("/user/Gamer/embed?card=game");
  const game = page.getByRole("combobox", { name: "Game" });
  const titles = await page
    .locator("#games option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(new Set(titles).size).toBe(titles.length);
  await game.fill(titles.at(-1)?.toUpperCase() ?? "");
  await expect(page).toHaveURL(/card=game&id=\d+$/);
  const address = page.url();
  await game.fill("no such game");
  await expect(page.getByText("No game of this player has that title")).toBeVisible();
  await expect(page).toHaveURL(/\?card=game$/);
  await page.goto(address);
  await expect(game).toHaveValue(titles.at(-1) ?? "");
});

test("a year is chosen from those of the player, and the card leads to its page", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Yearbook", games: 40 }));
  await page.goto("/user/Yearbook/embed");
  await choose(page, "card", "year");
  const year = page.getByRole("combobox", { name: "Year" });
  const years = await year.locator("option").allTextContents();
  expect(years.length).toBeGreaterThan(1);
  const last = years.at(-1) ?? "";
  await year.selectOption(last);
  await expect(page).toHaveURL(new RegExp(`\\?card=year&year=${last}$`));
  await expect(snippet(page)).toHaveValue(
    new RegExp(`/user/Yearbook/cards/year-${last}\\.svg\\)\\]\\(.*/user/Yearbook/year/${last}\\)$`),
  );
  await expect(page.getByRole("img", { name: "on light" })).toHaveAttribute(
    "src",
    `/user/Yearbook/cards/year-${last}.svg?theme=light`,
  );
});

test("two players are put on a card by the other one's name", async ({ page, standIn }) => {
  for (const name of ["One", "Two"]) standIn.setPlayer(aWirePlayer({ name, games: 20 }));
  await page.goto("/user/One/embed");
  await choose(page, "card", "versus");
  await expect(page.getByText("name the other player to get this card")).toBeVisible();
  await expect(page.getByRole("tabpanel")).toHaveCount(0);
  const other = page.getByRole("textbox", { name: "Other player" });
  await other.fill("one");
  await expect(page.getByText("Somebody else than this player")).toBeVisible();
  await other.fill("Two");
  await expect(page).toHaveURL(/\?card=versus&other=Two$/);
  await expect(snippet(page)).toHaveValue(
    /\/user\/One\/cards\/versus-Two\.svg\)\]\(.*\/compare\/One\/Two\)$/,
  );
  await expect(page.getByRole("img", { name: "One on RetroAchievements, on dark" })).toBeVisible();
});

test("a snippet is copied, and its language is remembered", async ({
  page,
  context,
  standIn,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Copier", games: 5 }));
  await page.goto(`${site.url}/user/Copier/embed`);
  await page.getByRole("tab", { name: "Markdown" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "BBCode" })).toBeFocused();
  await expect(page.getByRole("tabpanel")).toHaveCount(1);
  await page.getByRole("button", { name: "Copy BBCode" }).click();
  await expect(page.getByRole("button", { name: "Copied BBCode" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^\[url=.+\/user\/Copier\]\[img\].+\/summary\.png\[\/img\]\[\/url\]$/,
  );
  await page.reload();
  await expect(page.getByRole("tab", { name: "BBCode" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "BBCode" }).press("End");
  await expect(page.getByRole("tab", { name: "Shields badge" })).toBeFocused();
  await expect(snippet(page)).toHaveValue(/img\.shields\.io\/endpoint/);
});

test("on a phone the card stays in view while it is changed", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Thumb", games: 5 }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/user/Thumb/embed");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.scrollIntoViewIfNeeded();
  await title.fill("Mine");
  const card = page.getByRole("img", { name: "on light" });
  await expect(card).toBeInViewport({ ratio: 0.99 });
  const [above, below] = await Promise.all([card.boundingBox(), title.boundingBox()]);
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a year and another player are sent with the form", async ({ page, standIn }) => {
    for (const name of ["Plain", "Simple"]) standIn.setPlayer(aWirePlayer({ name, games: 20 }));
    await page.goto("/user/Plain/embed?card=share-year");
    const year = page.getByRole("combobox", { name: "Year" });
    const last = (await year.locator("option").allTextContents()).at(-1) ?? "";
    await year.selectOption(last);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("img", { name: "on light" })).toHaveAttribute(
      "src",
      new RegExp(`^/user/Plain/cards/share-${last}\\.svg\\?`),
    );
    await page.goto("/user/Plain/embed?card=versus");
    await page.getByRole("textbox", { name: "Other player" }).fill("Simple");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("img", { name: "on light" })).toHaveAttribute(
      "src",
      /^\/user\/Plain\/cards\/versus-Simple\.svg\?/,
    );
  });

  test("the builder is a form", async ({ page, standIn }) => {
    standIn.setPlayer(aWirePlayer({ name: "Former", games: 5 }));
    await page.goto("/user/Former/embed?card=game");
    await choose(page, "theme", "paper");
    const title = await page.locator("#games option").last().getAttribute("value");
    await page.getByRole("combobox", { name: "Game" }).fill(title ?? "");
    await page.getByRole("textbox", { name: "Width" }).fill("1");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("A whole number from")).toBeVisible();
    const url = page.getByRole("textbox", { name: "URL" });
    await expect(url).toHaveValue(/game-\d+\.svg\?theme=paper/);
    await expect(url).not.toHaveValue(/width/);
    await expect(page.getByRole("tab")).toHaveCount(0);
  });
});

test("the builder of an unknown player is a 404 page, and another case redirects", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "EmbeddedOne", games: 2 }));
  expect((await request.get("/user/Nobody/embed")).status()).toBe(404);
  const other = await request.get("/user/embeddedone/embed?card=recent", { maxRedirects: 0 });
  expect(other.status()).toBe(308);
  expect(other.headers().location).toContain("/user/EmbeddedOne/embed?card=recent");
});

test("oEmbed is discovered from the page, and gives a frame that any page may show", async ({
  page,
  request,
  standIn,
  siteWith,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Framed", games: 20 }));
  const site = await siteWith(NAMED);
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
  expect(photo).toMatchObject({ type: "photo", width: 495, height: 166 });
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

test("a link to a page unfolds with the player's card", async ({ request, standIn, siteWith }) => {
  standIn.setPlayer(aWirePlayer({ name: "Unfolded", games: 20 }));
  const site = await siteWith(NAMED);
  const html = await (await request.get(`${site.url}/user/Unfolded?status=eq-mastered`)).text();
  expect(html).toContain('<meta property="og:title" content="Unfolded: Mastered"/>');
  const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(image).toBe("https://longplay.test/user/Unfolded/cards/share.png?status=eq-mastered");
  const picture = await request.get(image.replace("https://longplay.test", site.url));
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await picture.body()).readUInt32BE(16)).toBe(1200);
});
