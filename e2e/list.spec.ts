import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { aWirePlayer, library, type WireRow } from "./support/wire-player";

/** A library in which every filter finds something of its own. */
function someGames(): WireRow[] {
  const [first] = library(1);
  if (!first) throw new Error("a library of one has a game");
  const row = (id: number, changed: Partial<WireRow>): WireRow => ({
    ...first,
    GameID: id,
    ConsoleID: 7,
    ConsoleName: "NES/Famicom",
    MaxPossible: 10,
    NumAwarded: 10,
    NumAwardedHardcore: 10,
    MostRecentAwardedDate: `2026-01-${String(30 - id).padStart(2, "0")}T00:00:00+00:00`,
    HighestAwardKind: "mastered",
    HighestAwardDate: `2026-01-${String(30 - id).padStart(2, "0")}T00:00:00+00:00`,
    ...changed,
  });
  const open = {
    NumAwarded: 3,
    NumAwardedHardcore: 3,
    HighestAwardKind: null,
    HighestAwardDate: null,
  };
  return [
    row(1, { Title: "Étoile Garden" }),
    row(2, { Title: "Tin Moth", ConsoleID: 3, ConsoleName: "SNES/Super Famicom" }),
    row(3, { Title: "The Ant", ...open }),
    row(4, { Title: "Gala", ConsoleID: 101, ConsoleName: "Events" }),
  ];
}

const titles = (page: Page) =>
  page.getByRole("list", { name: "Games" }).getByRole("heading", { level: 3 }).allTextContents();

/** The counts and their shares that are shown, by their names. */
async function counts(page: Page): Promise<Record<string, string>> {
  const list = page.locator("dl").filter({ has: page.getByText("Played", { exact: true }) });
  const [names, values] = await Promise.all([
    list.locator("dt").allInnerTexts(),
    list.locator("dd").allInnerTexts(),
  ]);
  return Object.fromEntries(
    names.map((name, at) => [name, (values[at] ?? "").replaceAll(/\s+/g, " ")]),
  );
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("filters, sorts and searches by form, and the URL says what is shown", async ({
      page,
      standIn,
    }) => {
      standIn.setPlayer(aWirePlayer({ name: "Shelver", games: someGames() }));
      await page.goto("/user/Shelver/progress");
      expect(await titles(page)).toEqual(["Étoile Garden", "Tin Moth", "The Ant"]);
      await page.getByLabel("Status").selectOption("Mastered");
      await page.getByLabel("Order").selectOption("Title, Z to A");
      // With JavaScript a choice is answered at once.
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/\?status=eq-mastered&sort=-game_title(#games)?$/);
      await expect(page.getByRole("heading", { name: "2 of 3 games" })).toBeVisible();
      // As on RetroAchievements' page, counts do not follow the status.
      expect(await counts(page)).toEqual({
        Played: "3",
        Unfinished: "1 33%",
        Beaten: "0 0%",
        Mastered: "2 66%",
      });
      expect(await titles(page)).toEqual(["Tin Moth", "Étoile Garden"]);
      await page.getByRole("searchbox", { name: "Title" }).fill("ETOILE");
      await page.getByRole("searchbox", { name: "Title" }).press("Enter");
      await expect(page).toHaveURL(/q=ETOILE/);
      await expect(page.getByRole("heading", { name: "1 game found" })).toBeVisible();
      expect(await titles(page)).toEqual(["Étoile Garden"]);
      expect(await counts(page)).toEqual({
        Played: "1",
        Unfinished: "0 0%",
        Beaten: "0 0%",
        Mastered: "1 100%",
      });
      await page.goBack();
      await expect(page.getByRole("heading", { name: "2 of 3 games" })).toBeVisible();
      await expect(page.getByLabel("Order")).toHaveValue("-game_title");
    });

    test("a count leads to its games", async ({ page, standIn }) => {
      standIn.setPlayer(aWirePlayer({ name: "Counter", games: someGames() }));
      await page.goto("/user/Counter/progress");
      await page.getByRole("link", { name: "Unfinished" }).click();
      await expect(page).toHaveURL(/\?status=unawarded(#games)?$/);
      await expect(page.getByRole("heading", { name: "1 of 3 games", exact: true })).toBeVisible();
      expect(await titles(page)).toEqual(["The Ant"]);
    });

    test("a list of the unfinished says how many subsets it has beyond the count", async ({
      page,
      standIn,
    }) => {
      const games = someGames();
      const ant = games.find(({ Title }) => Title === "The Ant");
      if (!ant) throw new Error("the ant is unfinished");
      games.push({ ...ant, GameID: 5, Title: "Tin Moth [Subset - Bonus]" });
      standIn.setPlayer(aWirePlayer({ name: "Setter", games }));
      await page.goto("/user/Setter/progress");
      expect(await counts(page)).toMatchObject({ Played: "4", Unfinished: "1 25%" });
      await page.getByRole("link", { name: "Unfinished" }).click();
      await expect(
        page.getByRole("heading", { name: "2 of 4 games: 1 unfinished and 1 subset" }),
      ).toBeVisible();
      expect(await titles(page)).toEqual(["The Ant", "Tin Moth Subset › Bonus"]);
      expect(await counts(page)).toMatchObject({ Played: "4", Unfinished: "1 25%" });
    });
  });
}

test("events are shown only when they are asked for", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Guest", games: someGames() }));
  await page.goto("/user/Guest/progress?system=101");
  expect(await titles(page)).toEqual(["Gala"]);
});

test("a long list has pages", { tag: "@check" }, async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Pager", games: 400 }));
  await page.goto("/user/Pager/progress");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/\?page=2(#games)?$/);
  await expect(page.getByText(/^101–200 of \d+ games$/)).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(100);
});

test("a bad value is left out, with a note", { tag: "@check" }, async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Mistaken", games: someGames() }));
  const response = await page.goto("/user/Mistaken/progress?status=shiny&sort=game_title");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("“status=shiny” means nothing here")).toBeVisible();
  expect(await titles(page)).toEqual(["The Ant", "Étoile Garden", "Tin Moth"]);
});

test("what nothing is like says so, and leads back", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Seeker", games: someGames() }));
  await page.goto("/user/Seeker/progress?q=nothing+of+the+kind");
  await page.getByRole("link", { name: "Show all games" }).click();
  await expect(page).toHaveURL(/\/user\/Seeker\/progress(#games)?$/);
});

test("milestones follow the filter", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Miler", games: someGames() }));
  const milestones = page.getByRole("region", { name: "Milestones" }).getByRole("listitem");
  await page.goto("/user/Miler/progress");
  await expect(milestones.first()).toContainText("Latest mastery");
  await page.goto("/user/Miler/progress?system=3");
  await expect(milestones).toHaveCount(1);
  await expect(milestones).toContainText("1st mastery");
  await expect(milestones).toContainText("Tin Moth");
  // Where there are none, nothing leads to them.
  const parts = page.getByRole("navigation", { name: "Parts of this page", includeHidden: true });
  await expect(parts.locator("a")).toHaveText(["Games", "Milestones"]);
  await page.goto("/user/Miler/progress?status=unawarded");
  await expect(milestones).toHaveCount(0);
  await expect(parts).toHaveCount(0);
});

test("the filtered page is the API's too", { tag: "@check" }, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Lister", games: someGames() }));
  const answer = await request.get("/api/v1/users/Lister/games?status=eq-mastered&sort=game_title");
  expect(await answer.json()).toMatchObject({
    page: 1,
    pages: 1,
    total: 2,
    counts: { played: 3, mastered: 2, unfinished: 1 },
    results: [{ title: "Étoile Garden" }, { title: "Tin Moth" }],
  });
  const bad = await request.get("/api/v1/users/Lister/games?status=shiny");
  expect(bad.status()).toBe(422);
  expect((await bad.json()).errors[0].name).toBe("status");
});

test("a search finds numerals by number and & by its word, and equal games keep RetroAchievements' order", async ({
  request,
  standIn,
}) => {
  const [first] = library(1);
  if (!first) throw new Error("a library of one has a game");
  const tied = { ...first, MaxPossible: 10, NumAwarded: 5, NumAwardedHardcore: 5, ConsoleID: 7 };
  const titled = ["Tin Saga VII", "Moth & Owl", "Final Mix", "The Moth & Owl"];
  const games = titled.map((Title, at) => ({ ...tied, GameID: at + 1, Title }));
  standIn.setPlayer(aWirePlayer({ name: "EqualDates", games }));
  const found = async (search: string): Promise<string[]> => {
    const { results } = await (
      await request.get(`/api/v1/users/EqualDates/games?${search}`)
    ).json();
    return results.map(({ title }: { title: string }) => title);
  };
  expect(await found("q=tin+saga+7")).toEqual(["Tin Saga VII"]);
  expect(await found("q=moth+and+owl")).toHaveLength(2);
  expect(await found("q=mix")).toEqual(["Final Mix"]);
  const base = ["Final Mix", "Moth & Owl", "The Moth & Owl", "Tin Saga VII"];
  for (const sort of ["unlock_date", "-unlock_date", "pct_won"]) {
    expect(await found(`sort=${sort}`), sort).toEqual(base);
  }
  expect(await found("sort=-pct_won")).toEqual(base.toReversed());
  expect(await found("sort=-game_title")).toEqual([
    "Tin Saga VII",
    "Moth & Owl",
    "The Moth & Owl",
    "Final Mix",
  ]);
});

test("the page behind the filters has no address of its own", async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "OutOfSight" }));
  for (const path of ["list", "progress/list"]) {
    expect((await request.get(`/user/OutOfSight/${path}`)).status(), path).toBe(404);
  }
});
