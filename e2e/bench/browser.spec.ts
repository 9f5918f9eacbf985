import { get } from "node:http";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { aWirePlayer } from "../support/wire-player";

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

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

// What a visitor waits for, in milliseconds: figures to compare from one commit to the next on one machine.

test("the first byte of a cold page and of a warm one", async ({ site, standIn }, testInfo) => {
  standIn.setPlayer(aWirePlayer({ name: "WarmUp", games: 1313, seed: 2 }));
  await firstByte(`${site.url}/user/WarmUp`);

  standIn.setPlayer(aWirePlayer({ name: "Measured", games: 1313 }));
  standIn.setLatency(100);
  const cold = await firstByte(`${site.url}/user/Measured`);
  expect(cold.status).toBe(200);
  const warm: number[] = [];
  for (let times = 0; times < 50; times++) {
    warm.push((await firstByte(`${site.url}/user/Measured`)).milliseconds);
  }
  const figures = [
    `first byte cold (100 ms upstream latency): ${cold.milliseconds.toFixed(0)} ms`,
    `first byte warm (median of 50): ${median(warm).toFixed(1)} ms`,
  ];
  console.log(figures.join("\n"));
  testInfo.annotations.push(...figures.map((description) => ({ type: "figure", description })));
  // The cold load waits for two rounds of calls, whatever the machine; the warm one for none.
  expect(cold.milliseconds).toBeGreaterThan(200);
  expect(median(warm)).toBeLessThan(cold.milliseconds / 4);
});

interface Choice {
  name: string;
  field: string;
  value: string;
}

/** Makes each choice several times. @returns how long the main thread took for it, in words */
async function measure(page: Page, choices: Choice[], pauseMs: number): Promise<string[]> {
  const busy = new Map(choices.map((choice) => [choice, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const choice of choices) {
      busy.get(choice)?.push(await choose(page, choice));
      await expect(page.locator('ol[aria-label="Games"] > li').first()).toBeVisible();
      await page.waitForTimeout(pauseMs);
    }
  }
  return [...busy].map(
    ([{ name }, times]) => `${name}: ${median(times).toFixed(0)} ms (median of ${ROUNDS})`,
  );
}

/**
 * Makes a choice as its field would. @returns how many milliseconds passed on the main thread before
 * it was painted, without the wait for the screen between the two.
 */
function choose(page: Page, choice: Choice): Promise<number> {
  return page.evaluate(async ({ field, value }: Choice) => {
    const element = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${field}]`);
    if (!element) throw new Error(`no field ${field}`);
    // React listens to the element's own setter.
    const prototype = Object.getPrototypeOf(element);
    const start = performance.now();
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
    element.dispatchEvent(
      new Event(element.tagName === "INPUT" ? "input" : "change", { bubbles: true }),
    );
    await Promise.resolve();
    const scripted = performance.now() - start;
    const frame = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const begun = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - begun);
        channel.port2.postMessage(null);
      });
    });
    return scripted + frame;
  }, choice);
}

const ROUNDS = 3;

const CHOICES: Choice[] = [
  { name: "status", field: "status", value: "eq-mastered" },
  { name: "sort by title", field: "sort", value: "game_title" },
  { name: "all again", field: "status", value: "all" },
  { name: "key stroke t", field: "q", value: "t" },
  { name: "key stroke i", field: "q", value: "ti" },
  { name: "no words", field: "q", value: "" },
  { name: "newest first", field: "sort", value: "unlock_date" },
];

for (const { games, slowDown } of [
  { games: 1313, slowDown: 4 },
  { games: 20_000, slowDown: 1 },
]) {
  test(`choices among ${games} games, the processor slowed down ${slowDown} times`, async ({
    page,
    standIn,
  }, testInfo) => {
    test.setTimeout(90_000);
    standIn.setPlayer(aWirePlayer({ name: `Big${games}`, games }));
    const cdp = await page.context().newCDPSession(page);
    const response = page.waitForResponse(/\/library$/);
    await page.goto(`/user/Big${games}/progress`);
    await page.mouse.move(10, 10);
    await (await response).finished();
    // The first search and sort orders are prepared in idle time.
    await page.waitForTimeout(2000);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowDown });

    const figures = await measure(page, CHOICES, 200 * slowDown);
    console.log(figures.map((figure) => `${games} games, ${slowDown}×: ${figure}`).join("\n"));
    testInfo.annotations.push(...figures.map((description) => ({ type: "figure", description })));
  });
}

const COMPARED: Choice[] = [
  { name: "both play", field: "who", value: "both" },
  { name: "widest gap", field: "sort", value: "gap" },
  { name: "the first ahead", field: "who", value: "a-ahead" },
  { name: "closest race", field: "sort", value: "race" },
  { name: "key stroke t", field: "q", value: "t" },
  { name: "no words", field: "q", value: "" },
  { name: "by title", field: "sort", value: "title" },
  { name: "the second ahead", field: "who", value: "b-ahead" },
  { name: "all again", field: "who", value: "all" },
  { name: "newest first", field: "sort", value: "latest" },
];

test("two players of 20000 games side by side: a cold page, and choices in the browser", async ({
  page,
  site,
  request,
  standIn,
}, testInfo) => {
  test.setTimeout(120_000);
  for (const [at, name] of ["Small1", "Small2", "Vast", "Huge"].entries()) {
    const games = name.startsWith("Small") ? 200 : 20_000;
    standIn.setPlayer(aWirePlayer({ name, games, seed: at + 1 }));
    await (await request.get(`/api/v1/users/${name}/summary`)).body();
  }
  // The first ones compile code.
  for (let page = 1; page <= 20; page++) {
    await (await request.get(`/compare/Small1/Small2?page=${page}`)).body();
  }
  const before = site.cpuMilliseconds();
  await (await request.get("/compare/Vast/Huge")).body();
  const figures = [`first page: ${(site.cpuMilliseconds() - before).toFixed(0)} ms of CPU`];
  await page.goto("/compare/Vast/Huge");
  await page.mouse.move(10, 10);
  await page.waitForLoadState("networkidle");
  // Orders and titles are prepared in idle time.
  await page.waitForTimeout(4000);
  figures.push(...(await measure(page, COMPARED, 200)));
  console.log(figures.map((figure) => `2 × 20000 games: ${figure}`).join("\n"));
  testInfo.annotations.push(...figures.map((description) => ({ type: "figure", description })));
});
