import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { findSystemBrowser } from "./browser.mjs";
import { cardFiles } from "./card-files.mjs";
import { ROOT } from "./run.mjs";

// `npm run contact-sheet -- http://localhost:3000 Name` draws every card in every theme of a running site as one image.
// A site with demo players needs no name; its cards also become the screenshots in public/screenshots.

const [site = "http://localhost:3000", named] = process.argv.slice(2);
const DEMO_PLAYER = "LampLighter";
const OTHER_DEMO_PLAYER = "CoOpCarla";

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
 * Loads a card. Stops if the site answers with a message instead.
 *
 * @param {string} card its file name and options
 */
async function fetchCard(card) {
  const response = await fetch(url(card));
  const error = response.headers.get("x-longplay-error");
  if (!response.ok || error)
    stop(`${url(card)} is no card of ${user}: ${error ?? response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** All cards: of the newest game, of this year, and with another demo player. */
async function findCards() {
  /** @type {{ results: { gameId: number }[] }} */
  const { results } = await fetchJson(`/api/v1/users/${encodeURIComponent(user ?? "")}/games`);
  return cardFiles(await fetchJson("/api/openapi.json"), {
    id: results[0]?.gameId,
    year: new Date().getUTCFullYear(),
    other: isDemo ? OTHER_DEMO_PLAYER : undefined,
  });
}

/** @param {string} path */
async function fetchJson(path) {
  const response = await fetch(site + path);
  if (!response.ok) stop(`${site}${path} answers ${response.status}`);
  return response.json();
}

const THEMES = "light dark felt midnight cartridge pocket grape arcade paper".split(" ");
const SCREENSHOTS = [
  "summary.svg?theme=light",
  "recent.svg?theme=midnight&count=3",
  "timeline.svg?theme=grape",
  "shelf.svg?theme=felt",
];

const url = (/** @type {string} */ card) =>
  `${site}/user/${encodeURIComponent(user)}/cards/${card}`;
await fetchCard("summary.svg");
const cards = await findCards();
if (isDemo && user === DEMO_PLAYER) {
  const folder = join(ROOT, "public/screenshots");
  for (const card of SCREENSHOTS) {
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
