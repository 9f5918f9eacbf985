import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

// The bar that joins the pages of a player.

const LABELS = ["Overview", "Progress", "Years", "History", "Compare", "Cards"];
const YEAR = new Date().getUTCFullYear();

/** Each page of a player, with the link that is marked there. */
const pagesOf = (name: string): [path: string, current: string][] => [
  [`/user/${name}`, "Overview"],
  [`/user/${name}?shelf=1`, "Overview"],
  [`/user/${name}/progress`, "Progress"],
  [`/user/${name}/progress?status=eq-mastered`, "Progress"],
  [`/user/${name}/year/${YEAR}`, "Years"],
  [`/user/${name}/history`, "History"],
  [`/compare/${name}`, "Compare"],
  [`/compare/${name}/BesideTheBar`, "Compare"],
  [`/user/${name}/embed`, "Cards"],
];

const linksOf = (page: Page, name: string) =>
  page.getByRole("navigation", { name: `Pages of ${name}` }).getByRole("link");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("each link leads to its page, which marks it", async ({ page, standIn }) => {
      const name = javaScriptEnabled ? "Barred" : "BarredToo";
      standIn.setPlayer(aWirePlayer({ name, games: 20 }));
      await page.goto(`/user/${name}`);
      const links = linksOf(page, name);
      for (const label of [...LABELS.slice(1), "Overview"]) {
        await links.filter({ hasText: label }).click();
        await expect(links.and(page.locator("[aria-current=page]"))).toHaveText([label]);
      }
      await expect(page).toHaveURL(`/user/${name}`);
    });
  });
}

test("every page of a player has the bar, all of it in view on a phone", async ({
  page,
  standIn,
}) => {
  for (const name of ["TwentyLettersInABar", "BesideTheBar"]) {
    standIn.setPlayer(aWirePlayer({ name, games: 40 }));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [path, current] of pagesOf("TwentyLettersInABar")) {
    await page.goto(path);
    const links = linksOf(page, "TwentyLettersInABar");
    await expect(links, path).toHaveText(LABELS);
    await expect(links.and(page.locator("[aria-current]")), path).toHaveText([current]);
    await expect(links.and(page.locator("[aria-current=page]")), path).toHaveCount(1);
    for (const link of await links.all()) {
      const box = await link.boundingBox();
      const what = `${path} ${await link.textContent()}`;
      expect(box?.x, what).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 390), what).toBeLessThanOrEqual(390);
      expect(box?.height, what).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
});

test("the bar's links are next to each other for the keyboard, and seen when they have the focus", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Tabbing", games: 20 }));
  await page.goto("/user/Tabbing/history");
  const links = linksOf(page, "Tabbing");
  await links.first().focus();
  for (const label of LABELS) {
    const link = links.filter({ hasText: label });
    await expect(link).toBeFocused();
    expect(await link.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe(
      "none",
    );
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Shift+Tab");
  await expect(links.last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/user/Tabbing/embed");
});

test("an error page has no bar", async ({ page, allowPageErrors }) => {
  allowPageErrors(/404.*NobodyBarred/);
  await page.goto("/user/NobodyBarred");
  await expect(page.getByRole("navigation", { name: /^Pages of/ })).toHaveCount(0);
});
