import { get } from "node:http";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

/** Milliseconds until the first byte of the answer, and its status. */
function firstByte(url: string): Promise<{ status: number | undefined; milliseconds: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, (response) => {
      response.once("data", () => {
        resolve({ status: response.statusCode, milliseconds: performance.now() - start });
        response.destroy();
      });
    }).on("error", reject);
  });
}

test("a cold page of 1,313 games takes two rounds of calls, a warm one none", async ({
  site,
  standIn,
  redis,
}, testInfo) => {
  standIn.setPlayer(aWirePlayer({ name: "WarmUp", games: 1313, seed: 2 }));
  await firstByte(`${site.url}/user/WarmUp`);

  standIn.setPlayer(aWirePlayer({ name: "Measured", games: 1313 }));
  standIn.resetCalls();
  standIn.setLatency(100);
  const cold = await firstByte(`${site.url}/user/Measured`);
  expect(cold.status).toBe(200);
  expect(standIn.count("progress")).toBe(3);
  expect(standIn.count("profile")).toBe(1);

  standIn.resetCalls();
  const warm: number[] = [];
  for (let times = 0; times < 50; times++) {
    warm.push((await firstByte(`${site.url}/user/Measured`)).milliseconds);
  }
  expect(standIn.calls()).toHaveLength(0);
  const median = warm.sort((a, b) => a - b)[25] ?? Number.NaN;

  const stored = (await redis.dump()).get("longplay:player:measured") ?? "";
  const figures = [
    `first byte cold (100 ms upstream latency): ${cold.milliseconds.toFixed(0)} ms`,
    `first byte warm (median of 50): ${median.toFixed(1)} ms`,
    `calls of a cold load: 3 progress, 1 profile`,
    `stored: ${stored.length} bytes, ${(stored.length / 1313).toFixed(1)} a game`,
  ];
  console.log(figures.join("\n"));
  testInfo.annotations.push(...figures.map((description) => ({ type: "figure", description })));
  // The cold load waits for two rounds of calls, whatever the machine; the warm one for none.
  expect(cold.milliseconds).toBeGreaterThan(200);
  expect(median).toBeLessThan(cold.milliseconds / 4);
});

for (const { games, most } of [
  { games: 1313, most: 15 },
  { games: 20_000, most: 60 },
]) {
  test(`a filtered view of ${games} games, rendered on the server`, async ({
    request,
    site,
    standIn,
  }, testInfo) => {
    test.setTimeout(120_000);
    const name = `Filtered${games}`;
    standIn.setPlayer(aWirePlayer({ name, games }));
    const queries = ["sort=game_title", "status=eq-mastered", "q=tin", "system=7&sort=pct_won"];
    const ask = (times: number) =>
      Promise.all(
        queries.map(async (query) => {
          for (let time = 0; time < times; time++) {
            await (await request.get(`/user/${name}?${query}&page=${time + 2}`)).body();
          }
        }),
      );
    // The first ones compile code and sort the library.
    await ask(10);
    const before = site.cpuMilliseconds();
    await ask(25);
    const each = (site.cpuMilliseconds() - before) / (25 * queries.length);
    const figure = `filtered view of ${games} games: ${each.toFixed(1)} ms of CPU (budget ${most})`;
    console.log(figure);
    testInfo.annotations.push({ type: "figure", description: figure });
  });
}
