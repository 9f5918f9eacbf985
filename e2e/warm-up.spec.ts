import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const PLAYERS = 10;
const names = Array.from({ length: PLAYERS }, (_, at) => `Fresh${at}`);

/** What the first page of a process may cost: so many times what such a page costs later. Not warmed up, it was 15 times. */
const MOST = 6;

test("the first page of a process that is ready costs little more than a later one", async ({
  site,
  standIn,
  startOwnSite,
}) => {
  for (const name of names) {
    standIn.setPlayer(aWirePlayer({ name, games: 1313 }));
    await ask(`${site.serverUrl}/api/v1/users/${name}/summary`);
  }
  const fresh = await startOwnSite({});
  const costs: number[] = [];
  for (const name of names) {
    const before = fresh.cpuMilliseconds();
    // Each player is in the store, and neither they nor their page is in the memory of this process.
    expect((await ask(`${fresh.serverUrl}/user/${name}`)).status).toBe(200);
    costs.push(fresh.cpuMilliseconds() - before);
  }
  const [first = Number.NaN, ...later] = costs;
  const floor = later.toSorted((a, b) => a - b)[later.length >> 1] ?? Number.NaN;
  console.log(`first pages of players in a fresh process: ${costs.join(", ")} ms of a processor`);
  expect(first / floor).toBeLessThan(MOST);
});

test("a warm-up asks RetroAchievements nothing, stores nothing, and is in no figure", async ({
  redis,
  standIn,
  startOwnSite,
}) => {
  const stored = [...(await redis.dump()).keys()].sort();
  const calls = standIn.calls().length;
  const token = "a-token-of-the-warm-up";
  const fresh = await startOwnSite({ METRICS_TOKEN: token });
  const headers = { Authorization: `Bearer ${token}` };
  const metrics = await ask(`${fresh.serverUrl}/api/metrics`, { headers });
  expect(metrics.text).toContain("longplay_player_seconds");
  expect(metrics.text).not.toContain("longplay_player_seconds_count");
  expect(metrics.text).not.toContain("longplay_load_seconds_count");
  expect(standIn.calls().length).toBe(calls);
  expect([...(await redis.dump()).keys()].sort()).toEqual(stored);
  expect(fresh.logs()).not.toContain("/user/");
});
