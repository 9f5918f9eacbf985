import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { aWirePlayer, library } from "./support/wire-player";

const titles = (page: Page) =>
  page.getByRole("list", { name: "Games" }).getByRole("heading", { level: 3 }).allTextContents();

/** Opens a player's page and waits until the whole library is in the browser. */
async function openWithLibrary(page: Page, path: string): Promise<void> {
  const library = page.waitForResponse(/\/library$/);
  await page.goto(path);
  await page.mouse.move(10, 10);
  await (await library).finished();
}

test("every choice is answered without a request, and is in the URL", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Swift", games: 400 }));
  await openWithLibrary(page, "/user/Swift");
  await expect(page.getByText("Checked just now")).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => {
    // Icons of games that were not on the page before are new, and a browser may ask for the tab's.
    const { pathname } = new URL(request.url());
    if (!/\/Images\/|^\/icon\.svg$/.test(pathname)) asked.push(pathname);
  });

  await page.getByLabel("Status").selectOption("Mastered");
  await expect(page).toHaveURL(/\?status=eq-mastered$/);
  await page.getByLabel("Order").selectOption("Title, A to Z");
  await expect(page).toHaveURL(/\?status=eq-mastered&sort=game_title$/);
  await expect(page.getByRole("status")).toHaveText(/^\d+ games found$/);
  const found = Number.parseInt((await page.getByRole("status").textContent()) ?? "", 10);
  // The rows below the screen follow those that are seen.
  await expect.poll(async () => (await titles(page)).length).toBe(Math.min(found, 100));
  const mastered = await titles(page);

  await page.goBack();
  await expect(page.getByLabel("Order")).toHaveValue("unlock_date");
  await page.goForward();
  await expect(page.getByLabel("Order")).toHaveValue("game_title");
  await expect.poll(() => titles(page)).toEqual(mastered);

  await page.getByRole("link", { name: "Swift" }).first().click();
  await expect(page).toHaveURL(/\/user\/Swift$/);
  await expect(page.getByLabel("Status")).toHaveValue("all");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/\?page=2$/);
  await expect(page.getByRole("heading", { name: "Newest games" })).toBeInViewport();
  expect(asked).toEqual([]);

  await page.goto("/user/Swift?status=eq-mastered&sort=game_title");
  expect(await titles(page)).toEqual(mastered);
});

test("typing narrows the list letter by letter, and is one step to go back from", async ({
  page,
  standIn,
}) => {
  const [first] = library(1);
  if (!first) throw new Error("a library of one has a game");
  const named = (id: number, Title: string) => ({ ...first, GameID: id, Title });
  standIn.setPlayer(
    aWirePlayer({
      name: "Letters",
      games: [named(1, "Étoile Garden"), named(2, "Tin Moth"), named(3, "Tin Étude")],
    }),
  );
  await openWithLibrary(page, "/user/Letters");
  const search = page.getByRole("searchbox", { name: "Title" });
  await search.pressSequentially("eT");
  await expect(page.getByRole("status")).toHaveText("2 games found");
  await search.pressSequentially("u ti", { delay: 150 });
  await expect(search).toHaveValue("eTu ti");
  await expect(page.getByRole("status")).toHaveText("1 game found");
  expect(await titles(page)).toEqual(["Tin Étude"]);
  await expect(page).toHaveURL(/\?q=eTu\+ti$/);
  // The same list again is no step.
  await search.press("Enter");
  await page.goBack();
  await expect(page).toHaveURL(/\/user\/Letters$/);
  await expect(search).toHaveValue("");
  await expect.poll(() => titles(page)).toHaveLength(3);
});

test("what is chosen before the library has come is answered when it comes", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Early", games: 50 }));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/library", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/user/Early");
  await page.getByLabel("Status").selectOption("Mastered");
  await expect(page.getByRole("region", { name: "Newest games" })).toHaveAttribute(
    "aria-busy",
    "true",
  );
  release();
  await expect(page.getByRole("status")).toHaveText(/games? found/);
});

test("if the library cannot be had, the server answers", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Unlucky", games: 50 }));
  await page.route("**/library", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto("/user/Unlucky");
  await page.getByLabel("Status").selectOption("Mastered");
  await expect(page).toHaveURL(/\?status=eq-mastered$/);
  await expect(page.getByRole("heading", { name: /games? found/ })).toBeVisible();
});
