import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { aWirePlayer } from "../support/wire-player";

const SLOW_DOWN = 4;
const ROUNDS = 3;
const WORD = "lantern";
/** From one key to the next: that of a fast typist. */
const KEY_MS = 150;

interface EventEntry extends PerformanceEntry {
  interactionId: number;
}

declare global {
  interface Window {
    /** Milliseconds from each key to the next frame, in order. */
    keyMilliseconds: number[];
  }
}

/** Notes how long each event of a key takes until the page has painted, which is what INP is made from. */
function observeKeys(): void {
  window.keyMilliseconds = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as EventEntry[]) {
      if (interactionId > 0) window.keyMilliseconds.push(duration);
    }
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}

/** Types a word and takes it back. @returns the slowest event, in milliseconds */
async function slowestKey(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.keyMilliseconds = [];
  });
  for (const key of [...WORD, ...[...WORD].map(() => "Backspace")]) {
    await page.keyboard.press(key, { delay: 30 });
    await page.waitForTimeout(KEY_MS - 30);
  }
  // The last one is noted after its frame, and all rows have followed.
  await page.waitForTimeout(2000);
  return page.evaluate(() => Math.max(...window.keyMilliseconds));
}

/** A field beside the list whose keys draw all of its rows: what the browser itself needs for them. */
async function addFloor(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('ol[aria-label="Games"]');
    const copy = document.createElement("div");
    const field = document.createElement("input");
    field.id = "floor";
    field.addEventListener("input", () => {
      copy.innerHTML = list?.outerHTML ?? "";
    });
    list?.before(field);
    list?.after(copy);
  });
}

for (const games of [1313, 20_000]) {
  test(`no key of a search among ${games} games takes as long as a hundred rows take to draw`, async ({
    page,
    standIn,
  }, testInfo) => {
    standIn.setPlayer(aWirePlayer({ name: `Typed${games}`, games }));
    await page.addInitScript(observeKeys);
    const cdp = await page.context().newCDPSession(page);
    const keys: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      await page.goto(`/user/Typed${games}/progress`);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
      // The first key comes while the library is being prepared.
      const library = page.waitForResponse(/\/library$/);
      await page.getByRole("searchbox", { name: "Title" }).click();
      await (await library).finished();
      keys.push(await slowestKey(page));
      await expect(page.locator('ol[aria-label="Games"] > li')).toHaveCount(100);
      await addFloor(page);
      await page.locator("#floor").click();
      floors.push(await slowestKey(page));
    }
    const ratio = median(keys) / median(floors);
    const figure =
      `typing among ${games} games, ${SLOW_DOWN}×: the slowest event ${median(keys)} ms (median of ${ROUNDS}: ${keys.join(", ")}), ` +
      `${ratio.toFixed(2)} times one that draws a hundred rows (${median(floors)} ms)`;
    console.log(figure);
    testInfo.annotations.push({ type: "figure", description: figure });
    expect(ratio).toBeLessThan(1);
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
