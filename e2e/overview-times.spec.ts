import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { cutTexts } from "./support/page-checks";
import { aWirePlayer } from "./support/wire-player";
import { timesOf } from "./support/wire-times";

/** The facts of a player's header, by their labels. */
const factsOf = (page: Page) =>
  page
    .locator("header dl > div")
    .evaluateAll((facts) =>
      Object.fromEntries(
        facts.map((fact) => [
          fact.querySelector("dt")?.textContent,
          fact.querySelector("dd")?.textContent,
        ]),
      ),
    );

/** Visits an overview until the player's times are read, which begins with the first visit. */
async function visitUntilTimed(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    expect(await factsOf(page)).toHaveProperty("Played");
  }).toPass({ timeout: 60_000 });
}

test("rank, hours, masteries and the time left are on the overview once they are read", async ({
  page,
  standIn,
}) => {
  // Newer than the profile's message.
  const at = new Date(Date.now() + 60_000).toISOString();
  const seen = { richPresence: "Level 3", richPresenceUpdatedAt: at };
  const player = aWirePlayer({ name: "Timed", games: 60, profile: { RichPresenceMsg: "Level 2" } });
  const results = player.results.map((row, at) => ({
    ...row,
    Title: `Return of the Moths ${at % 9}`,
  }));
  standIn.setPlayer({ ...player, results, rank: { rankHardcore: 77, ...seen } });
  await page.goto("/user/Timed");
  expect(await factsOf(page)).toMatchObject({
    Rank: "#77 of 95,000",
    "Now playing": expect.stringMatching(/Level 3/),
  });
  await visitUntilTimed(page, "/user/Timed");
  expect((await factsOf(page)).Played).toMatch(/^[\d,]+ (hours|minutes)$/);
  const records = page.getByRole("region", { name: "Records" });
  for (const which of ["Rarest", "Longest", "Fastest"]) {
    await expect(records.getByText(`${which} mastery`)).toBeVisible();
  }
  for (const width of [768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await cutTexts(records.getByRole("link")), `${width} px`).toEqual([]);
  }
  await expect(
    page.getByText(/^About [\d,]+ hours to master .* started games?, by median times$/),
  ).toBeVisible();
  await records
    .getByRole("listitem")
    .filter({ hasText: "Longest mastery" })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/\/user\/Timed\/game\/\d+$/);
});

test("hours and masteries are those of RetroAchievements' own answers, counted again", async ({
  page,
  standIn,
}) => {
  const player = aWirePlayer({ name: "TimedAgain", games: 80 });
  standIn.setPlayer(player);
  const times = new Map(timesOf(player).map((time) => [time.gameId, time]));
  let seconds = 0;
  for (const { playerGame, subsetOf } of times.values()) {
    if (subsetOf.length === 0) seconds += Number(playerGame.playtimeTotalSeconds ?? 0);
  }
  const mastered = player.results.flatMap((row) => {
    const time = times.get(Number(row.GameID));
    const isWhole = Number(row.NumAwardedHardcore) >= Number(row.MaxPossible);
    if (row.HighestAwardKind !== "mastered" || !isWhole || !time) return [];
    const players = Number(time.game.playersHardcore ?? Number.NaN);
    return {
      title: row.Title.replace(/~.*~ |\[.*\]/g, "").trim(),
      rarity: Number(time.achievementSet?.timesMastered) / players,
      taken: Number(time.playerSet?.timeTakenHardcoreSeconds),
    };
  });
  const first = (by: "rarity" | "taken", sign: 1 | -1) =>
    mastered.filter((each) => each[by] > 0).sort((a, b) => sign * (a[by] - b[by]))[0]?.title ?? "";
  await visitUntilTimed(page, "/user/TimedAgain");
  expect((await factsOf(page)).Played).toBe(
    `${Math.floor(seconds / 3600).toLocaleString("en-US")} hours`,
  );
  const records = page.getByRole("region", { name: "Records" });
  for (const [which, title] of [
    ["Rarest", first("rarity", 1)],
    ["Longest", first("taken", -1)],
    ["Fastest", first("taken", 1)],
  ] as const) {
    const record = records.getByRole("listitem").filter({ hasText: `${which} mastery` });
    await expect(record.getByRole("link")).toHaveText(title);
  }
});

test("without API v2 the rank is v1's, and nothing is said of times", async ({
  page,
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith({ RA_API_V2_BASE_URL: "off" });
  standIn.setPlayer(aWirePlayer({ name: "Untimed", games: 60 }));
  // Points of v1 are read behind the first answer.
  const points = async () =>
    (await (await request.get(`${site.url}/api/v1/users/Untimed/summary`)).json()).points;
  await page.goto(`${site.url}/user/Untimed`);
  await expect.poll(points).not.toBeNull();
  await page.goto(`${site.url}/user/Untimed`);
  const facts = await factsOf(page);
  expect(facts).toMatchObject({
    Rank: expect.stringMatching(/^#/),
    "Last seen": expect.stringMatching(/./),
  });
  expect(facts).not.toHaveProperty("Played");
  expect(await page.locator("main").textContent()).not.toMatch(
    /(Rarest|Longest|Fastest) mastery|by median times|Now playing/,
  );
});

test("an overview is shown without a rank that does not come", async ({ page, standIn }) => {
  const player = aWirePlayer({ name: "RankedLate", games: 5 });
  standIn.setPlayer(player);
  const { ULID: user } = player.profile;
  for (const endpoint of ["player-rank", "rank"] as const) standIn.fail("hang", { endpoint, user });
  await page.goto("/user/RankedLate");
  expect(await factsOf(page)).toMatchObject({ Points: expect.stringMatching(/\d/) });
  expect(await factsOf(page)).not.toHaveProperty("Rank");
});
