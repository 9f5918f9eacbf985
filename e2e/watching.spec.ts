import { type Answer, ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import type { RaStandIn } from "./support/ra-stand-in";
import { refusalExpires, resetLimiter } from "./support/rate-limiter";
import type { Redis } from "./support/redis";
import type { Site } from "./support/site";
import { agePlayer, storedPlayer, watchedKey } from "./support/stored";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

const CRON_SECRET = "a-secret-of-this-spec";
/** Long enough ago for a check to be due at any time of day, and recent enough for the last full read of the list. */
const YESTERDAY = 26;

const cron = (site: Site): Promise<Answer> =>
  ask(`${site.url}/api/cron/watch`, { headers: { Authorization: `Bearer ${CRON_SECRET}` } });

/** How often RA was asked about a player, by name or ULID. */
const asked = (standIn: RaStandIn, { profile }: WirePlayer) =>
  standIn.calls().filter(({ params }) => [profile.User, profile.ULID].includes(params.u ?? ""))
    .length;

/** Players viewed a number of hours ago, on a site that has ended since. */
async function lookedAt(
  players: Record<string, number>,
  { site, standIn, redis }: { site: Site; standIn: RaStandIn; redis: Redis },
): Promise<WirePlayer[]> {
  return Promise.all(
    Object.entries(players).map(async ([name, hours]) => {
      const player = aWirePlayer({ name });
      standIn.setPlayer(player);
      // What is read behind answers takes from the budget that all sites share.
      await untilPlayerIsFilled(site, name);
      await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
      await expect.poll(() => redis.command("EXISTS", watchedKey(player))).toBe(1);
      await agePlayer(redis, player, hours);
      return player;
    }),
  );
}

test("a view of a page, a card or JSON is recorded, one of an unknown player is not", async ({
  site,
  standIn,
  redis,
}) => {
  const ways = { WatchedPage: "", WatchedCard: "/cards/summary.png", WatchedFile: "/games.json" };
  for (const [name, way] of Object.entries(ways)) {
    const player = aWirePlayer({ name });
    standIn.setPlayer(player);
    await ask(`${site.url}/user/${name}${way}`);
    const lookedAt = async () => {
      const value = await redis.command("GET", watchedKey(player));
      return Number(String(value ?? "").split(" ")[0]);
    };
    await expect.poll(lookedAt, name).toBeGreaterThan(Date.now() - 120_000);
  }
  const unknown = aWirePlayer({ name: "WatchedNobody" });
  expect((await ask(`${site.url}/user/WatchedNobody`)).status).toBe(404);
  expect(await redis.command("EXISTS", watchedKey(unknown))).toBe(0);
});

test("a player viewed yesterday is checked once, by a server started since", async ({
  site,
  standIn,
  redis,
  startOwnSite,
}) => {
  const [player] = await lookedAt({ WatchedLonely: YESTERDAY }, { site, standIn, redis });
  if (!player) throw new Error("Nobody was looked at.");
  const before = await storedPlayer(redis, player);
  standIn.resetCalls();
  await startOwnSite({ WATCH_EVERY_SECONDS: "1" });
  await expect.poll(() => storedPlayer(redis, player)).not.toBe(before);
  expect(asked(standIn, player)).toBe(1);
});

test("two servers ask about each player once between them", async ({
  site,
  standIn,
  redis,
  startOwnSite,
}) => {
  const names = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((at) => [`WatchedTwice${at}`, YESTERDAY]),
  );
  const players = await lookedAt(names, { site, standIn, redis });
  const sites = await Promise.all([1, 2].map(() => startOwnSite({ CRON_SECRET })));
  standIn.resetCalls();
  standIn.setLatency(20);
  // A player that the other server is just checking is left for another run.
  for (let runs = 0; runs < 2; runs++) await Promise.all(sites.map(cron));
  expect(players.map((player) => asked(standIn, player))).toEqual([1, 1, 1, 1, 1, 1]);
});

test("a cron with the secret has what is new read, and named players loaded; who is gone is dropped", async ({
  site,
  standIn,
  redis,
  startOwnSite,
}) => {
  const looks = { WatchedBusy: YESTERDAY, WatchedGone: YESTERDAY };
  const [busy, gone] = await lookedAt(looks, { site, standIn, redis });
  if (!busy || !gone) throw new Error("Nobody was looked at.");
  const named = aWirePlayer({ name: "WatchedAlways" });
  standIn.setPlayer(named);
  standIn.setPlayer(aWirePlayer({ name: "WatchedBusy", games: 13 }));
  standIn.removePlayer("WatchedGone");
  const own = await startOwnSite({ CRON_SECRET, WATCHED_PLAYERS: "watchedalways" });
  standIn.resetCalls();
  for (const authorization of [undefined, "Bearer wrong", `Basic ${CRON_SECRET}`, CRON_SECRET]) {
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const refused = await ask(`${own.url}/api/cron/watch`, { headers });
    expect(refused.status, authorization).toBe(401);
  }
  expect(standIn.calls()).toEqual([]);

  const answer = await cron(own);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  const run = answer.json<{ read: number; dropped: number; stoppedBy: string | null }>();
  expect(run.read).toBeGreaterThanOrEqual(2);
  expect(run.dropped).toBeGreaterThanOrEqual(1);
  expect(run.stoppedBy).toBeNull();
  expect(answer.text + own.logs()).not.toMatch(/Watched[A-Z]|watchedalways/);
  expect(answer.text + own.logs()).not.toContain(busy.profile.ULID.toLowerCase());
  expect(await redis.command("EXISTS", watchedKey(gone))).toBe(0);
  expect(await storedPlayer(redis, named)).not.toBeNull();
  standIn.resetCalls();
  const shown = await ask(`${own.url}/api/v1/users/WatchedBusy/completion-progress?count=1`);
  expect(shown.json()).toMatchObject({ total: 13 });
  expect(asked(standIn, busy)).toBe(0);
});

test("half of the budget is left to visitors, and RA's limit ends a run", async ({
  site,
  standIn,
  redis,
  startOwnSite,
}) => {
  const looks = { WatchedFirst: 29, WatchedSecond: 28, WatchedThird: 27 };
  const [first, second, third] = await lookedAt(looks, { site, standIn, redis });
  if (!first || !second || !third) throw new Error("Nobody was looked at.");
  const own = await startOwnSite({ CRON_SECRET, UPSTREAM_REQUESTS_PER_MINUTE: "4" });
  await resetLimiter(redis);
  standIn.resetCalls();
  const run = (await cron(own)).json<{ left: number }>();
  expect(run).toMatchObject({ same: 2, stoppedBy: "busy" });
  expect(run.left).toBeGreaterThanOrEqual(1);
  expect([first, second, third].map((player) => asked(standIn, player))).toEqual([1, 1, 0]);
  standIn.setPlayer(aWirePlayer({ name: "WatchedVisitor" }));
  expect((await ask(`${own.url}/user/WatchedVisitor/badge.json`)).status).toBe(200);

  await resetLimiter(redis);
  await refusalExpires();
  standIn.resetCalls();
  standIn.fail("rate-limited");
  expect((await cron(own)).json()).toMatchObject({ same: 0, stoppedBy: "rate-limited" });
  expect(standIn.calls()).toHaveLength(1);
});

test("without the secret the cron's route is not there", async ({ site }) => {
  expect((await cron(site)).status).toBe(404);
});

test("demo players are not watched", async ({ startOwnSite }) => {
  const own = await startOwnSite({ CRON_SECRET, RA_WEB_API_KEY: "", WATCHED_PLAYERS: "FirstBoot" });
  await ask(`${own.url}/user/LampLighter/badge.json`);
  const nothing = { same: 0, read: 0, dropped: 0, left: 0, stoppedBy: null };
  expect((await cron(own)).json()).toEqual(nothing);
});
