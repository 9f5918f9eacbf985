import type { Page } from "@playwright/test";
import { expect, NAMED, test } from "./support/fixtures";
import { cutTexts, layoutFaults } from "./support/page-checks";
import type { RaStandIn } from "./support/ra-stand-in";
import { aWirePlayer, library, type WireRow } from "./support/wire-player";

/** A mastered game of one player, with changes. */
function row(id: number, Title: string, changed: Partial<WireRow> = {}): WireRow {
  const [first] = library(1);
  if (!first) throw new Error("a library of one has a game");
  const day = `2026-01-${String(30 - id).padStart(2, "0")}T00:00:00+00:00`;
  return {
    ...first,
    GameID: id,
    Title,
    ConsoleID: 7,
    ConsoleName: "NES/Famicom",
    MaxPossible: 10,
    NumAwarded: 10,
    NumAwardedHardcore: 10,
    MostRecentAwardedDate: day,
    HighestAwardKind: "mastered",
    HighestAwardDate: day,
    ...changed,
  };
}

const started = (numAwarded: number): Partial<WireRow> => ({
  NumAwarded: numAwarded,
  NumAwardedHardcore: numAwarded,
  HighestAwardKind: null,
  HighestAwardDate: null,
});

/** Two players: each is ahead in one game, one game is tied, and each has one game alone. */
function setRivals(standIn: RaStandIn, first: string, second: string): void {
  standIn.setPlayer(
    aWirePlayer({
      name: first,
      games: [
        row(1, "Étoile Garden"),
        row(2, "Tin Moth", started(3)),
        row(3, "The Ant", started(5)),
        row(4, "Lone Wolf", { ConsoleID: 3, ConsoleName: "SNES/Super Famicom" }),
      ],
    }),
  );
  standIn.setPlayer(
    aWirePlayer({
      name: second,
      games: [
        row(1, "Étoile Garden", started(9)),
        row(2, "Tin Moth"),
        row(3, "The Ant", started(5)),
        row(5, "Zero Hour", started(1)),
      ],
    }),
  );
}

const titles = (page: Page) =>
  page.getByRole("list", { name: "Games" }).getByRole("heading", { level: 3 }).allTextContents();

for (const [javaScriptEnabled, width] of [
  [true, 1280],
  [false, 390],
] as const) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript at ${width} px`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 900 } });

    test("games are chosen by form and by link, and the URL says which", async ({
      page,
      standIn,
    }) => {
      const [first, second] = [
        `Rival${width}${javaScriptEnabled}`,
        `Foe${width}${javaScriptEnabled}`,
      ];
      setRivals(standIn, first, second);
      const path = `/compare/${first}/${second}`;
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${first} vs ${second}`);
      await expect(page.getByRole("heading", { name: "3 games in common" })).toBeVisible();
      expect((await titles(page)).toSorted()).toEqual(
        ["Étoile Garden", "The Ant", "Tin Moth"].toSorted(),
      );
      const games = page.getByRole("region", { name: /game/ });
      await games.getByRole("link", { name: "All games" }).click();
      await expect(page).toHaveURL(new RegExp(`${path}\\?who=all(#games)?$`));
      await expect(page.getByRole("heading", { name: "All 5 games" })).toBeVisible();
      expect((await titles(page)).toSorted()).toEqual(
        ["Étoile Garden", "Lone Wolf", "The Ant", "Tin Moth", "Zero Hour"].toSorted(),
      );

      await page.getByRole("link", { name: `${second} ahead 1` }).click();
      await expect(page).toHaveURL(new RegExp(`${path}\\?who=b-ahead(#games)?$`));
      await expect(page.getByRole("heading", { name: "1 game found" })).toBeVisible();
      expect(await titles(page)).toEqual(["Tin Moth"]);

      // On a phone the fields stand behind one button.
      const filters = page.getByText("Filters and order");
      if (await filters.isVisible()) await filters.click();
      await page.getByRole("combobox", { name: "Who" }).selectOption("Both play");
      await page.getByLabel("Order").selectOption("Title");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(new RegExp(`${path}\\?sort=title(#games)?$`));
      await expect(page.getByRole("heading", { name: "3 games in common" })).toBeVisible();
      expect(await titles(page)).toEqual(["The Ant", "Étoile Garden", "Tin Moth"]);

      await page.getByRole("searchbox", { name: "Title" }).fill("etoile");
      await page.getByRole("searchbox", { name: "Title" }).press("Enter");
      await expect(page.getByRole("heading", { name: "1 game found" })).toBeVisible();
      const lanes = page
        .getByRole("list", { name: "Games" })
        .getByRole("listitem")
        .first()
        .getByRole("listitem");
      await expect(lanes.first()).toContainText(/Mastered.*ahead/);
      await expect(lanes.last()).toContainText("9 of 10");
      await expect(lanes.last()).not.toContainText("ahead");

      await page.goBack();
      await expect(page.getByRole("heading", { name: "3 games in common" })).toBeVisible();
      await expect(page.getByLabel("Order")).toHaveValue("title");

      // A swap keeps the list.
      await page.goto(`${path}?who=b-ahead&sort=title`);
      await page.getByRole("link", { name: "Swap sides" }).click();
      await expect(page).toHaveURL(`/compare/${second}/${first}?who=a-ahead&sort=title`);
      expect(await titles(page)).toEqual(["Tin Moth"]);
    });
  });
}

test("every head to head figure is that of the list it leads to, and of the API", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Tallied", games: 180, seed: 3 }));
  standIn.setPlayer(aWirePlayer({ name: "Counted2", games: 120, seed: 4 }));
  standIn.setPlayer(aWirePlayer({ name: "Totalled", games: 60, seed: 5 }));
  await page.goto("/compare/Tallied/Counted2/Totalled");
  const links = page
    .getByRole("region", { name: "Head to head" })
    .getByRole("link")
    .filter({ has: page.locator("b") });
  expect(await links.count()).toBe(9);
  for (const link of await links.all()) {
    const figure = Number((await link.locator("b").textContent())?.replace(",", ""));
    const href = new URL((await link.getAttribute("href")) ?? "", page.url());
    // The page's own default differs from the API's.
    const who = href.searchParams.get("who") ?? "both";
    const answer = await page.request.get(
      `/api/v1/compare?users=Tallied,Counted2,Totalled&who=${who}`,
    );
    expect((await answer.json()).total, who).toBe(figure);
    const list = await page.request.get(href.pathname + href.search);
    const games = figure === 1 ? "1 game" : `${figure.toLocaleString("en")} games`;
    const heading = { both: `${games} in common`, all: `All ${games}` }[who] ?? `${games} found`;
    expect(await list.text(), who).toContain(`>${heading}</h2>`);
  }
});

test("with the keyboard alone, players are chosen, games filtered and sides swapped", async ({
  page,
  standIn,
}) => {
  setRivals(standIn, "Keyhand", "Typed");
  await page.goto("/user/Keyhand");
  const bar = page.getByRole("navigation", { name: "Pages of Keyhand" });
  const compare = bar.getByRole("link", { name: "Compare" });
  await compare.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/Keyhand$/);
  // The first empty field has the focus.
  await expect(page.getByRole("textbox", { name: "Second player" })).toBeFocused();
  await page.keyboard.type("typed");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/Keyhand\/Typed$/);
  await page.getByRole("combobox", { name: "Who" }).focus();
  await page.keyboard.type("Tied");
  await expect(page).toHaveURL(/\?who=even$/);
  await expect.poll(() => titles(page)).toEqual(["The Ant"]);
  await page.getByRole("link", { name: "Remove Tied" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/Keyhand\/Typed(#games)?$/);
  await page.getByRole("link", { name: "Swap sides" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/Typed\/Keyhand$/);
});

test("a choice is answered in place, from each player's library, once", { tag: "@check" }, async ({
  page,
  standIn,
}) => {
  setRivals(standIn, "Swapped", "Instead");
  const libraries: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/library")) libraries.push(new URL(request.url()).pathname);
  });
  await page.goto("/compare/Swapped/Instead");
  await page.mouse.move(10, 10);
  await expect.poll(() => libraries.length).toBe(2);
  await page.waitForLoadState("networkidle");
  let documents = 0;
  page.on("request", (request) => {
    documents += Number(request.isNavigationRequest());
  });
  await page.getByRole("combobox", { name: "Who" }).selectOption("Only Instead");
  await expect.poll(() => titles(page)).toEqual(["Zero Hour"]);
  await page.getByText("Reset").click();
  await expect.poll(async () => (await titles(page)).length).toBe(3);
  await page.getByRole("link", { name: "All games", exact: true }).click();
  await expect.poll(async () => (await titles(page)).length).toBe(5);
  expect(documents).toBe(0);
  expect(libraries.toSorted()).toEqual([
    "/api/v1/users/Instead/library",
    "/api/v1/users/Swapped/library",
  ]);
});

test("an award and its day are not cut where there is room for words", async ({
  page,
  standIn,
}) => {
  const games = Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2024, month, 28)).toISOString();
    return row(month + 1, `Game ${month}`, {
      HighestAwardKind: "beaten-softcore",
      MostRecentAwardedDate: date,
      HighestAwardDate: date,
    });
  });
  standIn.setPlayer(aWirePlayer({ name: "Casually", games }));
  standIn.setPlayer(aWirePlayer({ name: "Pausing", games: 0 }));
  await page.goto("/compare/Casually/Pausing?who=all");
  const awards = page.getByRole("list", { name: "Games" }).getByText(/^Beaten \(casual\) .* 2024$/);
  await expect(awards).toHaveCount(12);
  for (const width of [768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 2000 });
    expect(await cutTexts(awards), `${width} px`).toEqual([]);
  }
});

test("a bad value is ignored with a note, and so is one about a missing player", async ({
  page,
  standIn,
}) => {
  setRivals(standIn, "Noted", "Nicknamed");
  const response = await page.goto("/compare/Noted/Nicknamed?who=c-ahead&sort=nonsense");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("“who=c-ahead” means nothing here")).toBeVisible();
  await expect(page.getByText("“sort=nonsense” means nothing here")).toBeVisible();
  expect(await titles(page)).toHaveLength(3);
});

test("players without games, or without one in common, have a page that says so", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Blank", games: 0 }));
  standIn.setPlayer(aWirePlayer({ name: "Empty2", games: 0 }));
  standIn.setPlayer(aWirePlayer({ name: "Apart", games: [row(9, "Far Off")] }));
  await page.goto("/compare/Blank/Empty2");
  await expect(page.getByText("They'll appear after the first unlock.")).toBeVisible();
  await page.goto("/compare/Blank/Apart");
  const games = page.getByRole("region", { name: "0 games in common" });
  await expect(games).toContainText("No games in common yet.");
  await games.getByRole("link", { name: "Show all games" }).click();
  await expect.poll(() => titles(page)).toEqual(["Far Off"]);
  // Without an award there is no progress over time, and no link to it.
  standIn.setPlayer(aWirePlayer({ name: "Unwon", games: [row(9, "Far Off", started(2))] }));
  await page.goto("/compare/Blank/Unwon");
  const parts = page.getByRole("navigation", { name: "Parts of this page", includeHidden: true });
  await expect(parts.locator("a")).toHaveText(["Games", "Head to head", "Systems"]);
});

test("games to catch up on are those that one has started and the other mastered", async ({
  page,
  standIn,
}) => {
  setRivals(standIn, "Attempted", "Trier");
  await page.goto("/compare/Attempted/Trier");
  const catchUp = page.getByRole("region", { name: "Catch up" });
  await expect(catchUp).toContainText("Tin Moth");
  await expect(catchUp).toContainText("Étoile Garden");
  await expect(catchUp).not.toContainText("The Ant");
});

test("the link preview of a comparison is the card of both, with its size", async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(NAMED);
  setRivals(standIn, "Unfurled", "Beside");
  const html = await (await request.get(`${site.url}/compare/Unfurled/Beside`)).text();
  expect(html).toContain(
    '<meta property="og:image" content="https://longplay.test/user/Unfurled/cards/versus-Beside.png?scale=2"/>',
  );
  const png = await request.get(`${site.url}/user/Unfurled/cards/versus-Beside.png?scale=2`);
  const size = (await png.body()).readUInt32BE(16);
  expect(html).toContain(`<meta property="og:image:width" content="${size}"/>`);
});

const LONG_NAMES = ["WithTwentyLettersAAA", "WithTwentyLettersBBB", "WithTwentyLettersCCC", "Dd"];

/** Four players with long names; the last leads in few games. */
function setFour(standIn: RaStandIn): void {
  for (const [at, name] of LONG_NAMES.entries()) {
    const games = Array.from({ length: 30 }, (_, game) =>
      row(game + 1, `Game ${game}`, {
        MostRecentAwardedDate: "2026-01-01T00:00:00+00:00",
        ...started((game === 0 ? at : 3 - at) + 1),
      }),
    );
    standIn.setPlayer(aWirePlayer({ name, games }));
  }
}

test("on a phone each player's mark is whole and in the line of their name", async ({
  page,
  standIn,
}) => {
  setFour(standIn);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/compare/${LONG_NAMES.join("/")}`);
  for (const region of ["Head to head", "Totals"]) {
    const marks = page.getByRole("region", { name: region }).locator("[aria-hidden] + span");
    const places = await marks.evaluateAll((names) =>
      names.map((name) => {
        const mark = name.previousElementSibling?.getBoundingClientRect() ?? new DOMRect();
        const [firstLine = new DOMRect()] = [...name.getClientRects()];
        const range = document.createRange();
        range.selectNodeContents(name);
        const [line = firstLine] = [...range.getClientRects()];
        return {
          name: name.textContent,
          isWhole: mark.width > 8 && mark.height > 8 && mark.left >= 0 && mark.right <= innerWidth,
          isBeside: mark.right <= line.left && mark.bottom > line.top && mark.top < line.bottom,
        };
      }),
    );
    expect(places, region).toEqual(
      LONG_NAMES.map((name) => ({ name, isWhole: true, isBeside: true })),
    );
  }
  // In the list, a lane shows the name beside its mark.
  const lane = page.getByRole("list", { name: "Games" }).getByRole("listitem").first();
  for (const name of LONG_NAMES) await expect(lane.getByText(name)).toBeVisible();
});

test("the bar of head to head draws no mark that it would cut", async ({ page, standIn }) => {
  setFour(standIn);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/compare/${LONG_NAMES.join("/")}`);
  const parts = page.getByRole("region", { name: "Head to head" }).locator("div > i:visible");
  const marks = await parts.evaluateAll((all) =>
    all.map((part) => {
      const mark = getComputedStyle(part, "::after");
      const isDrawn = mark.display !== "none";
      const end = Number.parseFloat(mark.marginLeft) + Number.parseFloat(mark.width);
      return { isDrawn, isCut: isDrawn && end > part.getBoundingClientRect().width };
    }),
  );
  expect(marks).toEqual([
    { isDrawn: true, isCut: false },
    { isDrawn: false, isCut: false },
  ]);
});

test("at 320 px with 200% text nothing of two or four players scrolls sideways", async ({
  page,
  standIn,
}) => {
  setFour(standIn);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const names of [LONG_NAMES, LONG_NAMES.slice(0, 2)]) {
    await page.goto(`/compare/${names.join("/")}`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const { sideways, highRows } = await layoutFaults(page, false);
    expect({ sideways, highRows }, names.join()).toEqual({ sideways: 0, highRows: [] });
  }
});
