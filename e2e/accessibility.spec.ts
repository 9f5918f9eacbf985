import type { Locator } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

test("the colours can be switched, and stay so on the next page without a flash", async ({
  page,
  allowPageErrors,
}) => {
  allowPageErrors(/404.*NobodyAtAll/);
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

test("an automatic reload waits while a user types, and can be stopped", async ({
  page,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/503.*SlowReader/);
  standIn.setPlayer(aWirePlayer({ name: "SlowReader" }));
  standIn.fail("unavailable");
  await page.clock.install();
  await page.goto("/user/SlowReader");
  await page.getByRole("button", { name: "Stop trying" }).click();
  await expect(page.getByRole("status")).toHaveText(/does not try again/);
  standIn.fail(null);
  await page.clock.fastForward("02:00");
  await page.getByRole("button", { name: "Keep trying" }).click();
  await expect(page.getByRole("status")).toHaveText(/tries again/);
  const search = page.getByRole("main").getByRole("searchbox");
  const loads: string[] = [];
  page.on("request", (each) => each.isNavigationRequest() && loads.push(each.url()));
  await search.fill("Some");
  await page.clock.fastForward("02:00");
  await search.pressSequentially("one");
  await expect(search).toHaveValue("Someone");
  expect(loads).toEqual([]);
  await search.blur();
  // The site asks again only some time after a failure.
  await expect(async () => {
    await page.clock.fastForward("00:20");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("SlowReader", {
      timeout: 2000,
    });
  }).toPass({ timeout: 40_000 });
});

test("a player's pages can be used with the keyboard only", { tag: "@check" }, async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Typist", games: 30 }));
  const tabTo = async (link: Locator) => {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    for (let times = 0; times < 30; times++) {
      await page.keyboard.press("Tab");
      if (await link.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(link).toBeFocused();
    await page.keyboard.press("Enter");
  };
  await page.goto("/user/Typist");
  await tabTo(page.getByRole("link", { name: "Progress", exact: true }));
  await expect(page).toHaveURL(/\/user\/Typist\/progress$/);
  await tabTo(page.getByRole("link", { name: "Unfinished" }));
  await expect(page).toHaveURL(/\/user\/Typist\/progress\?status=unawarded/);
});
