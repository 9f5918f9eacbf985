import { expect, test } from "./support/fixtures";
import { layoutShift } from "./support/layout-shift";
import { aWirePlayer } from "./support/wire-player";

test("without known players the home page shows cards that are labelled as made up", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite();
  await page.goto(site.url);
  await expect(page.getByText("Made up.")).toBeVisible();
  const cards = page.getByRole("img", { name: "made-up player" });
  await expect(cards).toHaveCount(3);
  for (const card of await cards.all()) {
    await card.scrollIntoViewIfNeeded();
    const type = await card.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return (await fetch(image.src)).headers.get("content-type");
    });
    expect(type).toContain("image/svg+xml");
  }
  await expect(page.locator('main a[href^="/user/"]')).toHaveCount(0);
  expect(standIn.calls()).toEqual([]);
});

test("recently viewed players are shown without a request to RA", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "LookedAt", games: 8 }));
  standIn.setPlayer(aWirePlayer({ name: "OnlyAsked", games: 8 }));
  const site = await startOwnSite();
  await page.goto(`${site.url}/user/LookedAt`);
  // A program's request does not count as a view.
  await page.request.get(`${site.url}/api/v1/users/OnlyAsked/summary`);
  standIn.resetCalls();
  await page.goto(site.url);
  const examples = page.getByRole("region", { name: "For example" });
  await expect(examples.getByRole("link")).toHaveCount(1);
  await expect(examples.getByRole("link", { name: /LookedAt.*7 played/ })).toBeVisible();
  await expect(page.getByRole("img", { name: "LookedAt's shelf" })).toBeVisible();
  expect(standIn.count("profile") + standIn.count("progress")).toBe(0);
});

test("once its player is no longer fresh, a card is made up rather than asked for", async ({
  page,
  standIn,
  siteWith,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "LookedOnce", games: 8 }));
  const site = await siteWith({ CACHE_FRESH_SECONDS: "0" });
  await page.request.get(`${site.url}/user/LookedOnce`);
  standIn.resetCalls();
  await page.goto(site.url);
  await expect(page.getByRole("link", { name: /LookedOnce.*7 played/ })).toBeVisible();
  await expect(page.getByRole("img", { name: "made-up player" })).toHaveCount(3);
  expect(standIn.count("profile") + standIn.count("progress")).toBe(0);
});

test("EXAMPLE_PLAYERS are shown in their order, without those unknown to RA", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const byUlid = aWirePlayer({ name: "ExampleTwo", games: 4 });
  standIn.setPlayer(aWirePlayer({ name: "ExampleOne", games: 3 }));
  standIn.setPlayer(byUlid);
  const EXAMPLE_PLAYERS = `NobodyAtAll7, exampleone, ${byUlid.profile.ULID}`;
  const site = await startOwnSite({ EXAMPLE_PLAYERS });
  const examples = page.getByRole("region", { name: "For example" }).getByRole("link");
  // One who takes long is there the next time.
  await expect(async () => {
    await page.goto(site.url);
    expect(await examples.allTextContents()).toEqual([
      expect.stringContaining("ExampleOne"),
      expect.stringContaining("ExampleTwo"),
    ]);
  }).toPass();
  await expect(page.getByRole("img", { name: "ExampleOne's shelf" })).toBeVisible();
  await expect(page.getByText("Made up.")).toHaveCount(0);
});

test("an example player outside PLAYERS is not shown", async ({ page, standIn, startOwnSite }) => {
  standIn.setPlayer(aWirePlayer({ name: "ServedOne", games: 3 }));
  standIn.setPlayer(aWirePlayer({ name: "UnservedOne", games: 3 }));
  const site = await startOwnSite({
    PLAYERS: "ServedOne",
    EXAMPLE_PLAYERS: "UnservedOne,ServedOne",
  });
  await page.goto(site.url);
  await expect(page.getByRole("link", { name: "See ServedOne's games" })).toBeVisible();
  await expect(page.getByText("UnservedOne")).toHaveCount(0);
  expect(standIn.calls().filter(({ params }) => params.u === "UnservedOne")).toEqual([]);
});

test("the one player of a site is one press away, also while RA does not answer", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "OnlyOne", games: 30 }));
  standIn.fail("unavailable");
  const site = await startOwnSite({ PLAYERS: "OnlyOne" });
  const way = page.getByRole("link", { name: "See OnlyOne's games" });
  await page.goto(site.url);
  await expect(way).toBeVisible();
  await expect(page.getByText("Made up.")).toBeVisible();
  standIn.fail(null);
  // The site asks again only some time after a failure.
  await expect(async () => {
    await page.goto(site.url);
    await expect(way).toHaveText(/\d played/, { timeout: 500 });
  }).toPass();
  await expect(way).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveCount(0);
  await expect(page.getByRole("img", { name: "OnlyOne's shelf" })).toBeVisible();
  await way.click();
  await expect(page).toHaveURL(`${site.url}/user/OnlyOne`);
});

test("all players of a site are listed, those that are not loaded by name", async ({
  page,
  standIn,
  startOwnSite,
}) => {
  const names = ["Aaa", "Bbb", "Ccc", "Ddd", "Eee", "Fff", "Ggg"].map((name) => `Listed${name}`);
  for (const [seed, name] of names.entries()) {
    standIn.setPlayer(aWirePlayer({ name, games: 3, seed }));
  }
  standIn.fail("unavailable", { user: "ListedBbb" });
  const site = await startOwnSite({ PLAYERS: ["ListedNobody", ...names].join() });
  const list = page.getByRole("region", { name: "Players on this site" }).getByRole("link");
  // One who takes long is there the next time.
  await expect(async () => {
    await page.goto(site.url);
    expect(await list.allTextContents()).toEqual([
      ...["ListedAaa", "ListedCcc", "ListedDdd", "ListedEee"].map((name) =>
        expect.stringMatching(new RegExp(`^${name}\\d+ played`)),
      ),
      ...["ListedBbb", "ListedFff", "ListedGgg"],
    ]);
  }).toPass();
  await expect(page.getByRole("img", { name: "ListedAaa vs ListedCcc" })).toBeVisible();
  expect(standIn.calls().filter(({ params }) => params.u?.toLowerCase() === "listedggg")).toEqual(
    [],
  );
  await list.last().click();
  await expect(page).toHaveURL(`${site.url}/user/ListedGgg`);
});

for (const width of [390, 1280]) {
  test(`at ${width} px all pictures of the home page load, and nothing shifts when they come late`, async ({
    page,
    standIn,
  }) => {
    standIn.setPlayer(aWirePlayer({ name: "Displayed", games: 60 }));
    standIn.setPlayer(aWirePlayer({ name: "DisplayedToo", games: 4 }));
    for (const name of ["DisplayedToo", "Displayed"]) await page.request.get(`/user/${name}`);
    await page.route("**/cards/*.svg*", async (route) => {
      await page.waitForLoadState("domcontentloaded");
      await route.continue();
    });
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/");
    const pictures = page.getByRole("main").getByRole("img");
    await expect(pictures).toHaveCount(3);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      const [box, natural] = await picture.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const { width, height } = image.getBoundingClientRect();
        return [width / height, image.naturalWidth / image.naturalHeight];
      });
      expect(natural).toBeGreaterThan(0);
      expect(box).toBeCloseTo(natural ?? 0, 1);
    }
    const shift = await layoutShift(page);
    expect(shift).toBeLessThan(0.02);
  });
}

test("there is one field to search with, on the home page and on error pages", async ({
  page,
  allowPageErrors,
}) => {
  allowPageErrors(/404.*NobodyAtAll/);
  for (const path of ["/", "/user/NobodyAtAll"]) {
    await page.goto(path);
    await expect(page.getByRole("searchbox"), path).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("searchbox"), path).toBeVisible();
  }
});

test("a pasted address finds its player", { tag: "@check" }, async ({ page, standIn, site }) => {
  standIn.setPlayer(aWirePlayer({ name: "Pasted", games: 3 }));
  for (const address of [
    "https://retroachievements.org/user/Pasted",
    "www.retroachievements.org/user/pasted/?tab=games-and-more-that-makes-it-longer-than-a-name",
    `${site.url}/user/Pasted/embed`,
  ]) {
    await page.goto("/");
    await page.locator("#find-player").fill(address);
    await page.locator("#find-player").press("Enter");
    await expect(page, address).toHaveURL(`${site.url}/user/Pasted`);
  }
});

test("a name that is not found stays in the search field", async ({ page, allowPageErrors }) => {
  allowPageErrors(/404.*\/user\//);
  for (const typed of ["Nobody8At", "two words", "https://a.test/b c/é"]) {
    await page.goto("/");
    await page.locator("#find-player").fill(typed);
    await page.locator("#find-player").press("Enter");
    await expect(page.getByRole("heading", { name: "Player not found" })).toBeVisible();
    await expect(page.locator("#find-player"), typed).toHaveValue(typed);
  }
});

test("pictures follow the theme that was chosen by their address, and not by the system's", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Darkened", games: 8 }));
  await page.request.get("/user/Darkened");
  await page.emulateMedia({ colorScheme: "light" });
  const theme = page.getByRole("button", { name: /^Colours:/ });
  /** The addresses of the cards and screenshots that are there. */
  const shown = async () => {
    const images = page.locator("main img");
    const all = await images.evaluateAll((found) =>
      found.map((image) => (image as HTMLImageElement).currentSrc),
    );
    return all.filter((src) => /\.svg|profile-(light|dark)/.test(src));
  };
  for (const path of ["/", "/docs/cards"]) {
    await page.goto(path);
    await theme.click();
    await expect(theme).toHaveAccessibleName("Colours: light");
    expect(
      (await shown()).filter((src) => !/[=-]light/.test(src)),
      path,
    ).toEqual([]);
    await theme.click();
    await expect(theme).toHaveAccessibleName("Colours: dark");
    await page.reload();
    await expect(theme).toHaveAccessibleName("Colours: dark");
    await expect
      .poll(async () => (await shown()).filter((src) => !/[=-]dark/.test(src)), path)
      .toEqual([]);
    expect((await shown()).length, path).toBeGreaterThan(1);
    await theme.click();
    await expect(theme).toHaveAccessibleName("Colours: as the system");
  }
});

test("the home page asks whose card to make, and leads to that player's builder", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "CardMaker", games: 3 }));
  await page.goto("/");
  await page.locator("#find-player").fill("CardMaker");
  await page.getByRole("button", { name: "Make a card" }).click();
  await expect(page).toHaveURL(/\/user\/CardMaker\/embed(\?card=summary)?$/);
});
