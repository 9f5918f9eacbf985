import type { APIRequestContext } from "@playwright/test";
import { DEMO, expect, test } from "./support/fixtures";
import { aWireRow } from "./support/wire-games";
import { aWirePlayer } from "./support/wire-player";

interface Row {
  title: string;
  highestAwardKind: string | null;
  isSubset: boolean;
  playtimeSeconds: number | null;
  rarity: number | null;
  numAwardedHardcore: number;
  maxPossible: number;
}

/** All games that the API finds, in its order. */
async function allGames(request: APIRequestContext, url: string, search: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await (await request.get(`${url}/games?${search}&page=${page}`)).json();
    rows.push(...answer.results);
    pages = answer.pages;
  }
  return rows;
}

test("orders and filters by figures are the same in the API, on the server and in the browser", async ({
  page,
  request,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  const api = `${site.url}/api/v1/users/LampLighter`;
  const all = await allGames(request, api, "sort=unlock_date");
  const played = await allGames(request, api, "sort=playtime");
  const seconds = played.map(({ playtimeSeconds }) => playtimeSeconds || -1);
  expect(played).toHaveLength(all.length);
  expect(seconds).toEqual(seconds.toSorted((a, b) => b - a));
  const isRare = ({ highestAwardKind, rarity, numAwardedHardcore, maxPossible }: Row) =>
    highestAwardKind === "mastered" &&
    numAwardedHardcore >= maxPossible &&
    rarity !== null &&
    rarity <= 0.05;
  const rare = all.filter((game) => isRare(game) && !game.isSubset);
  const search = "status=rare-mastered&sort=-rarity&subsets=0";
  const found = await allGames(request, api, search);
  expect(found.map(({ rarity }) => rarity)).toEqual(
    rare.map(({ rarity }) => rarity).toSorted((a, b) => Number(b) - Number(a)),
  );

  const rows = page.getByRole("list", { name: "Games" }).getByRole("listitem");
  const texts = async () => (await rows.allTextContents()).slice(0, 100);
  await page.goto(`${site.url}/user/LampLighter/progress?${search}`);
  const fromServer = await texts();
  expect(fromServer[0]).toContain(found[0]?.title.replace(/\s*[~[].*$/, ""));
  expect(fromServer.join()).toMatch(/mastered\sby\s\d/);

  const library = page.waitForResponse(/\/library$/);
  await page.goto(`${site.url}/user/LampLighter/progress`);
  await page.mouse.move(10, 10);
  await (await library).finished();
  await page.getByRole("link", { name: "Hide subsets" }).click();
  await expect(page).toHaveURL(/\?subsets=0(?:#games)?$/);
  await page.getByLabel("Status").selectOption("Rare masteries");
  await page.getByLabel("Order").selectOption("Least rare to master");
  await expect(page).toHaveURL(/\?status=rare-mastered&sort=-rarity&subsets=0$/);
  await expect.poll(texts).toEqual(fromServer);
  await page.getByRole("link", { name: "Remove Without subsets" }).click();
  await expect(page).toHaveURL(/\?status=rare-mastered&sort=-rarity$/);
});

test("a list by what is not known stays what the address asks for", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "FigureLess", games: [aWireRow({ GameID: 5601 })] }));
  standIn.fail("unavailable", { endpoint: "player-games" });
  await page.goto("/user/FigureLess/progress?status=rare-mastered&sort=rarity");
  await page.waitForLoadState("networkidle");
  await expect(page.getByLabel("Status")).toHaveValue("rare-mastered");
  await expect(page.getByLabel("Order")).toHaveValue("rarity");
  await expect(page.getByText("The rarity of these masteries is not known.")).toBeVisible();
  await expect(page).toHaveURL(/\?status=rare-mastered&sort=rarity$/);
});

test("a row shows all of its figures in print and in large letters", async ({ page, siteWith }) => {
  const { url } = await siteWith(DEMO);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${url}/user/LampLighter/progress?status=eq-mastered`);
  const figures = page.getByRole("list", { name: "Games" }).locator('p[class*="figures"]');
  /** How many rows hide some of theirs. */
  const cut = () =>
    figures.evaluateAll(
      (all) =>
        all.filter(({ clientHeight, scrollHeight }) => scrollHeight > clientHeight + 2).length,
    );
  expect(await cut()).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await cut()).toBe(0);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await cut()).toBe(0);
  await page.setViewportSize({ width: 1000, height: 800 });
  expect(await cut()).toBe(0);
});
