import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { findSystemBrowser } from "./browser.mjs";
import { ROOT } from "./run.mjs";

// `npm run contact-sheet -- http://localhost:3000 Name`: every card in every theme of a running site, as one image
// to look at. Of a site with demo players it needs no name, and draws the cards that the README shows too.

const [site = "http://localhost:3000", named] = process.argv.slice(2);
const DEMO_PLAYER = "LampLighter";

/**
 * @param {string} problem
 * @returns {never}
 */
function stop(problem) {
  console.error(problem);
  process.exit(1);
}

/** @type {{ upstream?: string } | null} */
const health = await fetch(`${site}/api/health`)
  .then((response) => response.json())
  .catch(() => null);
if (health?.upstream === undefined) stop(`No Longplay answers at ${site}.`);
const isDemo = health.upstream === "demo";
const user = named ?? (isDemo ? DEMO_PLAYER : null);
if (user === null) {
  stop(`That site shows real players. Name one: npm run contact-sheet -- ${site} Name`);
}

/**
 * A card, which must not be one that says what is wrong.
 *
 * @param {string} card its file and options
 */
async function fetchCard(card) {
  const response = await fetch(url(card));
  const error = response.headers.get("x-longplay-error");
  if (!response.ok || error)
    stop(`${url(card)} is no card of ${user}: ${error ?? response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

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

const url = (/** @type {string} */ card) =>
  `${site}/user/${encodeURIComponent(user)}/cards/${card}`;
// A card with something in its name is of one demo player, year or game.
const cards = isDemo ? CARDS : CARDS.filter((card) => !card.includes("-"));
await fetchCard("summary.svg");
if (isDemo && user === DEMO_PLAYER) {
  const folder = join(ROOT, "public/screenshots");
  for (const card of README) {
    const png = await fetchCard(`${card.replace(".svg", ".png")}&scale=2`);
    writeFileSync(join(folder, `card-${card.split(".")[0]}.png`), png);
  }
}

const executablePath = findSystemBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ viewport: { width: 4700, height: 900 } });
const images = THEMES.flatMap((theme) =>
  cards.map((card) => `<img src="${url(`${card}.svg?theme=${theme}`)}">`),
);
await page.setContent(
  `<style>img{max-width:600px}</style><body style="margin:12px;background:#888;display:grid;grid-template-columns:repeat(${cards.length},auto);gap:12px;align-items:start;justify-content:start">${images.join("")}`,
);
await page.waitForLoadState("networkidle");
const sheet = join(ROOT, "test-results/contact-sheet.png");
await page.screenshot({ path: sheet, fullPage: true });
await browser.close();
console.log(`The contact sheet is ${sheet}`);
