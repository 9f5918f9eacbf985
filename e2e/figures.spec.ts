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
