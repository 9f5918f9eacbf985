import type { Page } from "@playwright/test";
import { expect, SOON_STALE, test } from "./support/fixtures";
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

test("every choice is answered without a request, and is in the URL", { tag: "@check" }, async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Swift", games: 400 }));
  await openWithLibrary(page, "/user/Swift/progress");
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
  await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ games$/);
  const found = Number.parseInt((await page.getByRole("status").textContent()) ?? "", 10);
  // The rows below the screen follow those that are seen.
  await expect.poll(async () => (await titles(page)).length).toBe(Math.min(found, 100));
  const mastered = await titles(page);

  await page.goBack();
  await expect(page.getByLabel("Order")).toHaveValue("unlock_date");
  await page.goForward();
  await expect(page.getByLabel("Order")).toHaveValue("game_title");
  await expect.poll(() => titles(page)).toEqual(mastered);

  await page.getByRole("link", { name: "Reset" }).click();
  await expect(page).toHaveURL(/\?sort=game_title$/);
  await expect(page.getByLabel("Status")).toHaveValue("all");
  await page.getByLabel("Order").selectOption("unlock_date");
  await expect(page).toHaveURL(/\/user\/Swift\/progress$/);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/\?page=2$/);
  await expect(page.getByRole("heading", { name: "Newest games" })).toBeInViewport();
  expect(asked).toEqual([]);

  await page.goto("/user/Swift/progress?status=eq-mastered&sort=game_title");
  expect(await titles(page)).toEqual(mastered);
});

test("typing narrows the list letter by letter, and is one step to go back from", {
  tag: "@check",
}, async ({ page, standIn }) => {
  const [first] = library(1);
  if (!first) throw new Error("a library of one has a game");
  const named = (id: number, Title: string) => ({ ...first, GameID: id, Title });
  standIn.setPlayer(
    aWirePlayer({
      name: "Letters",
      games: [named(1, "Étoile Garden"), named(2, "Tin Moth"), named(3, "Tin Étude")],
    }),
  );
  await openWithLibrary(page, "/user/Letters/progress");
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
  await expect(page).toHaveURL(/\/user\/Letters\/progress$/);
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
  await page.goto("/user/Early/progress");
  await page.getByLabel("Status").selectOption("Mastered");
  await expect(page.getByRole("region", { name: "Newest games" })).toHaveAttribute(
    "aria-busy",
    "true",
  );
  release();
  await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ games$/);
});

test("if the library cannot be had, the server answers", async ({
  page,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/503.*\/library/);
  // Next's router asks first, gets the answer meant for routers, and loads the page.
  allowPageErrors(/404.*_rsc=/);
  standIn.setPlayer(aWirePlayer({ name: "Hapless", games: 50 }));
  await page.route("**/library", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto("/user/Hapless/progress");
  await page.getByLabel("Status").selectOption("Mastered");
  await expect(page.getByRole("heading", { name: /^\d+ of \d+ games$/ })).toBeVisible();
  await expect(page).toHaveURL(/\?status=eq-mastered$/);
  const failedAgain = page.waitForResponse(/\/library$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/user\/Hapless\/progress$/);
  await expect(page.getByRole("heading", { name: "Newest games" })).toBeVisible();
  await page.mouse.move(10, 10);
  await failedAgain;

  // Known to be missing, the library costs no reader the letters after the first.
  await page.getByRole("searchbox", { name: "Title" }).pressSequentially("lantern", { delay: 90 });
  await expect(page.getByRole("heading", { name: /games? found/ })).toBeVisible();
  await expect(page).toHaveURL(/\?q=lantern$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/user\/Hapless\/progress$/);
  // The address is first, the page of the server follows: Chromium does not always close in between.
  await expect(page.getByRole("heading", { name: "Newest games" })).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Title" })).toHaveValue("");
});

test("a list refreshed from the server keeps the rows that are still in it", async ({
  page,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  const games = library(60).filter((game) => game.ConsoleName !== "Events");
  const [first] = games;
  if (!first) throw new Error("a library of sixty has games");
  standIn.setPlayer(aWirePlayer({ name: "Reader", games }));
  await page.goto(`${site.url}/user/Reader/progress`);
  const list = page.getByRole("list", { name: "Games" });
  const marked = () =>
    list.evaluate((element) => [...element.children].map((row) => row.hasAttribute("data-read")));
  await list.evaluate((element) => {
    for (const row of element.children) row.setAttribute("data-read", "");
  });
  const arrived = page.waitForResponse(/\/library$/);
  await page.mouse.move(10, 10);
  await (await arrived).finished();

  const renamed = { ...first, Title: "Renamed Moth" };
  const added = { ...first, GameID: 9999, Title: "Late Moth", MostRecentAwardedDate: null };
  standIn.setPlayer(
    aWirePlayer({
      name: "Reader",
      games: [
        renamed,
        ...games.slice(1),
        { ...added, HighestAwardKind: null, HighestAwardDate: null },
      ],
    }),
  );
  await expect(list.getByRole("heading", { name: "Renamed Moth" })).toBeVisible();
  expect(await marked()).toEqual([...Array<boolean>(games.length).fill(true), false]);
  await expect(list.getByRole("heading", { name: "Late Moth" })).toHaveCount(1);

  // The list that one chose is kept in the same way, and goes when it has to.
  await page.getByLabel("Order").selectOption("Title, A to Z");
  await expect.poll(async () => (await titles(page)).length).toBe(games.length + 1);
  standIn.setPlayer(aWirePlayer({ name: "Reader", games: games.slice(0, 20) }));
  await expect.poll(async () => (await titles(page)).length).toBe(20);
  const sorted = await titles(page);
  await page.reload();
  expect(await titles(page)).toEqual(sorted);
});

test("going back from the next page goes back to where it was left", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Leafer", games: 250 }));
  await openWithLibrary(page, "/user/Leafer/progress");
  const next = page.getByRole("link", { name: "Next" });
  // Where the click finds the page: rows that come into view get their own heights and move what is below.
  await next.evaluate((link) => {
    const keep = () => sessionStorage.setItem("left-at", String(scrollY));
    link.addEventListener("click", keep, { once: true });
  });
  await next.click();
  await expect(page.getByRole("heading", { name: "Newest games" })).toBeInViewport();
  await expect.poll(async () => (await titles(page)).length).toBe(100);
  await page.goBack();
  await expect(page).toHaveURL(/\/user\/Leafer\/progress$/);
  const away = () =>
    page.evaluate(() => Math.abs(scrollY - Number(sessionStorage.getItem("left-at"))));
  await expect.poll(away).toBeLessThan(300);
  await expect(next).toBeInViewport();
});

test("a step back overtakes letters that are not in the history yet", async ({ page, standIn }) => {
  await page.clock.install();
  standIn.setPlayer(aWirePlayer({ name: "Hasty", games: 50 }));
  await openWithLibrary(page, "/user/Hasty/progress");
  const all = await titles(page);
  await page.getByLabel("Status").selectOption("Mastered");
  await expect(page).toHaveURL(/\?status=eq-mastered$/);
  await page.getByRole("searchbox", { name: "Title" }).evaluate((field) => {
    if (!(field instanceof HTMLInputElement)) throw new Error("the title is no field");
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
    set?.call(field, "e");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    history.back();
  });
  await expect(page).toHaveURL(/\/user\/Hasty\/progress$/);
  await page.clock.runFor(1000);
  await expect(page).toHaveURL(/\/user\/Hasty\/progress$/);
  await expect.poll(() => titles(page)).toEqual(all);
  await expect(page.getByRole("searchbox", { name: "Title" })).toHaveValue("");
});
