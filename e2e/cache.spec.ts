import { expect, SOON_STALE, test } from "./support/fixtures";
import { agePlayer, watchedKey } from "./support/stored";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

const playerKey = (player: WirePlayer) => `longplay:player:${player.profile.ULID.toLowerCase()}`;
const progress = (user: string) => `/api/v1/users/${user}/completion-progress`;

test("two servers on one store share what either loaded", { tag: "@check" }, async ({
  request,
  standIn,
  site,
  siteWith,
}) => {
  const player = aWirePlayer({ name: "Shared", games: 30 });
  standIn.setPlayer(player);
  const other = await siteWith();
  const loaded = await request.get(site.url + progress("Shared"));
  expect(loaded.headers()["cache-status"]).toContain("fwd=miss");
  for (const user of ["shared", player.profile.ULID]) {
    const shared = await request.get(other.url + progress(user));
    expect(shared.headers()["cache-status"]).toContain("hit");
    expect(await shared.json()).toEqual(await loaded.json());
  }
  expect(standIn.count("profile")).toBe(1);
});

test("a not-found result is shared too", async ({ request, standIn, site, siteWith }) => {
  const other = await siteWith();
  expect((await request.get(site.url + progress("Ghost"))).status()).toBe(404);
  expect((await request.get(other.url + progress("Ghost"))).status()).toBe(404);
  expect(standIn.count("profile")).toBe(1);
});

test("a warm request costs the store no command", async ({ request, standIn, redis }) => {
  const player = aWirePlayer({ name: "Warm" });
  standIn.setPlayer(player);
  await request.get(progress("Warm"));
  await expect.poll(() => redis.command("EXISTS", watchedKey(player))).toBe(1);
  await expect.poll(async () => await redis.command("EXISTS", "longplay:lock:warm")).toBe(0);
  const unlocks = () => request.get("/api/v1/users/Warm/unlocks/progress");
  await expect
    .poll(async () => (await (await unlocks()).json()).state, { timeout: 30_000 })
    .toBe("complete");
  const commands = async () =>
    Number(
      /total_commands_processed:(\d+)/.exec(String(await redis.command("INFO", "stats")))?.[1],
    );
  const before = await commands();
  for (let times = 0; times < 20; times++) await request.get(progress("Warm"));
  // The INFO command itself is counted.
  expect((await commands()) - before).toBeLessThanOrEqual(1);
});

test("a stored player takes at most 60 bytes a game", async ({ request, standIn, redis }) => {
  const player = aWirePlayer({ name: "Compact", games: 1313 });
  standIn.setPlayer(player);
  await request.get(progress("Compact"));
  const stored = async () => (await redis.dump()).get(playerKey(player)) ?? "";
  await expect.poll(async () => (await stored()).length).toBeGreaterThan(0);
  const value = await stored();
  expect(value.length / 1313).toBeLessThanOrEqual(60);
});

test("stale data is answered at once and refreshed behind the answer", { tag: "@check" }, async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Ageing", games: 3 }));
  await request.get(site.url + progress("Ageing"));
  standIn.setPlayer(aWirePlayer({ name: "Ageing", games: 4 }));
  await new Promise((resolve) => setTimeout(resolve, 1100));
  standIn.setLatency(300);
  const stale = await request.get(site.url + progress("Ageing"));
  expect(stale.headers()["cache-status"]).toMatch(/hit; ttl=-?\d+; detail=stale/);
  expect((await stale.json()).total).toBe(3);
  await expect
    .poll(async () => (await (await request.get(site.url + progress("Ageing"))).json()).total)
    .toBe(4);
});

test("concurrent requests share one load (single flight)", { tag: "@check" }, async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Crowd" }));
  standIn.setLatency(150);
  await Promise.all(
    Array.from({ length: 10 }, (_, at) => request.get(progress(at % 2 ? "Crowd" : "crowd"))),
  );
  expect(standIn.count("profile")).toBe(1);
});

test("a damaged stored value is a miss", async ({ request, standIn, redis, siteWith }) => {
  const player = aWirePlayer({ name: "Corrupted", games: 5 });
  standIn.setPlayer(player);
  await redis.command("SET", playerKey(player), "lp3:bm90IGEgcGxheWVy");
  await redis.command("SET", "longplay:name:corrupted", `${player.profile.ULID} ${Date.now()}`);
  const site = await siteWith();
  const response = await request.get(site.url + progress("Corrupted"));
  expect(response.status()).toBe(200);
  expect((await response.json()).total).toBe(5);
});

test("without its store the site answers from RetroAchievements and says so once", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ KV_REST_API_URL: "http://127.0.0.1:1" });
  for (const name of ["StoreDown1", "StoreDown2"]) {
    standIn.setPlayer(aWirePlayer({ name }));
    expect((await request.get(site.url + progress(name))).status()).toBe(200);
    expect((await request.get(`${site.url}/user/${name}`)).status()).toBe(200);
  }
  expect(site.logs().match(/The store refused a command or did not answer/g)).toHaveLength(1);
});

test("a player dated two days ahead is shown as stale, and replaced by what RetroAchievements answers", async ({
  request,
  standIn,
  redis,
  site,
  siteWith,
}) => {
  const player = aWirePlayer({ name: "DatedAhead", games: 3 });
  standIn.setPlayer(player);
  await request.get(site.url + progress("DatedAhead"));
  await expect.poll(() => redis.command("EXISTS", playerKey(player))).toBe(1);
  await agePlayer(redis, player, -48);
  standIn.setPlayer(aWirePlayer({ name: "DatedAhead", games: 4 }));
  const other = await siteWith();
  const stale = await request.get(other.url + progress("DatedAhead"));
  expect(stale.headers()["cache-status"]).toContain("detail=stale");
  expect((await stale.json()).total).toBe(3);
  const now = async () => request.get(other.url + progress("DatedAhead"));
  await expect.poll(async () => (await (await now()).json()).total).toBe(4);
  expect((await now()).headers()["cache-status"]).toMatch(/^Longplay; hit; ttl=\d+$/);
  expect((await request.get(`${other.url}/user/DatedAhead`)).status()).toBe(200);
});
