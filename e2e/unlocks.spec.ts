import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";
import { aWireUnlock } from "./support/wire-unlocks";

/** A player with this many unlocks, some a day, since the registration in 2024. */
function aPlayerWithUnlocks(name: string, count: number): WirePlayer {
  const start = Date.parse("2024-02-01T00:00:00Z") / 1000;
  const first = [...name].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0);
  const unlocks = Array.from({ length: count }, (_, at) =>
    aWireUnlock(start + at * 40_000, { AchievementID: (first % 1_000_000) + at }),
  );
  const player = aWirePlayer({ name, profile: { MemberSince: "2024-01-02 00:43:04" } });
  return { ...player, unlocks };
}

const progressOf = async (url: string, name: string) =>
  JSON.parse((await ask(`${url}/api/v1/users/${name}/unlocks/progress`)).text);

test("unlocks are read behind the first answer, and the route says how far", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aPlayerWithUnlocks("UnlockReader", 1900));
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  const missing = await ask(`${site.url}/api/v1/users/NobodyAtAll8/unlocks/progress`);
  expect([missing.status, missing.headers.get("content-type")]).toEqual([
    404,
    "application/problem+json",
  ]);
  await ask(`${site.url}/user/UnlockReader`);
  const tagOfSummary = async () =>
    (await ask(`${site.url}/user/UnlockReader/cards/summary.svg`)).headers.get("etag");
  const tag = await tagOfSummary();
  await expect
    .poll(() => progressOf(site.url, "UnlockReader"), { timeout: 30_000 })
    .toEqual({ state: "complete", since: 2024, years: [2024, 2025, 2026] });
  const { headers } = await ask(`${site.url}/api/v1/users/UnlockReader/unlocks/progress`);
  expect(headers.get("cache-control")).toBe("no-store");
  // It shows no unlocks.
  expect(await tagOfSummary()).toBe(tag);
});

test("another server goes on where one was killed", async ({ standIn, startOwnSite }) => {
  const player = aPlayerWithUnlocks("UnlockCrash", 1900);
  standIn.setPlayer(player);
  const user = player.profile.ULID.toLowerCase();
  // Sites of other tests may still read unlocks of theirs.
  const callsForUser = () =>
    standIn
      .fillingCalls()
      .filter(({ endpoint, params }) => endpoint === "unlocks" && params.u === user);
  // 2026 takes one call and 2025 two.
  standIn.fail("unavailable", { endpoint: "unlocks", user, after: 3, times: 1 });
  const first = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await ask(`${first.url}/user/UnlockCrash`);
  const filled = { state: "filling", since: 2025, years: [2025, 2026] };
  await expect
    .poll(() => progressOf(first.url, "UnlockCrash"), { timeout: 30_000 })
    .toEqual(filled);
  await expect.poll(() => callsForUser().length).toBe(4);
  first.kill();
  const calls = callsForUser().length;
  const second = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  await expect
    .poll(() => progressOf(second.url, "UnlockCrash"), { timeout: 30_000 })
    .toMatchObject({ state: "complete", since: 2024 });
  const years = callsForUser()
    .slice(calls)
    .map(({ params }) => new Date(Number(params.f) * 1000).getUTCFullYear());
  expect(new Set(years)).toEqual(new Set([2024]));
});

test("while RA lists no unlocks, page, card and list are as they were", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aPlayerWithUnlocks("UnlockLess", 300));
  standIn.fail("error", { endpoint: "unlocks" });
  const site = await startOwnSite();
  for (const path of ["", "/progress", "/year/2026", "/cards/summary.svg", "/feed.xml"]) {
    expect((await ask(`${site.url}/user/UnlockLess${path}`)).status, path).toBe(200);
  }
  // They are read behind answers, and not while the circuit breaker that other specs share is open.
  await expect(async () => {
    expect(await progressOf(site.url, "UnlockLess")).toMatchObject({ since: null, years: [] });
    expect(standIn.count("unlocks")).toBeGreaterThan(0);
  }).toPass({ timeout: 30_000 });
  expect(await progressOf(site.url, "UnlockLess")).toMatchObject({ since: null, years: [] });
  standIn.fail(null);
});

test("the API lists unlocks, their days and streaks, and says while older ones are missing", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aPlayerWithUnlocks("UnlockApi", 1900));
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0" });
  const get = async (path: string) =>
    JSON.parse((await ask(`${site.url}/api/v1/users/UnlockApi/${path}`)).text);
  expect(await get("streaks")).toMatchObject({ since: null, isComplete: false });
  await expect
    .poll(() => get("streaks"), { timeout: 30_000 })
    .toMatchObject({ since: 2024, isComplete: true });
  const { total, results } = await get("unlocks?year=2025");
  expect(results).toHaveLength(500);
  const { days } = await get("days?year=2025");
  const sum = days.reduce(
    (all: number, day: { achievements: number }) => all + day.achievements,
    0,
  );
  expect(sum).toBe(total);
});
