import { createRequire } from "node:module";
import type { Locator, Page } from "@playwright/test";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds wrong with a page in light and in dark colours, each as `scheme rule: element`. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async (onlyColors) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      // Only the rules about colours can tell one colour scheme from the other.
      const options = onlyColors ? { runOnly: ["color-contrast", "link-in-text-block"] } : {};
      return (await axe.run(options)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    }, colorScheme === "dark");
    found.push(...violations.map((violation) => `${colorScheme} ${violation}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** The texts that are not wholly visible in their line, since it ends in three dots. */
export function cutTexts(texts: Locator): Promise<(string | null)[]> {
  return texts.evaluateAll((all) =>
    all
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => textContent),
  );
}

/** Controls and links that are smaller than so many CSS pixels, except links in a sentence. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      "a, button, input, select, textarea, summary, [role=slider]",
    );
    const isInSentence = (target: HTMLElement) =>
      target.matches("p a, p button, small a") &&
      (target.closest("p, small")?.textContent ?? "").length >
        (target.textContent ?? "").length + 8;
    return [...targets].flatMap((target) => {
      if (!target.checkVisibility({ opacityProperty: false }) || isInSentence(target)) return [];
      // A label is pressed for its field, and a link's ::after may cover the box that holds it.
      const spread = getComputedStyle(target, "::after");
      const holder =
        spread.position === "absolute" ? target.offsetParent : (target.closest("label") ?? target);
      const { width, height } = (holder ?? target).getBoundingClientRect();
      const isLarge = Math.min(width, height) >= least - 0.5;
      return isLarge
        ? []
        : [`${width.toFixed()}×${height.toFixed()} ${target.outerHTML.slice(0, 110)}`];
    });
  }, least);
}

export interface LayoutFaults {
  /** How many pixels the page can be scrolled sideways. */
  sideways: number;
  /** Titles of games whose rows are much higher than they should be. */
  highRows: string[];
  /** Texts that break every few letters. */
  narrowTexts: string[];
  /** Words and controls that lie on each other, if they were looked for. */
  overlaps: string[];
}

/** What is wrong with the layout of a page in its window; overlaps take time on a page of many rows. */
export function layoutFaults(page: Page, withOverlaps: boolean): Promise<LayoutFaults> {
  return page.evaluate((withOverlaps) => {
    const root = document.scrollingElement ?? document.documentElement;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const highRows = [
      ...document.querySelectorAll('ol[aria-label="Games"] > li, [aria-labelledby="newest"] li'),
    ]
      .filter((row) => row.getBoundingClientRect().height > 26 * rem)
      .map((row) => `${row.querySelector("h3")?.textContent}`);

    /** Whether it is there for screen readers only. */
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== "none" || isClipped(element.parentElement));
    const texts: { text: string; element: Element; boxes: DOMRect[] }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (!element?.checkVisibility() || text === "") continue;
      if (element.closest("script, style, noscript, option") || isClipped(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push({ text, element, boxes: [...range.getClientRects()] });
    }
    const narrowTexts = texts.flatMap(({ text, boxes }) => {
      const words = text.split(/[\s/?&=.:_-]+/).length;
      const wide = boxes.filter(({ width }) => width > 1);
      const lines = new Set(wide.map(({ top }) => Math.round(top))).size;
      return text.length >= 4 && lines > 2 * words + 2 ? [`${text}: ${lines} lines`] : [];
    });

    const isShown = (element: Element) =>
      // A radio button that lies over its picture is not seen.
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      getComputedStyle(element).clipPath === "none" &&
      !element.closest(".visually-hidden, [class*=skip], textarea, option, datalist");
    const controls = [...document.querySelectorAll("input, select, button, textarea, img")];
    const found = withOverlaps
      ? [
          ...texts.flatMap(({ text, element, boxes }) =>
            isShown(element) ? boxes.map((box) => ({ name: text, box, element })) : [],
          ),
          ...controls.filter(isShown).map((element) => ({
            name: element.outerHTML.slice(0, 80),
            box: element.getBoundingClientRect(),
            element,
          })),
        ]
      : [];
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
    return { sideways: root.scrollWidth - root.clientWidth, highRows, narrowTexts, overlaps };
  }, withOverlaps);
}
