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

interface Choice {
  name: string;
  field: string;
  value: string;
}

/**
 * Makes a choice as its field would and tells how many milliseconds the main thread worked before it
 * was painted, without the wait for the screen between the two.
 */
function choose(page: Page, choice: Choice): Promise<number> {
  return page.evaluate(async ({ field, value }: Choice) => {
    const element = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${field}]`);
    if (!element) throw new Error(`no field ${field}`);
    // React listens to the element's own setter.
    const prototype = Object.getPrototypeOf(element);
    const start = performance.now();
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
    element.dispatchEvent(
      new Event(element.tagName === "INPUT" ? "input" : "change", { bubbles: true }),
    );
    await Promise.resolve();
    const scripted = performance.now() - start;
    const frame = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const begun = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - begun);
        channel.port2.postMessage(null);
      });
    });
    return scripted + frame;
  }, choice);
}

const CHOICES: Choice[] = [
  { name: "status", field: "status", value: "eq-mastered" },
  { name: "sort by title", field: "sort", value: "game_title" },
  { name: "all again", field: "status", value: "all" },
  { name: "key stroke e", field: "q", value: "e" },
  { name: "key stroke a", field: "q", value: "ea" },
];

for (const { games, slowDown } of [
  { games: 1313, slowDown: 4 },
  { games: 20_000, slowDown: 1 },
]) {
  test(`figures: choices among ${games} games, the processor slowed down ${slowDown} times`, async ({
    page,
    standIn,
  }, testInfo) => {
    test.setTimeout(90_000);
    standIn.setPlayer(aWirePlayer({ name: `Big${games}`, games }));
    const cdp = await page.context().newCDPSession(page);
    const response = page.waitForResponse(/\/library$/);
    await page.goto(`/user/Big${games}`);
    await page.mouse.move(10, 10);
    const bytes = (await (await response).request().sizes()).responseBodySize;
    expect(bytes / games).toBeLessThanOrEqual(45);
    // The first search and sorts are prepared while nothing else is to be done.
    await page.waitForTimeout(2000);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowDown });

    const figures = [`library on its way: ${(bytes / games).toFixed(1)} bytes a game`];
    for (const choice of CHOICES) {
      const busy = await choose(page, choice);
      figures.push(`${choice.name}: ${busy.toFixed(0)} ms`);
      await page.waitForTimeout(300 * slowDown);
    }
    console.log(figures.map((figure) => `${games} games, ${slowDown}×: ${figure}`).join("\n"));
    testInfo.annotations.push(...figures.map((description) => ({ type: "figure", description })));
  });
}
