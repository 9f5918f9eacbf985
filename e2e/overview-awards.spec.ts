import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { aWireAward } from "./support/wire-awards";
import { aWirePlayer } from "./support/wire-player";

const DAY = Date.UTC(2025, 0, 1);
/** Fourteen badges of events on days that follow each other, and one of the site on the last day. */
const AWARDS = [
  ...Array.from({ length: 14 }, (_, day) =>
    aWireAward({
      Title: `Relay of week ${day + 1}`,
      AwardedAt: new Date(DAY + day * 86_400_000).toISOString(),
    }),
  ),
  aWireAward({
    ...{ AwardType: "Patreon Supporter", Title: null, ImageIcon: null },
    AwardedAt: new Date(DAY + 14 * 86_400_000).toISOString(),
  }),
];
const badged = (name: string, motto = "") => ({
  ...aWirePlayer({ name, games: 30, profile: { Motto: motto } }),
  awards: [...AWARDS, aWireAward({ AwardType: "Moon Landing", Title: "Not known" })],
  hiddenAwards: 3,
});

const badgesOn = (page: Page) => page.getByRole("list", { name: "Event and site badges" });

/** Visits an overview until its badges are there: a busy machine may take too long for them at first. */
async function visitBadged(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(badgesOn(page)).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test("the newest badges of events and of the site are beside the name, at any width and on paper", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer(badged("BadgedNewest", "One more run"));
  await visitBadged(page, "/user/BadgedNewest");
  const badges = badgesOn(page);
  await expect(badges.getByRole("listitem").first()).toHaveText("Patreon supporter");
  await expect(badges.getByRole("img")).toHaveCount(7);
  await expect(badges.getByRole("img").first()).toHaveAccessibleName(
    "Relay of week 14, Jan 14, 2025",
  );
  await expect(badges.getByRole("listitem").last()).toHaveText("and 7 more");
  await expect(page.getByRole("main")).not.toContainText("Not known");

  for (const width of [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      const sideways = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
      });
      expect(sideways, `${media} at ${width}`).toBe(0);
      const box = await badges.getByRole("img").first().boundingBox();
      expect([box?.width, box?.height], `${media} at ${width}`).toEqual([32, 32]);
    }
  }
  await page.reload();
  const { ULID } = badged("BadgedNewest").profile;
  const calls = standIn
    .fillingCalls()
    .filter(({ endpoint, params }) => endpoint === "awards" && params.u === ULID.toLowerCase());
  expect(calls).toHaveLength(1);
});

test("a few badges beside a name of usual length add no height to a wide page", async ({
  page,
  standIn,
}) => {
  standIn.setPlayer({ ...badged("WithBadges", "One more run"), awards: AWARDS.slice(0, 4) });
  standIn.setPlayer(
    aWirePlayer({ name: "NoBadgesAt", games: 30, profile: { Motto: "One more run" } }),
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  const heightOfHeader = async () => {
    const box = await page.locator("main > header").boundingBox();
    return box?.height ?? 0;
  };
  await page.goto("/user/NoBadgesAt");
  const without = await heightOfHeader();
  await visitBadged(page, "/user/WithBadges");
  expect(await heightOfHeader()).toBeLessThanOrEqual(without + 1);
});

test("an overview is shown without badges that do not come", async ({ page, standIn }) => {
  standIn.setPlayer(badged("BadgedLate"));
  standIn.fail("hang", { endpoint: "awards", user: badged("BadgedLate").profile.ULID });
  await page.goto("/user/BadgedLate");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("BadgedLate");
  await expect(badgesOn(page)).toHaveCount(0);
});

test("the API has all badges, and says so where they cannot be had", async ({ site, standIn }) => {
  standIn.setPlayer(badged("BadgedApi"));
  const awardsOf = async (user: string) =>
    (await ask(`${site.url}/api/v1/users/${user}/awards`)).json<Record<string, unknown>>();
  await expect(async () => {
    expect(await awardsOf("badgedapi")).toMatchObject({
      ...{ user: "BadgedApi", total: 15, checkedAt: expect.stringMatching(/Z$/) },
      results: expect.arrayContaining([
        expect.objectContaining({ kind: "site", title: "Patreon supporter", icon: null }),
        expect.objectContaining({ title: "Relay of week 14", icon: "/Images/074560.png" }),
      ]),
    });
  }).toPass();

  standIn.setPlayer(aWirePlayer({ name: "BadgedNot", games: 3 }));
  standIn.fail("unavailable", { endpoint: "awards" });
  expect(await awardsOf("BadgedNot")).toMatchObject({ checkedAt: null, total: 0, results: [] });
});
