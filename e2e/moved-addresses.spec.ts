import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

// Lists were below /user/{user} until 2026; RetroAchievements' own are where ours are now, with other parameters.

/** Old and copied addresses of a player's lists, each with its place on this site. */
const MOVED = [
  ["?status=eq-mastered", "/progress?status=eq-mastered"],
  ["?page=2", "/progress?page=2"],
  // All parameters, in any order, and none of the overview's own.
  [
    "?page=2&active=2024-03&awarded=2023..2024&q=tin+moth&sort=game_title&system=7&shelf=12&status=eq-mastered&other=1",
    "/progress?status=eq-mastered&system=7&sort=game_title&q=tin+moth&awarded=2023..2024&active=2024-03&page=2",
  ],
  [
    "/progress?filter[system]=7&filter[status]=eq-mastered&sort=-pct_won&page[number]=2",
    "/progress?status=eq-mastered&system=7&sort=-pct_won&page=2",
  ],
  [
    "/progress?filter%5Bsystem%5D=7&filter%5Bstatus%5D=any-beaten&page%5Bnumber%5D=3",
    "/progress?status=any-beaten&system=7&page=3",
  ],
  // RetroAchievements' ways to say "all".
  ["/progress?filter[status]=null&sort=pct_won", "/progress?sort=pct_won"],
  ["/progress?filter[system]=0&filter[status]=null", "/progress"],
  // The page reports what it does not know.
  ["?status=shiny", "/progress?status=shiny"],
  ["/progress?filter[status]=shiny", "/progress?status=shiny"],
] as const;

test("old addresses of lists and those copied from RetroAchievements are redirected for good, unasked", async ({
  site,
  standIn,
}) => {
  for (const [old, now] of MOVED) {
    for (const method of ["GET", "HEAD"]) {
      const answer = await ask(`${site.url}/user/NeverAsked${old}`, { method });
      expect(answer.status, `${method} ${old}`).toBe(308);
      expect(answer.headers.get("Location"), `${method} ${old}`).toBe(`/user/NeverAsked${now}`);
    }
  }
  expect(standIn.calls()).toEqual([]);
});

test("a list of no player is not taken for a player called progress", async ({ site, standIn }) => {
  for (const path of ["/user?status=eq-mastered", "/user/?page=2"]) {
    const { status, headers } = await ask(site.url + path);
    expect(headers.get("Location") ?? "", path).not.toContain("/progress");
    expect([404, 308], path).toContain(status);
  }
  expect(standIn.calls()).toEqual([]);
});

test("what is no list stays where it is", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Unmoved", games: 300 }));
  for (const path of [
    "",
    "?shelf=12,34",
    "?shelf=",
    "?status=",
    "?filter[status]=eq-mastered",
    "?other=1",
    "/progress?status=eq-mastered",
    "/progress?sort=-pct_won",
    "/progress?page=2",
    "/progress?filter=1",
  ]) {
    expect((await ask(`${site.url}/user/Unmoved${path}`)).status, path).toBe(200);
  }
});

test("an address copied from RetroAchievements shows the same list here", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Copied", games: 300 }));
  const copied = "filter[system]=0&filter[status]=null&sort=-pct_won&page[number]=2";
  await page.goto(`/user/copied/progress?${copied}`);
  await expect(page).toHaveURL("/user/Copied/progress?sort=-pct_won&page=2");
  await expect(page.getByText(/^101–200 of \d+ games$/)).toBeVisible();
  await expect(page.getByLabel("Order")).toHaveValue("-pct_won");
  await expect(page.getByRole("list", { name: "Filters in force" })).toHaveCount(0);

  await page.goto("/user/Copied/progress?filter[system]=7&filter[status]=eq-mastered");
  await expect(page).toHaveURL("/user/Copied/progress?status=eq-mastered&system=7");
  const chips = page.getByRole("list", { name: "Filters in force" }).getByRole("listitem");
  await expect(chips).toHaveText([/Mastered/, /NES/, "Reset"]);
});

test("values that are not known are reported on the page that they lead to", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Misled", games: 20 }));
  for (const path of ["?status=shiny", "/progress?filter[status]=shiny"]) {
    const response = await page.goto(`/user/Misled${path}`);
    expect(response?.status(), path).toBe(200);
    await expect(page, path).toHaveURL("/user/Misled/progress?status=shiny");
    await expect(page.getByText("“status=shiny” means nothing here"), path).toBeVisible();
  }
});
