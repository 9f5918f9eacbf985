import { createRequire } from "node:module";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page in ${colorScheme}`, async ({
    page,
    standIn,
    allowComplaints,
  }) => {
    allowComplaints(/404.*(NobodyAtAll|nowhere)/);
    standIn.setPlayer(aWirePlayer({ name: "Reachable", games: 100 }));
    await page.emulateMedia({ colorScheme });
    for (const path of [
      "/",
      "/user/Reachable",
      "/user/Reachable?status=eq-mastered&sort=nonsense",
      "/user/Reachable/embed?card=recent",
      "/user/NobodyAtAll",
      "/nowhere/at/all",
    ]) {
      await page.goto(path);
      await page.addScriptTag({ path: AXE });
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import("axe-core") };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found, path).toEqual([]);
    }
  });
}

test("the colours can be switched, and stay so on the next page without a flash", async ({
  page,
  allowComplaints,
}) => {
  allowComplaints(/404.*NobodyAtAll/);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Colours: as the system" }).click();
  await page.getByRole("button", { name: "Colours: light" }).click();
  await expect(page.getByRole("button", { name: "Colours: dark" })).toBeVisible();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto("/user/NobodyAtAll", { waitUntil: "commit" });
  await page.waitForSelector("body");
  expect(await background()).toBe(dark);
});

test("the page can be used with the keyboard only", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Typist", games: 30 }));
  await page.goto("/user/Typist");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  const link = page.getByRole("link", { name: "Unfinished" });
  for (let times = 0; times < 30; times++) {
    await page.keyboard.press("Tab");
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status=unawarded/);
});
