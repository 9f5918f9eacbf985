import { createHash } from "node:crypto";
import { escapeXml } from "@/lib/xml";

/** Refresh interval while the page is visible, in milliseconds. */
const EVERY_MS = 60_000;
/** Timeout of a request, in milliseconds. */
const ANSWER_MS = 10_000;

/**
 * Shows the card of the page's own address, and refreshes it while the page is visible. An image replaces the previous one
 * once it is decoded. An error never replaces a card, except for "not found": a removed player must leave the screen.
 */
const SCRIPT = `
const url = location.pathname.replace(/\\.html$/, ".svg") + location.search;
const image = document.querySelector("img");
let tag = "", isShown = false, askedAt = -Infinity;
async function ask() {
  if (document.visibilityState !== "visible" || performance.now() - askedAt < ${EVERY_MS}) return;
  askedAt = performance.now();
  try {
    const response = await fetch(url, {
      cache: "no-store",
      headers: tag ? { "If-None-Match": tag } : {},
      signal: AbortSignal.timeout(${ANSWER_MS}),
    });
    const error = response.headers.get("X-Longplay-Error");
    const isPassing = error !== null && error !== "player-not-found";
    if (response.status !== 200 || (isPassing && isShown)) return;
    const source = URL.createObjectURL(await response.blob());
    const next = new Image();
    next.src = source;
    try {
      await next.decode();
    } catch {
      URL.revokeObjectURL(source);
      return;
    }
    const before = image.src;
    image.src = source;
    image.hidden = false;
    if (before) URL.revokeObjectURL(before);
    tag = error === null ? (response.headers.get("ETag") ?? "") : "";
    isShown = error === null;
  } catch {
    // The site is down: keep the current image.
  }
}
ask();
setInterval(ask, 1000);
addEventListener("visibilitychange", ask);
`;

const scriptHash = createHash("sha256").update(SCRIPT).digest("base64");

/** Content-Security-Policy of the page: load its card only. */
export const LIVE_PAGE_POLICY = `default-src 'none'; script-src 'sha256-${scriptHash}'; style-src 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`;

/**
 * A transparent page that shows a card and keeps it up to date, for a browser source of OBS, which loads an image only
 * once. Without JavaScript it shows the current card.
 *
 * @param svg the card's file name and query
 */
export function livePage(svg: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title><link rel="icon" href="data:,"><style>html,body{margin:0;background:transparent}img{display:block;max-width:100%;height:auto}img[hidden]{display:none}</style><img hidden alt=""><noscript><img src="${escapeXml(svg)}" alt=""></noscript><script>${SCRIPT}</script></html>`;
}
