import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { keepHistory } from "./support/kept-history";
import { aWirePlayer } from "./support/wire-player";

const WIDTHS = [390, 768, 1024, 1280];
const TEXT_SIZES = ["100%", "200%"];
const DAY_MS = 86_400_000;

/** Every kind of page. */
const PATHS = [
  "/",
  "/user/Widely",
  "/user/Widely?status=eq-mastered&q=a",
  "/user/Widely/year/2025",
  "/user/Widely/history",
  "/user/Widely/embed?card=recent",
  "/compare",
  "/compare/Widely/TwentyLettersOfAName",
  "/compare/Widely/Widest/Wider/TwentyLettersOfAName",
  "/docs",
  "/privacy",
  "/user/NobodyAtAll9",
  "/user/NoAnswer9",
  "/nowhere/at/all",
];

/** How far a page can be scrolled sideways, rows that are higher than any should be, and words a letter a line. */
function faults(page: Page): Promise<{ sideways: number; high: string[]; narrow: string[] }> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const high = [...document.querySelectorAll('ol[aria-label="Games"] > li')]
      .filter((row) => row.getBoundingClientRect().height > 26 * rem)
      .map((row) => `${row.querySelector("h3")?.textContent}`);
    /** Whether it is there for screen readers only. */
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== "none" || isClipped(element.parentElement));
    const narrow: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const words = text.split(/[\s/?&=.:_-]+/).length;
      if (text.length < 4 || !node.parentElement?.checkVisibility()) continue;
      if (node.parentElement.closest("script, style, noscript, option")) continue;
      if (isClipped(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
      const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
      if (lines > 2 * words + 2) narrow.push(`${text}: ${lines} lines`);
    }
    return { sideways: root.scrollWidth - root.clientWidth, high, narrow };
  });
}

for (const path of PATHS) {
  test(`${path} fits screens of all widths, with text of both sizes`, async ({
    page,
    standIn,
    redis,
    allowComplaints,
  }) => {
    allowComplaints(/(404|503).*(NobodyAtAll9|nowhere|NoAnswer9)/);
    standIn.fail("unavailable", { user: "NoAnswer9" });
    for (const [at, name] of ["Widely", "Widest", "Wider", "TwentyLettersOfAName"].entries()) {
      standIn.setPlayer(aWirePlayer({ name, games: 40 + at, seed: at + 1 }));
    }
    await keepHistory(redis, [[Date.now() - DAY_MS, aWirePlayer({ name: "Widely", games: 40 })]]);
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const size of TEXT_SIZES) {
        await page.evaluate((text) => {
          document.documentElement.style.fontSize = text;
        }, size);
        expect
          .soft(await faults(page), `${width} px, ${size}`)
          .toEqual({ sideways: 0, high: [], narrow: [] });
      }
    }
  });
}
