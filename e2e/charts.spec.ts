import { expect, SOON_STALE, test } from "./support/fixtures";
import { aWirePlayer, library, type WireRow } from "./support/wire-player";

/** Two days ago and in March 2024. */
function someGames(): WireRow[] {
  const [first] = library(1);
  if (!first) throw new Error("a library of one has a game");
  const recent = `${new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)}T10:00:00+00:00`;
  const march = "2024-03-05T10:00:00+00:00";
  const row = (id: number, Title: string, date: string, changed: Partial<WireRow> = {}) => ({
    ...first,
    GameID: id,
    Title,
    ConsoleID: 7,
    ConsoleName: "NES/Famicom",
    MaxPossible: 10,
    NumAwarded: 10,
    NumAwardedHardcore: 10,
    MostRecentAwardedDate: date,
    HighestAwardKind: "mastered" as const,
    HighestAwardDate: date,
    ...changed,
  });
  return [
    row(1, "Today's Moth", recent),
    row(2, "Almost Owl", march, { NumAwarded: 9, HighestAwardKind: null, HighestAwardDate: null }),
    row(3, "Stale Ant", march, { NumAwarded: 8 }),
    row(4, "March Hare", march),
  ];
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the charts are drawn by the server, and can be read as tables", async ({
      page,
      standIn,
    }) => {
      standIn.setPlayer(aWirePlayer({ name: "Painter", games: someGames() }));
      await page.goto("/user/Painter");
      for (const name of ["Progress over time", "Last 12 months"]) {
        const chart = page.getByRole("region", { name });
        await expect(chart.locator("svg path").first()).toBeAttached();
        await chart.getByText("As a table").click();
        await expect(chart.getByRole("table")).toBeVisible();
      }
      const systems = page.getByRole("region", { name: "Games by system" });
      await expect(
        systems.getByRole("row", { name: /NES\/Famicom 3 mastered, 1 unfinished 4/ }),
      ).toBeVisible();
      const won = page.getByRole("region", { name: "Completion breakdown" });
      await expect(won.getByRole("row", { name: /^100% 2$/ })).toBeAttached();
      await expect(won.getByRole("row", { name: /^90–99% 1$/ })).toBeAttached();
      await expect(won).toContainText("Average completion 92%");
    });

    test("suggestions lead to their games", async ({ page, standIn }) => {
      standIn.setPlayer(aWirePlayer({ name: "Comer", games: someGames() }));
      await page.goto("/user/Comer");
      const suggestions = page.getByRole("region", { name: "Pick up where you left off" });
      await expect(suggestions.getByRole("listitem")).toHaveText([
        "Almost Owl90%, 1 to go",
        "Stale Ant80%, 2 to go",
      ]);
      await expect(suggestions.getByRole("link", { name: "Almost Owl" })).toHaveAttribute(
        "href",
        "https://retroachievements.org/game/2",
      );
      await suggestions.getByRole("link", { name: "Almost there" }).click();
      await expect(page).toHaveURL(/\/progress\?status=almost-there&sort=pct_won(#games)?$/);
      await expect(page.getByRole("heading", { name: "1 of 4 games" })).toBeVisible();
      await page.goBack();
      await suggestions.getByRole("link", { name: "Masteries to restore" }).click();
      await expect(page).toHaveURL(/\/progress\?status=eq-revised(#games)?$/);
      await expect(page.getByRole("heading", { name: "1 of 4 games" })).toBeVisible();
      await page.goBack();
      await page
        .getByRole("region", { name: "Records" })
        .getByRole("link", { name: "2024" })
        .first()
        .click();
      await expect(page).toHaveURL("/user/Comer/year/2024");
      await expect(page.getByRole("link", { name: "2 awards" }).first()).toBeVisible();
    });
  });
}

test("the arrow keys go through the days, and a day shows its games", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Daily", games: someGames() }));
  await page.goto("/user/Daily");
  const calendar = page.getByRole("region", { name: "Last 12 months" });
  const days = calendar.getByRole("slider", { name: "Games by day" });
  await days.focus();
  // The library comes with the first day that has games.
  const library = page.waitForResponse(/\/library$/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await library;
  await expect(days).toHaveAttribute("aria-valuetext", /: 1 game$/);
  await expect(calendar.getByRole("listitem")).toHaveText("Today's Moth");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/progress\?active=\d{4}-\d\d-\d\d(#games)?$/);
  await expect(page.getByRole("heading", { name: "1 game found" })).toBeVisible();
});

test("a pointer reads the months, and Enter shows the games of one", { tag: "@check" }, async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Pointer", games: someGames() }));
  await page.goto("/user/Pointer");
  const timeline = page.getByRole("region", { name: "Progress over time" });
  await timeline.getByRole("slider").hover({ position: { x: 3, y: 20 } });
  await expect(timeline.getByText("March 2024: 2 mastered; 2 in total")).toBeVisible();
  await timeline.getByRole("link", { name: "Show these games" }).click();
  await expect(page).toHaveURL(/\/progress\?awarded=2024-03(#games)?$/);
  // Enter does the same, though the years are links too.
  await page.goBack();
  const months = timeline.getByRole("slider");
  await months.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/progress\?awarded=\d{4}-\d\d(#games)?$/);
});

test("the code that draws charts is not among what the page loads", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Sparing", games: someGames() }));
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.text());
  });
  await page.goto("/user/Sparing");
  await page.waitForLoadState("networkidle");
  const code = (await Promise.all(scripts)).join("");
  expect(code).toContain("Games by day");
  expect(code).not.toContain("paddingInner");
});

test("charts of a library that has changed since are drawn anew on the next visit", async ({
  page,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Growing", games: someGames().slice(1) }));
  await page.goto(`${site.url}/user/Growing`);
  const won = page.getByRole("region", { name: "Completion breakdown" });
  await expect(won.getByRole("row", { name: /^100% 1$/ })).toBeAttached();
  standIn.setPlayer(aWirePlayer({ name: "Growing", games: someGames() }));
  await expect(async () => {
    await page.reload();
    await expect(won.getByRole("row", { name: /^100% 2$/ })).toBeAttached({ timeout: 1000 });
  }).toPass();
});

test("every mark of a chart is there where colours are the reader's own", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Forced", games: 200 }));
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/user/Forced");
  const invisible = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "Canvas";
    const ground = getComputedStyle(probe).color;
    const isSeen = (mark: Element) => {
      const { backgroundColor, backgroundImage, borderTopColor, borderTopWidth } =
        getComputedStyle(mark);
      const isFilled = backgroundColor !== ground && backgroundColor !== "rgba(0, 0, 0, 0)";
      const isRimmed = borderTopWidth !== "0px" && borderTopColor !== ground;
      return isFilled || isRimmed || backgroundImage !== "none";
    };
    const marks = [
      ...document.querySelectorAll(
        "#main td i, [aria-labelledby=systems] li span, [aria-labelledby=timeline] li span, [aria-labelledby=milestones] li > [aria-hidden]",
      ),
    ];
    const lines = [...document.querySelectorAll("[role=slider] path")].map(
      (path) => getComputedStyle(path).stroke,
    );
    return {
      marks: marks.length,
      unseen: marks.filter((mark) => !isSeen(mark)).map((mark) => mark.outerHTML),
      colors: new Set(lines).size,
    };
  });
  expect(invisible.marks).toBeGreaterThan(50);
  expect(invisible.unseen).toEqual([]);
  expect(invisible.colors).toBeGreaterThan(3);
});

test("on a phone, the calendar begins at its newest days, each as large as a thumb", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Thumbs", games: someGames() }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/user/Thumbs");
  const calendar = page.getByRole("region", { name: "Last 12 months" });
  const days = calendar.getByRole("slider");
  await days.scrollIntoViewIfNeeded();
  const box = await days.boundingBox();
  const panel = await calendar.boundingBox();
  if (!box || !panel) throw new Error("the calendar is not shown");
  expect(box.height / 7).toBeGreaterThanOrEqual(44);
  expect(box.width / 54).toBeGreaterThanOrEqual(43);
  expect(box.x + box.width).toBeLessThanOrEqual(panel.x + panel.width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  // The first of all days is out of sight until the keyboard goes there.
  expect(box.x).toBeLessThan(-1000);
  await days.focus();
  await page.keyboard.press("Home");
  await expect.poll(async () => (await days.boundingBox())?.x ?? -1).toBeGreaterThan(0);
});

test("on wider screens, all twelve months of the calendar are in view", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Mouse", games: someGames() }));
  await page.goto("/user/Mouse");
  const calendar = page.getByRole("region", { name: "Last 12 months" });
  const days = calendar.getByRole("slider");
  for (const width of [768, 1280, 1600, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await days.scrollIntoViewIfNeeded();
    const box = await days.boundingBox();
    const panel = await calendar.boundingBox();
    if (!box || !panel) throw new Error("the calendar is not shown");
    expect(box.x + box.width, `${width} px`).toBeLessThanOrEqual(panel.x + panel.width);
    expect(box.x, `${width} px`).toBeGreaterThan(panel.x);
    // Each day is a square that can be told from the next one.
    expect(box.height / 7, `${width} px`).toBeGreaterThanOrEqual(11);
    expect(box.width / 54, `${width} px`).toBeGreaterThanOrEqual(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test("a click holds on to a day while the pointer goes to what stands below", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Holder", games: someGames() }));
  await page.goto("/user/Holder");
  const days = page.getByRole("slider", { name: "Games by day" });
  await days.scrollIntoViewIfNeeded();
  const box = await days.boundingBox();
  if (!box) throw new Error("the calendar is not shown");
  await page.mouse.move(box.x + box.width / 2, box.y + 10);
  const pointed = await days.getAttribute("aria-valuetext");
  await page.mouse.move(box.x + box.width / 3, box.y + 30);
  await expect(days).not.toHaveAttribute("aria-valuetext", pointed ?? "");
  const held = await days.getAttribute("aria-valuetext");
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await expect(days).toHaveAttribute("aria-valuetext", held ?? "");
});
