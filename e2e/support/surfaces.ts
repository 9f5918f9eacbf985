import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { type Answer, ask } from "./ask";

/** What shows a player: one of the site's URLs. */
export interface Surface {
  name: string;
  path: (user: string) => string;
  /** How it says that there is nothing to show. */
  failure: "page" | "problem" | "drop-in" | "card" | "badge";
  /** The content type of a player. */
  type: string;
  /** The content type of a failure. */
  failureType: string;
}

const PROBLEM = { failure: "problem", failureType: "application/problem+json" } as const;
const PAGE = { failure: "page", type: "text/html", failureType: "text/html" } as const;

/** Every kind of URL that shows a player. */
export const SURFACES: readonly Surface[] = [
  { name: "overview", path: (user) => `/user/${user}`, ...PAGE },
  { name: "progress", path: (user) => `/user/${user}/progress`, ...PAGE },
  { name: "filtered page", path: (user) => `/user/${user}/progress?status=eq-mastered`, ...PAGE },
  // Of a player without an award, too, there is the present one.
  { name: "year", path: (user) => `/user/${user}/year/${new Date().getUTCFullYear()}`, ...PAGE },
  { name: "history", path: (user) => `/user/${user}/history`, ...PAGE },
  {
    name: "JSON",
    path: (user) => `/api/v1/users/${user}/completion-progress?count=1`,
    type: "application/json",
    ...PROBLEM,
  },
  {
    name: "drop-in",
    path: (user) => `/API/API_GetUserCompletionProgress.php?u=${user}&c=1`,
    failure: "drop-in",
    type: "application/json",
    failureType: "application/json",
  },
  {
    name: "SVG",
    path: (user) => `/user/${user}/cards/summary.svg`,
    failure: "card",
    type: "image/svg+xml",
    failureType: "image/svg+xml",
  },
  {
    name: "PNG",
    path: (user) => `/user/${user}/cards/summary.png`,
    failure: "card",
    type: "image/png",
    failureType: "image/png",
  },
  {
    name: "feed",
    path: (user) => `/user/${user}/feed.xml`,
    type: "application/atom+xml",
    ...PROBLEM,
  },
  {
    name: "badge",
    path: (user) => `/user/${user}/badge.json?show=played`,
    failure: "badge",
    type: "application/json",
    failureType: "application/json",
  },
];

/** What a surface answered. */
export interface Shown {
  surface: Surface;
  answer: Answer;
}

/** Asks a site for a player on all surfaces at once. */
export function askSurfaces(
  siteUrl: string,
  user: string,
  {
    surfaces = SURFACES,
    headers = {},
  }: { surfaces?: readonly Surface[]; headers?: HeadersInit } = {},
): Promise<Shown[]> {
  return Promise.all(
    surfaces.map(async (surface) => ({
      surface,
      answer: await ask(siteUrl + surface.path(user), { headers }),
    })),
  );
}

/** How long a machine may be too busy to draw a card in time. */
const BUSY_MS = 30_000;

/**
 * As `askSurfaces`, but asks again where the site had no time to draw a card or to read a history, as a site on a
 * busy machine rightly says.
 */
export function showOnSurfaces(...asked: Parameters<typeof askSurfaces>): Promise<Shown[]> {
  const [siteUrl, user, { surfaces = SURFACES, headers = {} } = {}] = asked;
  const deadline = Date.now() + BUSY_MS;
  return Promise.all(
    surfaces.map(async (surface) => {
      for (;;) {
        const answer = await ask(siteUrl + surface.path(user), { headers });
        const error = answer.headers.get("X-Longplay-Error") ?? "";
        const isWithoutHistory =
          surface.name === "history" &&
          answer.status === 200 &&
          answer.headers.get("Cache-Control") === "no-store";
        const wasBusy = ["busy", "too-late"].includes(error) || isWithoutHistory;
        if (!wasBusy || Date.now() > deadline) return { surface, answer };
        await sleep(200);
      }
    }),
  );
}

/** What is expected of an answer that shows a player. */
export interface ExpectedPlayer {
  /** `kept`: answered from what is stored, fresh or stale. `any`: that, or asked for now. */
  state: "hit" | "stale" | "kept" | "any";
  name: string;
  /** How many games there are. */
  games: number;
}

const CACHE_STATUS = {
  hit: /^Longplay; hit; ttl=\d+$/,
  stale: /^Longplay; hit; ttl=-?\d+; detail=stale/,
  kept: /^Longplay; hit; ttl=-?\d+/,
  any: /^Longplay; (hit|fwd=miss)/,
};

/** Checks that an answer shows the right player, and says how old it is. */
export function expectPlayer(
  { surface, answer }: Shown,
  expected: ExpectedPlayer,
  label = "",
): void {
  const { headers, text, body } = answer;
  const cell = `${label} ${expected.state} ${surface.name}`;
  expect.soft(answer.status, cell).toBe(200);
  expect.soft(headers.get("Content-Type"), cell).toContain(surface.type);
  expect.soft(headers.get("Cache-Status"), cell).toMatch(CACHE_STATUS[expected.state]);
  expect.soft(headers.get("Cache-Control"), cell).toMatch(/^public, max-age=\d+, s-maxage=\d+$/);
  expect.soft(headers.get("X-Longplay-Error"), cell).toBeNull();
  expect.soft(headers.get("Retry-After"), cell).toBeNull();
  if (expected.state === "stale" && surface.failure !== "card") {
    expect.soft(headers.get("Cache-Control"), cell).toMatch(/s-maxage=1$/);
  }
  if (surface.name === "PNG") {
    expect.soft(body.subarray(1, 4).toString(), cell).toBe("PNG");
  } else if (surface.name === "JSON") {
    expect.soft(answer.json<{ total: number }>().total, cell).toBe(expected.games);
  } else if (surface.name === "drop-in") {
    expect.soft(answer.json<{ Total: number }>().Total, cell).toBe(expected.games);
  } else if (surface.name === "badge") {
    const badge = answer.json<{ schemaVersion: number; message: string }>();
    expect.soft(badge.schemaVersion, cell).toBe(1);
    expect.soft(badge.message, cell).toMatch(/^\d+$/);
  } else {
    expect.soft(text.includes(expected.name), `${cell} shows the name`).toBe(true);
  }
}

/** What is expected of an answer that has nothing to show. */
export interface ExpectedTrouble {
  status: number;
  code: string;
  /** Most seconds after which to come back, or null where waiting does not help. */
  retryAfter: number | null;
}

/** Checks that an answer says why there is nothing to show, in its own way, and is kept nowhere. */
export function expectTrouble(
  { surface, answer }: Shown,
  expected: ExpectedTrouble,
  label = "",
): void {
  const { headers } = answer;
  const cell = `${label} nothing ${surface.name}`;
  expect.soft(headers.get("Content-Type"), cell).toContain(surface.failureType);
  expect.soft(headers.get("Cache-Status"), cell).toContain(`detail=${expected.code}`);
  if (surface.failure === "card" || surface.failure === "badge") {
    expect.soft(answer.status, cell).toBe(200);
    expect.soft(headers.get("X-Longplay-Error"), cell).toBe(expected.code);
    expect.soft(headers.get("Cache-Control"), cell).toMatch(/^public, max-age=60, s-maxage=60$/);
    if (surface.failure === "card") {
      expect.soft(answer.body.length, cell).toBeGreaterThan(500);
      return;
    }
    const badge = { schemaVersion: 1, isError: true, message: expect.stringMatching(/./) };
    expect.soft(answer.json<object>(), cell).toMatchObject(badge);
    return;
  }
  expect.soft(answer.status, cell).toBe(expected.status);
  expect.soft(headers.get("Cache-Control"), cell).toBe("no-store");
  if (expected.retryAfter === null) {
    expect.soft(headers.get("Retry-After"), cell).toBeNull();
    expect.soft(answer.text, cell).not.toMatch(/http-equiv="refresh"|location\.reload/);
  } else {
    const seconds = Number(headers.get("Retry-After") ?? Number.NaN);
    expect.soft(seconds, cell).toBeGreaterThanOrEqual(1);
    expect.soft(seconds, cell).toBeLessThanOrEqual(expected.retryAfter);
  }
  if (surface.failure === "page") {
    expect.soft(answer.text, cell).toContain("<h1");
  } else if (surface.failure === "problem") {
    const { status, code } = expected;
    expect.soft(answer.json<object>(), cell).toMatchObject({ status, code });
  } else {
    const errors = [{ status: String(expected.status), code: expected.code }];
    expect.soft(answer.json<object>(), cell).toMatchObject({ errors });
  }
}
