import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { keepHistory } from "./support/kept-history";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

/** Every page whose parts all come from here. */
const PATHS = [
  "/",
  "/user/Larger/embed?card=recent",
  "/user/Larger/history",
  "/user/NobodyAtAll9",
  "/nowhere/at/all",
  "/user/NoAnswer9",
];

const DAY_MS = 86_400_000;
const LARGER = aWirePlayer({ name: "Larger", games: 12 });
/** The same player before an achievement in each game, and before the awards. */
const BEFORE: WirePlayer = {
  ...LARGER,
  results: LARGER.results.map((row) => ({
    ...row,
    NumAwarded: Math.max(0, Number(row.NumAwarded) - 1),
    MostRecentAwardedDate: "2015-01-01T00:00:00+00:00",
    HighestAwardKind: null,
    HighestAwardDate: null,
  })),
};

/** How far a page can be scrolled sideways, and which of its words or controls lie on each other. */
function faults(page: Page): Promise<{ sideways: number; overlaps: string[] }> {
  return page.evaluate(() => {
    const isShown = (element: Element) =>
      // A radio button that lies over its picture is not seen.
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      getComputedStyle(element).clipPath === "none" &&
      !element.closest(".visually-hidden, [class*=skip], textarea, option, datalist");
    const found: { name: string; box: DOMRect; element: Element }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !isShown(element)) continue;
      if (element.closest("script, style, noscript")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        found.push({ name: node.textContent.trim(), box, element });
      }
    }
    for (const element of document.querySelectorAll("input, select, button, textarea, img")) {
      if (!isShown(element)) continue;
      found.push({
        name: element.outerHTML.slice(0, 80),
        box: element.getBoundingClientRect(),
        element,
      });
    }
    const overlaps: string[] = [];
    for (const [at, a] of found.entries()) {
      for (const b of found.slice(at + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Lines of one text may touch: their boxes are taller than their letters.
        const touching = 0.35 * Math.min(a.box.height, b.box.height);
        if (wide > 1 && high > touching) overlaps.push(`${a.name} | ${b.name}`);
      }
    }
    const root = document.scrollingElement ?? document.documentElement;
    return { sideways: root.scrollWidth - root.clientWidth, overlaps };
  });
}

for (const [width, size] of [
  [320, "100%"],
  [320, "200%"],
  [390, "200%"],
  [768, "200%"],
  [1280, "200%"],
  [2560, "100%"],
] as const) {
  test(`at ${width} px and text of ${size} nothing scrolls sideways and nothing overlaps`, async ({
    page,
    standIn,
    redis,
    allowComplaints,
  }) => {
    allowComplaints(/(404|503).*(NobodyAtAll9|nowhere|NoAnswer9)/);
    standIn.fail("unavailable", { user: "NoAnswer9" });
    standIn.setPlayer(LARGER);
    await keepHistory(redis, [
      [Date.now() - 2 * DAY_MS, BEFORE],
      [Date.now() - DAY_MS, LARGER],
    ]);
    await page.setViewportSize({ width, height: 900 });
    for (const path of PATHS) {
      await page.goto(path);
      await page.evaluate((text) => {
        document.documentElement.style.fontSize = text;
      }, size);
      expect(await faults(page), path).toEqual({ sideways: 0, overlaps: [] });
    }
  });
}
