import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { findSystemBrowser } from "./browser.mjs";
import { ROOT } from "./run.mjs";

// `npm run contact-sheet -- http://localhost:3000`: every card in every theme of a running site with
// demo players, as one image to look at, and the cards that the README shows.

const site = process.argv[2] ?? "http://localhost:3000";
const CARDS =
  "summary recent lately systems timeline milestones shelf signature overlay year-2026 versus-WeekendWilma share share-2025".split(
    " ",
  );
const THEMES = "light dark felt midnight cartridge pocket grape arcade paper".split(" ");
const README = [
  "summary.svg?theme=light",
  "recent.svg?theme=midnight&count=3",
  "timeline.svg?theme=grape",
  "shelf.svg?theme=felt",
];

const url = (/** @type {string} */ card) => `${site}/user/LampLighter/cards/${card}`;
const folder = join(ROOT, "public/screenshots");
mkdirSync(folder, { recursive: true });
for (const card of README) {
  const png = card.replace(".svg", ".png");
  const response = await fetch(`${url(png)}&scale=2`);
  writeFileSync(
    join(folder, `card-${card.split(".")[0]}.png`),
    Buffer.from(await response.arrayBuffer()),
  );
}

const executablePath = findSystemBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ viewport: { width: 4700, height: 900 } });
const images = THEMES.flatMap((theme) =>
  CARDS.map((card) => `<img src="${url(`${card}.svg?theme=${theme}`)}">`),
);
await page.setContent(
  `<style>img{max-width:600px}</style><body style="margin:12px;background:#888;display:grid;grid-template-columns:repeat(${CARDS.length},auto);gap:12px;align-items:start;justify-content:start">${images.join("")}`,
);
await page.waitForLoadState("networkidle");
const sheet = join(ROOT, "test-results/contact-sheet.png");
await page.screenshot({ path: sheet, fullPage: true });
await browser.close();
console.log(`The contact sheet is ${sheet}`);
