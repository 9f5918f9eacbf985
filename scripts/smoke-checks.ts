import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright";
import { CACHE_TIMES } from "@/lib/cache-times";
import { findSystemBrowser, hasBrowser } from "./browser.mjs";
import type { Finding } from "./findings";

/** How long one answer may take, its body included, and how large it may be. */
const ANSWER_MS = 30_000;
const ANSWER_BYTES = 16 * 1024 * 1024;
/** How often a page without a tag is asked for again, and after how long. */
const WHOLE_TRIES = 3;
const WHOLE_PAUSE_MS = 1000;

interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

/**
 * Checks a deployed site from outside: whether errors are complete pages with their status, the headers for caches, what
 * answers a second request, and whether a browser shows a card. It sends some twenty requests to public URLs.
 *
 * @param site its address, without a slash at its end
 * @param named a player of the site; none: the first one that its home page shows
 */
export async function* smoke(site: string, named?: string): AsyncGenerator<Finding> {
  let isThere = false;
  for await (const finding of guard("Site", () => checkHealth(site))) {
    isThere = finding.state !== "problem";
    yield finding;
  }
  if (!isThere) return;
  yield* guard("Unknown player", () => checkUnknown(site));
  const user = named ?? (await findPlayer(site));
  if (user === null) {
    yield {
      state: "problem",
      about: "Player",
      text: "the home page links to no player to test with.",
      fix: "Name a player: npm run smoke -- https://your-site TheirName",
    };
    return;
  }
  const page = `/user/${user}`;
  yield* guard("Page", () => checkPage(site, page, user));
  yield* guard("Filtered page", () => checkPage(site, `${page}/progress?status=eq-mastered`, user));
  yield* guard("JSON", () => checkJson(site, `/api/v1/users/${user}/games`, "total"));
  const dropIn = `/API/API_GetUserCompletionProgress.php?u=${user}&c=1`;
  yield* guard("RetroAchievements' own path", () => checkJson(site, dropIn, "Total"));
  for (const kind of ["svg", "png"] as const) {
    yield* guard(`Card as ${kind.toUpperCase()}`, () =>
      checkCard(site, `${page}/cards/summary.${kind}`, kind),
    );
  }
  yield* guard("Second request", () => checkSecond(site, `${page}/cards/summary.svg`));
  yield* guard("Card in a browser", () => checkImage(site, `${page}/cards/summary.svg`));
}

type Found = Omit<Finding, "about">;

/** What a check found; an error of the check is a problem too. */
async function* guard(about: string, check: () => Promise<Found>): AsyncGenerator<Finding> {
  try {
    yield { about, ...(await check()) };
  } catch (error) {
    yield { state: "problem", about, text: `${error instanceof Error ? error.message : error}` };
  }
}

const ok = (text: string): Found => ({ state: "ok", text });
const problem = (text: string, fix?: string): Found => ({
  state: "problem",
  text,
  ...(fix !== undefined && { fix }),
});

/** @throws Error, in words, if there is no whole answer */
async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch((error: Error) => {
    const { cause } = error;
    const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    throw new Error(`there is no answer${code}.`);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > ANSWER_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Error(`its answer (${response.status}) breaks off after ${size} bytes.`);
  }
  if (size > ANSWER_BYTES) throw new Error("its answer is larger than any should be.");
  return { status: response.status, headers: response.headers, body: Buffer.concat(chunks) };
}

/** The fields of the health check that are used here. */
interface Health {
  version?: string;
  store?: string;
  upstream?: string;
  warnings?: string[];
}

async function checkHealth(site: string): Promise<Found> {
  const { status, headers, body } = await ask(`${site}/api/health`);
  const health = readJson(body) as Health | null;
  if (status !== 200 || health?.version === undefined) {
    return problem(
      `this is not a Longplay site, or it is not running: /api/health answers ${status}.`,
    );
  }
  const { version, store, upstream, warnings = [] } = health;
  const text = `version ${version}, players from ${upstream}, store ${store}.`;
  const found = [...warnings];
  if (store === "embedded" && headers.has("x-vercel-id")) {
    found.push("On Vercel, functions do not share players without a store: add one (README).");
  }
  return found.length === 0 ? ok(text) : { state: "note", text, fix: found.join(" ") };
}

/** A name that does not exist. */
const unknownName = () => `Nobody${randomBytes(6).toString("hex")}`;

async function checkUnknown(site: string): Promise<Found> {
  const name = unknownName();
  const { status, headers, body } = await ask(`${site}/user/${name}`);
  // A site with chosen players only answers 403.
  if (status !== 404 && status !== 403) {
    return problem(
      `the page of an unknown player answers ${status} instead of 404.`,
      status === 200
        ? "The platform drops the status that the proxy sets."
        : "See the log; npm run doctor checks whether RetroAchievements answers.",
    );
  }
  const lack = lacks(body, name);
  if (lack) return problem(`its page (${status}) ${lack}.`);
  return keptShortly(headers) ?? ok(`${status}, a complete page, cached for a minute at most.`);
}

/** What a page lacks to be complete, or null. */
function lacks(body: Buffer, name: string): string | null {
  const text = body.toString();
  if (text.trim() === "") return "is empty";
  if (!/<\/html>\s*$/.test(text)) return `breaks off after ${body.length} bytes`;
  // The name must be in the page itself, not only in its scripts.
  const shown = text.replace(/<script\b.*?<\/script>/gs, "");
  return /<h1/.test(shown) && shown.includes(name) ? null : "does not name the player";
}

function keptShortly(headers: Headers): Found | null {
  const control = headers.get("Cache-Control") ?? "";
  const seconds = Number(/s-maxage=(\d+)/.exec(control)?.[1] ?? 0);
  const most = CACHE_TIMES.notFound.seconds;
  return seconds > most || Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0) > most
    ? problem(`it may be cached for too long: Cache-Control is "${control}".`)
    : null;
}

/** The first player that the home page links to. */
async function findPlayer(site: string): Promise<string | null> {
  const { body } = await ask(`${site}/`).catch(() => ({ body: Buffer.alloc(0) }));
  return /href="\/user\/([0-9A-Za-z]{2,26})["/]/.exec(body.toString())?.[1] ?? null;
}

/** What is wrong with the cache headers of a player's answer, or null. */
function cacheProblem(headers: Headers, what: string): Found | null {
  const control = headers.get("Cache-Control") ?? "none";
  // A platform may consume `s-maxage`; browsers must revalidate in any case.
  if (!/public/.test(control) || !/(^|[ ,])max-age=0/.test(control)) {
    return problem(
      `${what} has Cache-Control "${control}"; it should be public with max-age=0.`,
      "Something in front of the site changes headers.",
    );
  }
  if (!headers.get("ETag")) {
    return problem(`${what} has no ETag.`, "Something in front of the site removes it.");
  }
  if (!headers.get("Cache-Status")?.includes("Longplay")) {
    return problem(`${what} does not say how old it is (Cache-Status).`);
  }
  return null;
}

const ageOf = (headers: Headers) => {
  const ttl = Number(
    /Longplay; hit; ttl=(-?\d+)/.exec(headers.get("Cache-Status") ?? "")?.[1] ?? 0,
  );
  return ttl < 0 ? ", stale and being refreshed" : "";
};

/** A page as it is whole: one that lacks something for a moment, such as what is just being read, has no tag. */
async function askWhole(url: string): Promise<Answer> {
  let answer = await ask(url);
  for (let tries = 0; tries < WHOLE_TRIES && !isTagged(answer); tries++) {
    await sleep(WHOLE_PAUSE_MS);
    answer = await ask(url);
  }
  return answer;
}

const isTagged = ({ status, headers }: Answer) => status !== 200 || headers.has("ETag");

async function checkPage(site: string, path: string, user: string): Promise<Found> {
  const { status, headers, body } = await askWhole(site + path);
  if (status !== 200) return problem(`${path} is ${status}.`);
  const lack = lacks(body, user);
  if (lack) return problem(`${path} ${lack}.`);
  const wrong = cacheProblem(headers, path);
  if (wrong) return wrong;
  const again = await askAgain(site + path, headers.get("ETag") ?? "");
  if (again !== 304) {
    return problem(
      `${path} answers ${again} instead of 304 to a browser that has it.`,
      "Something in front of the site removes If-None-Match or changes ETag.",
    );
  }
  const size = Math.round(body.length / 1024);
  return ok(`200, complete (${size} kB); 304 to a browser that has it${ageOf(headers)}.`);
}

/** The status for a browser that has the page; if the page has changed since then, for one that has the new page. */
async function askAgain(url: string, tag: string): Promise<number> {
  const { status, headers } = await ask(url, { "If-None-Match": tag });
  const newer = headers.get("ETag");
  if (status !== 200 || newer === null || newer === tag) return status;
  return (await ask(url, { "If-None-Match": newer })).status;
}

async function checkJson(site: string, path: string, field: string): Promise<Found> {
  const { status, headers, body } = await ask(site + path);
  const value = readJson(body);
  if (status !== 200 || value === null || !(field in value)) {
    return problem(`${path} is ${status}, without "${field}".`);
  }
  return cacheProblem(headers, path) ?? ok(`200, complete${ageOf(headers)}.`);
}

function readJson(body: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

async function checkCard(site: string, path: string, kind: "svg" | "png"): Promise<Found> {
  const { status, headers, body } = await ask(site + path);
  if (status !== 200) return problem(`${path} is ${status}; image proxies show nothing then.`);
  const type = headers.get("Content-Type") ?? "";
  const isWhole =
    kind === "svg"
      ? type.startsWith("image/svg+xml") && /<\/svg>\s*$/.test(body.toString())
      : type === "image/png" && body.subarray(-8, -4).toString("latin1") === "IEND";
  if (!isWhole)
    return problem(`${path} is not a complete picture (${type}, ${body.length} bytes).`);
  const reason = headers.get("X-Longplay-Error");
  if (reason)
    return problem(`the card shows an error: ${reason}.`, "Try again, and check the log.");
  return cacheProblem(headers, path) ?? ok(`200, ${body.length} bytes${ageOf(headers)}.`);
}

/** What a cache in front of the site says about an answer. */
function metCache(headers: Headers): { name: string; said: string } | null {
  for (const [name, header] of [
    ["Vercel's cache", "x-vercel-cache"],
    ["Cloudflare's cache", "cf-cache-status"],
    ["a cache", "x-cache"],
  ] as const) {
    const said = headers.get(header);
    if (said) return { name, said: said.toUpperCase() };
  }
  const nginx = /nginx; ([a-z=-]+)/.exec(headers.get("Cache-Status") ?? "")?.[1];
  return nginx ? { name: "nginx", said: nginx === "hit" ? "HIT" : nginx.toUpperCase() } : null;
}

async function checkSecond(site: string, path: string): Promise<Found> {
  const first = await ask(site + path);
  const second = await ask(site + path);
  const met = metCache(second.headers);
  if (second.headers.get("ETag") !== first.headers.get("ETag")) {
    return {
      state: "note",
      text: "the card changed between the two requests: the player was refreshed.",
    };
  }
  if (!met) {
    return ok("there is no shared cache: the site answered the second request itself.");
  }
  const age = second.headers.get("Age");
  const isHit = /HIT|STALE|REVALIDATED|PRERENDER|UPDATING/.test(met.said);
  if (isHit) {
    return ok(`${met.name} answered it (${met.said}${age ? `, ${age} s old` : ""}).`);
  }
  if (ageOf(second.headers) !== "") {
    const text = `${met.name} did not answer it (${met.said}), because the card is being refreshed.`;
    return { state: "note", text, fix: "Run this again in a moment." };
  }
  return problem(
    `${met.name} did not answer it (${met.said}), although it may cache it.`,
    "Check the platform's rules for this path, and that it reads CDN-Cache-Control or s-maxage.",
  );
}

async function checkImage(site: string, path: string): Promise<Found> {
  if (!(await hasBrowser())) return { state: "note", text: "there is no Chromium to test with." };
  const executablePath = findSystemBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage();
    // On a blank page the card is from another origin, as wherever it is embedded.
    const size = await page.evaluate(
      ({ url, milliseconds }) =>
        new Promise<number[] | null>((resolve) => {
          const image = new Image();
          image.onload = () => resolve([image.naturalWidth, image.naturalHeight]);
          image.onerror = () => resolve(null);
          setTimeout(() => resolve(null), milliseconds);
          image.src = url;
        }),
      { url: site + path, milliseconds: ANSWER_MS },
    );
    return size?.every((pixels) => pixels > 0)
      ? ok(`an <img> on another site shows it, ${size.join("×")}.`)
      : problem(
          "an <img> on another site shows nothing.",
          "Something in front of the site blocks it: a policy, or a bot check.",
        );
  } finally {
    await browser.close();
  }
}
