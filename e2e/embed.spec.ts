import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { DEMO, expect, NAMED, test } from "./support/fixtures";
import { portOf } from "./support/port-of";
import { aWirePlayer, type WirePlayer, type WireRow } from "./support/wire-player";

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
  await expect(
    page.getByText("Only your own computer can load addresses of this site"),
  ).toBeVisible();
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
    // Versus has no picture before a second player is chosen.
    const without = name === "Card" ? 1 : 0;
    expect(pictures).toHaveLength((await group.getByRole("radio").count()) - without);
    expect(pictures.length).toBeGreaterThanOrEqual(9);
    for (const picture of pictures) {
      await picture.scrollIntoViewIfNeeded();
      const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      // The whole picture is shown, in its own ratio.
      const stretch = await picture.evaluate((image: HTMLImageElement) => {
        const { width, height } = image.getBoundingClientRect();
        const isContained = getComputedStyle(image).objectFit === "contain";
        return isContained ? 1 : width / height / (image.naturalWidth / image.naturalHeight);
      });
      expect(stretch).toBeCloseTo(1, 1);
    }
  }
  // Cards, themes, and the card on light and on dark.
  const pictures = await page.locator("form img").count();
  expect(asked.length).toBeLessThanOrEqual(pictures + 2);
});

test("the year's field shows the year that the code has, after another card too", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "YearChooser", games: 300 }));
  await page.goto("/user/YearChooser/embed?card=year&year=2024");
  await expect(snippet(page)).toHaveValue(/year-2024\.svg/);
  await page.locator("[name=card][value=shelf]").check({ force: true });
  await expect(snippet(page)).toHaveValue(/shelf\.svg/);
  await page.locator("[name=theme][value=felt]").check({ force: true });
  await expect(snippet(page)).toHaveValue(/theme=felt/);
  await page.locator("[name=card][value=year]").check({ force: true });
  const year = page.locator("select[name=year]");
  await expect(snippet(page)).toHaveValue(new RegExp(`year-${await year.inputValue()}\\.svg`));
});

test("a link for keys skips the cards and options, and leads to the code", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Skipper", games: 5 }));
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/user/Skipper/embed");
  const skip = page.getByRole("link", { name: "Skip to the code" });
  await page.getByRole("navigation", { name: "Pages of Skipper" }).getByText("Cards").focus();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tab", { name: "GitHub", exact: true })).toBeFocused();
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
  await page.getByRole("button", { name: "Background: default" }).click();
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
  await expect(page.getByText("No game with that title")).toBeVisible();
  await expect(page).toHaveURL(/\?card=game$/);
  await page.goto(address);
  await expect(game).toHaveValue(titles.at(-1) ?? "");
});

/** A player of 130 games of which the oldest is Deep Down Below. */
function withDeepDownBelow(name: string, id: number): WirePlayer {
  const player = aWirePlayer({ name, games: 130 });
  const oldest = { ...player.results.at(-1), GameID: id, Title: "Deep Down Below" } as WireRow;
  return { ...player, results: [...player.results.slice(0, -1), oldest] };
}

test("a game that is not one of the newest is found by its title, and by the link from its page", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(withDeepDownBelow("Digger", 4242));
  await page.goto("/user/Digger/game/4242");
  await page.getByRole("link", { name: "Make a card" }).click();
  const game = page.getByRole("combobox", { name: "Game" });
  await expect(game).toHaveValue("Deep Down Below");
  await expect(page).toHaveURL(/card=game&id=4242$/);

  await page.goto("/user/Digger/embed?card=game");
  await game.fill("below deep");
  await expect(page.getByText("Shows Deep Down Below")).toBeVisible();
  await expect(page).toHaveURL(/card=game&id=4242$/);
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

test("versus shows no other player before one is picked", async ({ page, standIn }) => {
  for (const name of ["One", "Two"]) standIn.setPlayer(aWirePlayer({ name, games: 20 }));
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/versus|demo-media/.test(request.url())) asked.push(request.url());
  });
  await page.goto("/user/One/embed");
  const tile = page.getByRole("radio", { name: "Versus" }).locator("..");
  await expect(tile).toHaveText(/^One\s*vs\s*\?\s*Versus/);
  await choose(page, "card", "versus");
  const other = page.getByRole("textbox", { name: "Pick a player to compare with" });
  await expect(other).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("tabpanel")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Copy Versus/ })).toHaveCount(0);
  expect(asked).toEqual([]);
  await other.fill("one");
  await expect(page.getByText("Pick someone else")).toBeVisible();
  await other.fill("Two");
  await expect(page).toHaveURL(/\?card=versus&other=Two$/);
  await expect(snippet(page)).toHaveValue(
    /\/user\/One\/cards\/versus-Two\.svg\)\]\(.*\/compare\/One\/Two\)$/,
  );
  await expect(page.getByRole("img", { name: "One on RetroAchievements, on dark" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy Versus for GitHub" })).toBeVisible();
});

test("a demo site shows versus with another demo player, as an example", async ({
  page,
  siteWith,
}) => {
  const { url } = await siteWith(DEMO);
  await page.goto(`${url}/user/LampLighter/embed?card=versus`);
  await expect(page.getByText("This is an example with CoOpCarla.")).toBeVisible();
  await expect(page.getByRole("img", { name: "An example, on light" })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Versus.*\(example\)$/ })).toBeChecked();
  await expect(page.getByRole("tabpanel")).toHaveCount(0);
});

test("code is copied for the chosen place, which is remembered", async ({
  page,
  context,
  standIn,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Copier", games: 5 }));
  await page.goto(`${site.url}/user/Copier/embed`);
  await page.getByRole("tab", { name: "GitHub", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Forum BBCode" })).toBeFocused();
  await expect(page.getByRole("tabpanel")).toHaveCount(1);
  await page.getByRole("button", { name: "Copy for Forum BBCode" }).click();
  await expect(page.getByRole("button", { name: "Copied for Forum BBCode" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Copied for Forum BBCode" })).toHaveCount(
    1,
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^\[url=.+\/user\/Copier\]\[img\].+\/summary\.png\[\/img\]\[\/url\]$/,
  );
  await page.reload();
  await expect(page.getByRole("tab", { name: "Forum BBCode" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.getByRole("tab", { name: "Forum BBCode" }).press("End");
  await expect(page.getByRole("tab", { name: "Shields" })).toBeFocused();
  await expect(snippet(page)).toHaveValue(/img\.shields\.io\/endpoint/);
});

test("each tab says in a sentence what to do with its code", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Placed", games: 5 }));
  await page.goto("/user/Placed/embed?card=shelf");
  for (const [place, sentence, code] of [
    ["GitHub", "Paste this into your README.md.", /^\[!\[.*shelf\.svg\)\]/],
    ["Forum BBCode", "Paste this into a forum post or your signature.", /^\[url=.*shelf\.png/],
    ["HTML", "Paste this into your website or blog.", /^<a href=.*shelf\.svg/],
    ["Discord and chat", "Send this link in a chat", /^https?:[^ ]*shelf\.png\?scale=2$/],
    ["OBS", "Add a Browser source in OBS with this URL", /^https?:[^ ]*shelf\.html$/],
    ["Shields", "a small badge that counts your masteries", /badge\.json/],
  ] as const) {
    await page.getByRole("tab", { name: place, exact: true }).click();
    await expect(page.getByRole("tabpanel")).toContainText(sentence);
    await expect(snippet(page)).toHaveValue(code);
  }
});

test("without a server, a card has a workflow and what shows it in README.md", async ({
  page,
  context,
  standIn,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Serverless", games: 5 }));
  await page.goto(`${site.url}/user/Serverless/embed?card=shelf&border=0`);
  await page.getByRole("tab", { name: "GitHub, no server" }).click();
  const panel = page.getByRole("tabpanel");
  await expect(panel).toContainText("Save this in your repository as .github/workflows/cards.yml.");
  await expect(panel).toContainText("a secret named RA_WEB_API_KEY");
  await expect(panel.getByRole("textbox", { name: "GitHub, no server" })).toHaveValue(
    /user: Serverless\n[\s\S]*profile\/shelf\.svg\?border=0&theme=light\n.*shelf\.dark\.svg\?border=0&theme=dark\n$/,
  );
  await panel.getByRole("button", { name: "Copy for README.md" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '<a href="https://retroachievements.org/user/Serverless"><picture><source media="(prefers-color-scheme: dark)" srcset="profile/shelf.dark.svg"><img src="profile/shelf.svg" alt="Serverless on RetroAchievements"></picture></a>',
  );
  await page.getByRole("button", { name: "Copy Summary for GitHub, no server" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    "profile/summary.svg",
  );
  await choose(page, "card", "lately");
  await expect(panel).toHaveText(
    "This card shows a history, unlocks or times, and only a site keeps them.",
  );
  await expect(page.getByText("Needs a site")).toHaveCount(6);
  await page.getByRole("tab", { name: "GitHub", exact: true }).click();
  await expect(snippet(page)).toHaveValue(/lately\.svg/);
});

test("a card is copied from its tile in one press, for the chosen place", async ({
  page,
  context,
  standIn,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Tiler", games: 12 }));
  await page.goto(`${site.url}/user/Tiler/embed?card=summary&theme=grape&hide=avatar`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const folder = `${site.url}/user/Tiler/cards`;
  await page.getByRole("button", { name: "Copy Shelf for GitHub" }).click();
  await expect(page.getByRole("button", { name: "Copied Shelf for GitHub" })).toBeVisible();
  expect(await clipboard()).toBe(
    `[![Tiler on RetroAchievements](${folder}/shelf.svg?theme=grape)](${site.url}/user/Tiler)`,
  );
  // The card that is being changed stays.
  await expect(page).toHaveURL(/\?card=summary&theme=grape&hide=avatar$/);
  await page.getByRole("tab", { name: "Discord and chat" }).click();
  await page.getByRole("button", { name: "Copy Summary for Discord and chat" }).press("Enter");
  await expect.poll(clipboard).toBe(`${folder}/summary.png?theme=grape&hide=avatar&scale=2`);
  await expect(page.getByRole("button", { name: /^Copied Shelf/ })).toHaveCount(0);
});

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  test(`at ${width} px the code is in view while the last option is changed`, async ({
    page,
    standIn,
  }) => {
    standIn.setPlayer(aWirePlayer({ name: "Watcher", games: 12 }));
    await page.setViewportSize({ width, height });
    await page.goto("/user/Watcher/embed?card=summary");
    const isNarrow = width < 992;
    const code = isNarrow ? page.locator("p:has(> code)") : snippet(page);
    const copy = page.getByRole("button", { name: "Copy for GitHub" });
    const last = page.getByRole("group", { name: "Hide" }).getByRole("checkbox").last();
    await expect(code).toBeInViewport({ ratio: 0.99 });
    await last.check();
    await expect(page).toHaveURL(/hide=average$/);
    await expect(last).toBeInViewport({ ratio: 0.99 });
    // A wide window has room for the card on both grounds, but not at its end.
    const card = page.getByRole("img", { name: isNarrow ? "on light" : "on dark" });
    for (const seen of [code, copy, card]) await expect(seen).toBeInViewport({ ratio: 0.99 });
    const text = isNarrow ? code.textContent() : code.inputValue();
    expect(await text).toContain("summary.svg?hide=average");
  });
}

test("on a phone the place is chosen beside the card, and its sentence follows a copy", async ({
  page,
  context,
  standIn,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  standIn.setPlayer(aWirePlayer({ name: "Pocketed", games: 5 }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}/user/Pocketed/embed`);
  const copy = page.getByRole("button", { name: "Copy for OBS" });
  // Until the page's code has come, the choice is not answered.
  await expect(async () => {
    await page.getByRole("combobox", { name: "Place" }).selectOption("OBS");
    await expect(copy).toBeVisible({ timeout: 1000 });
  }).toPass();
  await copy.click();
  await expect(page.getByText("Add a Browser source in OBS").first()).toBeInViewport();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${site.url}/user/Pocketed/cards/summary.html`,
  );
});

test("a card stands in its own size, and nothing jumps when it comes", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Steadfast", games: 20 }));
  let held = Promise.resolve();
  await page.route("**/cards/**", async (route) => {
    await held;
    await route.continue();
  });
  for (const query of ["card=summary", "card=recent&count=3", "card=year", "card=game"]) {
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    await page.goto(`/user/Steadfast/embed?${query}`, { waitUntil: "commit" });
    const card = page.getByRole("img", { name: "on light" });
    await expect(page.getByRole("textbox", { name: "Corner radius" })).toBeVisible();
    const before = await card.boundingBox();
    release();
    const naturalSize = () =>
      card.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => ({
        width: naturalWidth,
        ratio: naturalWidth / Math.max(1, naturalHeight),
      }));
    await expect.poll(async () => (await naturalSize()).width, query).toBe(495);
    const after = await card.boundingBox();
    expect(after, query).toEqual(before);
    const { ratio } = await naturalSize();
    expect((after?.width ?? 0) / (after?.height ?? 1), query).toBeCloseTo(ratio, 1);
    // A year is higher than this window has room for beside its code.
    if (query !== "card=year") expect(after?.width, query).toBe(495);
  }
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
    await page.getByRole("textbox", { name: "Pick a player to compare with" }).fill("Simple");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("img", { name: "on light" })).toHaveAttribute(
      "src",
      /^\/user\/Plain\/cards\/versus-Simple\.svg\?/,
    );
  });

  test("a game that is not one of the newest is found by its title", async ({ page, standIn }) => {
    standIn.setPlayer(withDeepDownBelow("Delver", 4243));
    await page.goto("/user/Delver/embed?card=game");
    await page.getByRole("combobox", { name: "Game" }).fill("below deep");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("Shows Deep Down Below")).toBeVisible();
    const url = page.getByRole("textbox", { name: "Discord and chat" });
    await expect(url).toHaveValue(/game-4243\.png/);
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
    await expect(page.getByText("Paste this into your website or blog.")).toBeVisible();
    const url = page.getByRole("textbox", { name: "Discord and chat" });
    await expect(url).toHaveValue(/game-\d+\.png\?theme=paper/);
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
  const html = await (
    await request.get(`${site.url}/user/Unfolded/progress?status=eq-mastered`)
  ).text();
  expect(html).toContain('<meta property="og:title" content="Unfolded: Mastered"/>');
  const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(image).toBe("https://longplay.test/user/Unfolded/cards/share.png?status=eq-mastered");
  const picture = await request.get(image.replace("https://longplay.test", site.url));
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await picture.body()).readUInt32BE(16)).toBe(1200);
  // The picture counts subsets: its words do not say otherwise.
  const without = await request.get(
    `${site.url}/user/Unfolded/progress?status=eq-mastered&subsets=0`,
  );
  const words = await without.text();
  expect(words).toContain("<title>Unfolded: Mastered, Without subsets");
  expect(words).toContain('<meta property="og:title" content="Unfolded: Mastered"/>');
});
