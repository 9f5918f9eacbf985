import type { Page } from "@playwright/test";
import { expect, NAMED, test } from "./support/fixtures";
import type { RaStandIn } from "./support/ra-stand-in";
import { aWirePlayer, library, type WireRow } from "./support/wire-player";

/** A game of one player: so much of it is won, and how. */
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

const begun = (numAwarded: number): Partial<WireRow> => ({
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
        row(2, "Tin Moth", begun(3)),
        row(3, "The Ant", begun(5)),
        row(4, "Lone Wolf", { ConsoleID: 3, ConsoleName: "SNES/Super Famicom" }),
      ],
    }),
  );
  standIn.setPlayer(
    aWirePlayer({
      name: second,
      games: [
        row(1, "Étoile Garden", begun(9)),
        row(2, "Tin Moth"),
        row(3, "The Ant", begun(5)),
        row(5, "Zero Hour", begun(1)),
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
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        `${first} and ${second}, side by side`,
      );
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
      await expect(page).toHaveURL(/\?who=both&sort=title(#games)?$/);
      await expect(page.getByRole("heading", { name: "3 games found" })).toBeVisible();
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
      await expect(page.getByRole("heading", { name: "3 games found" })).toBeVisible();
      await expect(page.getByLabel("Order")).toHaveValue("title");

      // Whose side is which changes nothing of what was chosen.
      await page.goto(`${path}?who=b-ahead&sort=title`);
      await page.getByRole("link", { name: "Swap sides" }).click();
      await expect(page).toHaveURL(`/compare/${second}/${first}?who=a-ahead&sort=title`);
      expect(await titles(page)).toEqual(["Tin Moth"]);
    });
  });
}

test("every figure of who is ahead is that of the list it leads to, and of the API", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Tallied", games: 180, seed: 3 }));
  standIn.setPlayer(aWirePlayer({ name: "Counted2", games: 120, seed: 4 }));
  standIn.setPlayer(aWirePlayer({ name: "Totalled", games: 60, seed: 5 }));
  await page.goto("/compare/Tallied/Counted2/Totalled");
  const links = page.getByRole("region", { name: "Who is ahead" }).getByRole("link");
  expect(await links.count()).toBe(8);
  for (const link of await links.all()) {
    const figure = Number((await link.locator("b").textContent())?.replace(",", ""));
    const href = new URL((await link.getAttribute("href")) ?? "", page.url());
    const who = href.searchParams.get("who");
    const answer = await page.request.get(
      `/api/v1/compare?users=Tallied,Counted2,Totalled&who=${who}`,
    );
    expect((await answer.json()).total, who ?? "").toBe(figure);
    const list = await page.request.get(href.pathname + href.search);
    expect(await list.text(), who ?? "").toContain(
      figure === 1 ? "1 game found" : `${figure.toLocaleString("en")} games found`,
    );
  }
});

test("with the keyboard alone a comparison is begun, narrowed and left", async ({
  page,
  standIn,
}) => {
  setRivals(standIn, "Keyhand", "Typed");
  await page.goto("/user/Keyhand");
  const compare = page.getByRole("link", { name: "Compare with" });
  await compare.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/Keyhand$/);
  // The first field that is empty waits for the other's name.
  await expect(page.getByRole("textbox", { name: "Second player" })).toBeFocused();
  await page.keyboard.type("typed");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/Keyhand\/Typed$/);
  await page.getByRole("combobox", { name: "Who" }).focus();
  await page.keyboard.type("Even");
  await expect(page).toHaveURL(/\?who=even$/);
  await expect.poll(() => titles(page)).toEqual(["The Ant"]);
  await page.getByRole("link", { name: "Remove Even" }).focus();
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
  setRivals(standIn, "Placed", "Instead");
  const libraries: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/library")) libraries.push(new URL(request.url()).pathname);
  });
  await page.goto("/compare/Placed/Instead");
  await page.mouse.move(10, 10);
  await expect.poll(() => libraries.length).toBe(2);
  await page.waitForLoadState("networkidle");
  let documents = 0;
  page.on("request", (request) => {
    documents += Number(request.isNavigationRequest());
  });
  await page.getByRole("combobox", { name: "Who" }).selectOption("Only Instead");
  await expect.poll(() => titles(page)).toEqual(["Zero Hour"]);
  await page.getByRole("link", { name: "Show all games" }).or(page.getByText("Reset")).click();
  await expect.poll(async () => (await titles(page)).length).toBe(5);
  expect(documents).toBe(0);
  expect(libraries.toSorted()).toEqual([
    "/api/v1/users/Instead/library",
    "/api/v1/users/Placed/library",
  ]);
});

test("an award stands there whole, with its day, where there is room for words", async ({
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
  await page.setViewportSize({ width: 1280, height: 2000 });
  await page.goto("/compare/Casually/Pausing");
  const awards = page.getByRole("list", { name: "Games" }).getByText(/^Beaten \(casual\) .* 2024$/);
  await expect(awards).toHaveCount(12);
  const cut = await awards.evaluateAll((all) =>
    all
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test("a bad value is left out with a note, and so is one about a player who is not there", async ({
  page,
  standIn,
}) => {
  setRivals(standIn, "Noted", "Nicknamed");
  const response = await page.goto("/compare/Noted/Nicknamed?who=c-ahead&sort=nonsense");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("“c-ahead” means nothing as who")).toBeVisible();
  await expect(page.getByText("“nonsense” means nothing as sort")).toBeVisible();
  expect(await titles(page)).toHaveLength(5);
});

test("players without games, or without one in common, read well too", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Blank", games: 0 }));
  standIn.setPlayer(aWirePlayer({ name: "Empty2", games: 0 }));
  standIn.setPlayer(aWirePlayer({ name: "Apart", games: [row(9, "Far Off")] }));
  await page.goto("/compare/Blank/Empty2");
  await expect(page.getByText("Nothing to compare yet.")).toBeVisible();
  await page.goto("/compare/Blank/Apart");
  await expect(page.getByText("No game is played by more than one of them yet")).toBeVisible();
  expect(await titles(page)).toEqual(["Far Off"]);
  // Without an award there is no progress over time, and no way to it.
  standIn.setPlayer(aWirePlayer({ name: "Unwon", games: [row(9, "Far Off", begun(2))] }));
  await page.goto("/compare/Blank/Unwon");
  const parts = page.getByRole("navigation", { name: "Parts of this page", includeHidden: true });
  await expect(parts.locator("a")).toHaveText(["Games", "Who is ahead", "Systems"]);
});

test("worth a try is what the other mastered and one has begun", async ({ page, standIn }) => {
  setRivals(standIn, "Attempted", "Trier");
  await page.goto("/compare/Attempted/Trier");
  const worth = page.getByRole("region", { name: "Worth a try" });
  await expect(worth).toContainText("Tin Moth");
  await expect(worth).toContainText("Étoile Garden");
  await expect(worth).not.toContainText("The Ant");
});

test("a link to a comparison unfolds to the card of both, as large as it says", async ({
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
