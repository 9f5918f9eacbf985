import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const PLAYERS = 10;
const names = Array.from({ length: PLAYERS }, (_, at) => `Fresh${at}`);

/** What the first card, page and JSON of a process may cost: so many times what they cost later. Not warmed up, it is 5. */
const MOST = 3.5;

test("the first answers of a process that is ready cost little more than later ones", async ({
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
    // Each player is in the store, and nothing of them is in the memory of this process.
    for (const path of [
      `/user/${name}/cards/summary.svg`,
      `/user/${name}`,
      `/api/v1/users/${name}/completion-progress`,
    ]) {
      expect((await ask(fresh.serverUrl + path)).status).toBe(200);
    }
    costs.push(fresh.cpuMilliseconds() - before);
  }
  const [first = Number.NaN, ...later] = costs;
  const floor = later.toSorted((a, b) => a - b)[later.length >> 1] ?? Number.NaN;
  console.log(
    `first answers about players in a fresh process: ${costs.join(", ")} ms of a processor`,
  );
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
