import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aWirePlayer, type WirePlayer } from "@/e2e/support/wire-player";
import { createClient } from "./client";

// What the client does as time goes by, with a clock and a `fetch` that are given.

const heard = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => heard.push(event) }));

interface Asked {
  endpoint: string;
  offset: number;
  init: RequestInit;
  /** Milliseconds since the test began. */
  at: number;
}

let asked: Asked[];
let open: number;
let mostOpen: number;
let started: number;

beforeEach(() => {
  // Not `setImmediate`: between two moments all that is not a matter of time is to happen.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  heard.length = 0;
  [asked, open, mostOpen, started] = [[], 0, 0, performance.now()];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Lets time go by. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await vi.advanceTimersByTimeAsync(100);
    await new Promise(setImmediate);
  }
}

/** RA with one player, that answers each request after some milliseconds; null: never. */
function raAnswers({ profile, results }: WirePlayer, after: (asked: Asked) => number | null): void {
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    // As the real one: what is over before it began is not asked.
    init.signal?.throwIfAborted();
    const endpoint = /API_GetUser(\w+)\.php/.exec(url.pathname)?.[1] ?? "";
    const offset = Number(url.searchParams.get("o"));
    const call = { endpoint, offset, init, at: performance.now() - started };
    asked.push(call);
    mostOpen = Math.max(mostOpen, ++open);
    const page = results.slice(offset, offset + Number(url.searchParams.get("c")));
    const body = endpoint === "Profile" ? profile : { Total: results.length, Results: page };
    return new Promise<Response>((resolve, reject) => {
      const wait = after(call);
      if (wait !== null) setTimeout(() => resolve(Response.json(body)), wait);
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    }).finally(() => open--);
  });
}

function load(
  changed: Partial<Parameters<typeof createClient>[0]> = {},
  acquire: (calls: number) => Promise<void> = async () => undefined,
) {
  const client = createClient({
    apiKey: "some-key",
    baseUrl: "https://ra.example/API",
    timeoutMs: 8000,
    userAgent: "Longplay/1 (+test)",
    ...changed,
  });
  const outcome: { games?: number; code?: string; at?: number } = {};
  void client
    .fetchPlayer("Someone", { acquire })
    .then(
      ({ player }) => {
        outcome.games = player.games.length;
      },
      ({ code }) => {
        outcome.code = code;
      },
    )
    .then(() => {
      outcome.at = performance.now() - started;
    });
  return outcome;
}

const someone = (games: number) => aWirePlayer({ name: "Someone", games });

test("the profile and the first page are asked for together", async () => {
  raAnswers(someone(3), () => null);
  load();
  await new Promise(setImmediate);
  expect(asked.map(({ endpoint, at }) => [endpoint, at])).toEqual([
    ["Profile", 0],
    ["CompletionProgress", 0],
  ]);
});

test("no redirect is followed, nothing is kept on the way, and JSON is asked for", async () => {
  raAnswers(someone(3), () => 10);
  load();
  await pass(100);
  expect(asked).toHaveLength(2);
  for (const { init } of asked) {
    expect(init).toMatchObject({
      redirect: "manual",
      cache: "no-store",
      headers: { "User-Agent": "Longplay/1 (+test)", Accept: "application/json" },
    });
  }
});

test("pages are read side by side, four at once", async () => {
  raAnswers(someone(4000), () => 1000);
  const outcome = load();
  await pass(4000);
  expect(outcome).toEqual({ games: 4000, at: expect.closeTo(3000, -3) });
  expect(asked.filter(({ endpoint }) => endpoint === "CompletionProgress")).toHaveLength(8);
  expect(mostOpen).toBe(4);
});

test("a request that is not answered is given up after its time, and not before", async () => {
  raAnswers(someone(3), () => null);
  const outcome = load({ timeoutMs: 8000 });
  await pass(7900);
  expect(outcome).toEqual({});
  await pass(100);
  expect(outcome).toMatchObject({ code: "timed-out" });
  expect(open).toBe(0);
});

test("a body that does not end counts as not answered", async () => {
  vi.stubGlobal("fetch", async (_: URL, { signal }: RequestInit) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"Total":'));
        signal?.addEventListener("abort", () => controller.error(signal.reason));
      },
    });
    return new Response(body);
  });
  const outcome = load();
  await pass(8000);
  expect(outcome).toMatchObject({ code: "timed-out" });
});

test("no time runs on after a load, however it ended", async () => {
  raAnswers(someone(700), () => 100);
  const outcome = load();
  await pass(500);
  expect(outcome).toMatchObject({ games: 700 });
  expect(vi.getTimerCount()).toBe(0);
  raAnswers(someone(700), ({ offset }) => (offset === 0 ? 100 : null));
  load();
  await pass(20_000);
  expect(vi.getTimerCount()).toBe(0);
});

test("where one request fails, the others are given up at once", async () => {
  const fails = vi.fn(async (url: URL, { signal }: RequestInit) =>
    url.pathname.includes("Profile")
      ? new Response("", { status: 503 })
      : new Promise<Response>((_, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
        }),
  );
  vi.stubGlobal("fetch", fails);
  const outcome = load();
  await pass(100);
  expect(outcome).toMatchObject({ code: "unavailable" });
  const [, page] = fails.mock.calls;
  expect(page?.[1].signal?.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a page that is not answered in time is asked for once more", async () => {
  raAnswers(someone(1000), (call) =>
    call.offset === 500 && asked.filter(({ offset }) => offset === 500).length === 1 ? null : 100,
  );
  const outcome = load();
  await pass(8500);
  expect(outcome).toMatchObject({ games: 1000 });
  expect(asked.filter(({ offset }) => offset === 500)).toHaveLength(2);
});

test("three pages of a load are asked for again, and no more", async () => {
  raAnswers(someone(4000), ({ offset }) => (offset === 0 ? 100 : null));
  const outcome = load({ timeoutMs: 1000 });
  await pass(5000);
  expect(outcome).toMatchObject({ code: "timed-out" });
  const again = asked.filter(({ offset }, at) =>
    asked.slice(0, at).some((before) => offset > 0 && before.offset === offset),
  );
  expect(again).toHaveLength(3);
});

test("a load is over after 25 seconds, however fast each page is, and nothing is asked after", async () => {
  raAnswers(someone(20_000), () => 6000);
  const acquire = vi.fn(async () => undefined);
  const outcome = load({}, acquire);
  await pass(24_900);
  expect(outcome).toEqual({});
  await pass(100);
  expect(outcome).toMatchObject({ code: "timed-out" });
  const calls = asked.length;
  await pass(20_000);
  expect(asked).toHaveLength(calls);
  expect(open).toBe(0);
  // For the profile and the first page, and for all others: none for a second try.
  expect(acquire.mock.calls).toEqual([[2], [39]]);
});

test("how long RA took is observed", async () => {
  raAnswers(someone(3), ({ endpoint }) => (endpoint === "Profile" ? 300 : 500));
  await pass(1000);
  load();
  await pass(1000);
  expect(heard).toEqual([
    { type: "upstream", endpoint: "profile", outcome: "ok", milliseconds: 300 },
    { type: "upstream", endpoint: "progress", outcome: "ok", milliseconds: 500 },
  ]);
});
