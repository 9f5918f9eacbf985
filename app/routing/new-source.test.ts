import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GET as getCard } from "@/app/user/[user]/cards/[card]/route";
import { compareRoute } from "@/lib/http/compare-route";
import { json, playerRoute, readNothing } from "@/lib/http/player-route";
import { playerSources } from "@/lib/players/sources";
import { proxy } from "@/proxy";

// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: Promise<unknown> | (() => unknown)) => {
    if (typeof work === "function") void work();
  },
}));
/** What a source made up for these tests has, which arrives late. */
const madeUp = vi.hoisted(() => ({ value: "nothing yet" }));
// Each card and comparison shows it.
vi.mock("@/lib/cards/draw-card", async (original) => {
  const real = await original<typeof import("@/lib/cards/draw-card")>();
  const drawCard: typeof real.drawCard = (...given) =>
    real.drawCard(...given).replace("</svg>", `<desc>${madeUp.value}</desc></svg>`);
  return { ...real, drawCard };
});
vi.mock("@/lib/http/compare-json", async (original) => {
  const real = await original<typeof import("@/lib/http/compare-json")>();
  const compareJson: typeof real.compareJson = (...given) =>
    Object.assign(real.compareJson(...given), { madeUp: madeUp.value });
  return { ...real, compareJson };
});

beforeEach(() => {
  madeUp.value = "nothing yet";
  playerSources.push({
    name: "made-up",
    views: ["overview", "progress", "year", "history", "comparison", "card", "api"],
    revision: async () => madeUp.value,
    isChanging: async () => false,
  });
});
afterEach(() => {
  playerSources.pop();
});

const SITE = "http://site.example";
const route = playerRoute({ read: readNothing, write: () => json(madeUp) });
const compare = compareRoute();

const page = (path: string) => (headers: HeadersInit) =>
  proxy(new NextRequest(SITE + path, { headers }));

test.each([
  ["an overview", page("/user/LampLighter")],
  ["a progress page", page("/user/LampLighter/progress")],
  ["a list", page("/user/LampLighter/progress?sort=title")],
  ["a year", page(`/user/LampLighter/year/${new Date().getUTCFullYear()}`)],
  ["a history", page("/user/LampLighter/history")],
  ["a comparison", page("/compare/LampLighter/WeekendWilma")],
  [
    "JSON of a player",
    (headers: HeadersInit) =>
      route(new Request(`${SITE}/api/x`, { headers }), {
        params: Promise.resolve({ user: "LampLighter" }),
      }),
  ],
  [
    "JSON of a comparison",
    (headers: HeadersInit) =>
      compare(new Request(`${SITE}/api/v1/compare?users=LampLighter,WeekendWilma`, { headers })),
  ],
  [
    "a card",
    (headers: HeadersInit) =>
      getCard(new Request(`${SITE}/user/LampLighter/cards/summary.svg`, { headers }), {
        params: Promise.resolve({ user: "LampLighter", card: "summary.svg" }),
      }),
  ],
])(
  "a source that arrives after the first answer makes another one of %s, and no 304",
  async (_, ask) => {
    let tag = "";
    let rewritten: string | null = null;
    // The first card of a busy machine may lack an image.
    await vi.waitUntil(async () => {
      const first = await ask({});
      expect(first.status).toBe(200);
      tag = first.headers.get("ETag") ?? "";
      rewritten = first.headers.get("x-middleware-rewrite");
      return (await ask({ "If-None-Match": tag })).status === 304;
    }, 20_000);

    madeUp.value = "arrived";
    const second = await ask({ "If-None-Match": tag });
    expect(second.status).toBe(200);
    expect(second.headers.get("ETag")).not.toBe(tag);
    // The version of a page is in its path.
    if (rewritten) expect(second.headers.get("x-middleware-rewrite")).not.toBe(rewritten);
    else expect(await second.text()).toContain("arrived");
  },
);
