import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const LAST_ROW = 'ol[aria-label="Games"] > li:last-child';
const A4 = { format: "A4", printBackground: true } as const;

/** How much the colours of a part differ, of a picture of the whole page: 0 where nothing is drawn. */
async function contrast(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });
  const picture = await page.screenshot({ fullPage: true, clip: box });
  const { channels } = await sharp(picture).stats();
  return Math.max(...channels.map(({ stdev }) => stdev));
}

test("a picture of the whole page has its last rows, icons and charts in it", async ({
  page,
  standIn,
}) => {
  for (const name of ["Pictured", "PicturedToo"]) {
    standIn.setPlayer(aWirePlayer({ name, games: 120 }));
  }
  for (const path of ["/user/Pictured/progress", "/compare/Pictured/PicturedToo"]) {
    await page.goto(path);
    expect(await contrast(page, LAST_ROW), path).toBeGreaterThan(8);
    expect(await contrast(page, `${LAST_ROW} > :first-child`), `${path}: icon`).toBeGreaterThan(20);
  }
  await page.goto("/user/Pictured");
  for (const part of [
    "[aria-labelledby=timeline] [role=slider]",
    "[aria-labelledby=systems] table >> nth=0",
    "[aria-labelledby=newest] li >> nth=-1",
  ]) {
    expect(await contrast(page, part), part).toBeGreaterThan(8);
  }
});

test("a picture of the card builder has every card and theme, however far down", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "PicturedCards", games: 20 }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/user/PicturedCards/embed");
  const pictures = page.locator("form img");
  expect(await pictures.count()).toBeGreaterThan(20);
  const missing = () =>
    pictures.evaluateAll(
      (images) => images.filter((image) => !(image as HTMLImageElement).naturalWidth).length,
    );
  await expect.poll(missing).toBe(0);
});

test("after a choice, too, all rows are soon on the picture", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Repictured", games: 300 }));
  const library = page.waitForResponse(/\/library$/);
  await page.goto("/user/Repictured/progress");
  await page.mouse.move(10, 10);
  await library;
  await page.getByLabel("Order").selectOption("game_title");
  await expect(page).toHaveURL(/sort=game_title/);
  // Its rows are drawn a few at a time: the last one of a moment may be gone in the next.
  await expect(async () => {
    await expect(page.locator('ol[aria-label="Games"] > li')).toHaveCount(100);
    expect(await contrast(page, LAST_ROW)).toBeGreaterThan(8);
  }).toPass();
});

test("the months of a year are as high as they are, wherever the page is scrolled to", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Monthly", games: 300 }));
  await page.goto("/user/Monthly/year/2024");
  const columns = await page.locator("[style*='--share'] > :has(> i)").evaluateAll((found) =>
    found.map((column) => {
      const { height } = column.getBoundingClientRect();
      return [height, (column as HTMLElement).offsetHeight];
    }),
  );
  expect(columns.length).toBeGreaterThan(3);
  for (const [drawn, laidOut] of columns)
    expect(Math.abs((drawn ?? 0) - (laidOut ?? 0))).toBeLessThan(1);
});

for (const theme of ["light", "dark"]) {
  test(`on paper there are medals and bars on white, and nothing to press, after ${theme} was chosen`, async ({
    page,
    standIn,
  }) => {
    for (const name of ["Printed", "PrintedToo"]) {
      standIn.setPlayer(aWirePlayer({ name, games: 120 }));
    }
    await page.addInitScript((chosen) => localStorage.setItem("theme", chosen), theme);
    await page.emulateMedia({ media: "print" });
    for (const path of [
      "/user/Printed",
      "/user/Printed/progress?status=eq-mastered",
      "/compare/Printed/PrintedToo",
      "/user/Printed/year/2024",
      "/docs",
      "/docs/api",
      "/user/Printed/embed",
    ]) {
      await page.goto(path);
      const pressed = page.locator("button, input, select, form, nav").locator("visible=true");
      await expect(pressed, path).toHaveCount(0);
      const colours = await page.evaluate(() => {
        const { color, printColorAdjust } = getComputedStyle(document.body);
        const last = document.querySelector("ol[aria-label=Games] > li");
        const medal = last && getComputedStyle(last, "::after").printColorAdjust;
        return { color, adjust: [printColorAdjust, medal ?? printColorAdjust] };
      });
      expect(colours, path).toEqual({ color: "rgb(19, 32, 28)", adjust: ["exact", "exact"] });
    }
  });
}

test("a comparison of 100 games prints on as many sheets as its rows need", async ({
  page,
  standIn,
}) => {
  for (const name of ["OnSheets", "OnSheetsToo"]) {
    standIn.setPlayer(aWirePlayer({ name, games: 120 }));
  }
  await page.goto("/compare/OnSheets/OnSheetsToo");
  const pdf = await page.pdf(A4);
  const sheets = pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? [];
  console.log(`A comparison of 100 games: ${sheets.length} sheets`);
  expect(sheets.length).toBeGreaterThan(5);
  expect(sheets.length).toBeLessThanOrEqual(20);
});
