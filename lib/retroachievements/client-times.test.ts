import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aWirePlayer, type WirePlayer } from "@/e2e/support/wire-player";
import { createClient } from "./client";

// Timeouts and concurrency of the client, with a fake clock and a fake `fetch`.

const events = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => events.push(event) }));

interface Sent {
  endpoint: string;
  offset: number;
  init: RequestInit;
  /** Milliseconds since the test began. */
  at: number;
}

let sent: Sent[];
let open: number;
let mostOpen: number;
let started: number;

beforeEach(() => {
  // Not `setImmediate`: work without timers must run between two ticks of the clock.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  events.length = 0;
  [sent, open, mostOpen, started] = [[], 0, 0, performance.now()];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Advances the clock. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await vi.advanceTimersByTimeAsync(100);
    await new Promise(setImmediate);
  }
}

/** RA with one player, which answers each request after some milliseconds; null: never. */
function raAnswers(
  { profile, results }: WirePlayer,
  after: (request: Sent) => number | null,
): void {
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    // Like the real `fetch`, which sends nothing if the signal has aborted.
    init.signal?.throwIfAborted();
    const endpoint = /API_GetUser(\w+)\.php/.exec(url.pathname)?.[1] ?? "";
    const offset = Number(url.searchParams.get("o"));
    const call = { endpoint, offset, init, at: performance.now() - started };
    sent.push(call);
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

test("the profile and the first page are requested together", async () => {
  raAnswers(someone(3), () => null);
  load();
  await new Promise(setImmediate);
  expect(sent.map(({ endpoint, at }) => [endpoint, at])).toEqual([
    ["Profile", 0],
    ["CompletionProgress", 0],
  ]);
});

test("requests follow no redirect, use no cache, and accept JSON", async () => {
  raAnswers(someone(3), () => 10);
  load();
  await pass(100);
  expect(sent).toHaveLength(2);
  for (const { init } of sent) {
    expect(init).toMatchObject({
      redirect: "manual",
      cache: "no-store",
      headers: { "User-Agent": "Longplay/1 (+test)", Accept: "application/json" },
    });
  }
});

test("pages are read concurrently, four at once", async () => {
  raAnswers(someone(4000), () => 1000);
  const outcome = load();
  await pass(4000);
  expect(outcome).toEqual({ games: 4000, at: expect.closeTo(3000, -3) });
  expect(sent.filter(({ endpoint }) => endpoint === "CompletionProgress")).toHaveLength(8);
  expect(mostOpen).toBe(4);
});

test("an unanswered request times out after its time, and not before", async () => {
  raAnswers(someone(3), () => null);
  const outcome = load({ timeoutMs: 8000 });
  await pass(7900);
  expect(outcome).toEqual({});
  await pass(100);
  expect(outcome).toMatchObject({ code: "timed-out" });
  expect(open).toBe(0);
});

test("a body that does not end times out", async () => {
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

test("no timer remains after a load, however it ended", async () => {
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

test("when one request fails, the others are aborted at once", async () => {
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

test("a page that times out is retried once", async () => {
  raAnswers(someone(1000), (call) =>
    call.offset === 500 && sent.filter(({ offset }) => offset === 500).length === 1 ? null : 100,
  );
  const outcome = load();
  await pass(8500);
  expect(outcome).toMatchObject({ games: 1000 });
  expect(sent.filter(({ offset }) => offset === 500)).toHaveLength(2);
});

test("at most three pages of a load are retried", async () => {
  raAnswers(someone(4000), ({ offset }) => (offset === 0 ? 100 : null));
  const outcome = load({ timeoutMs: 1000 });
  await pass(5000);
  expect(outcome).toMatchObject({ code: "timed-out" });
  const again = sent.filter(({ offset }, at) =>
    sent.slice(0, at).some((before) => offset > 0 && before.offset === offset),
  );
  expect(again).toHaveLength(3);
});

test("a load times out after 25 seconds, and sends nothing after that", async () => {
  raAnswers(someone(20_000), () => 6000);
  const acquire = vi.fn(async () => undefined);
  const outcome = load({}, acquire);
  await pass(24_900);
  expect(outcome).toEqual({});
  await pass(100);
  expect(outcome).toMatchObject({ code: "timed-out" });
  const calls = sent.length;
  await pass(20_000);
  expect(sent).toHaveLength(calls);
  expect(open).toBe(0);
  // The profile and the first page, then all others: no retry.
  expect(acquire.mock.calls).toEqual([[2], [39]]);
});

test("the duration of each request is observed", async () => {
  raAnswers(someone(3), ({ endpoint }) => (endpoint === "Profile" ? 300 : 500));
  await pass(1000);
  load();
  await pass(1000);
  expect(events).toEqual([
    { type: "upstream", endpoint: "profile", outcome: "ok", milliseconds: 300 },
    { type: "upstream", endpoint: "progress", outcome: "ok", milliseconds: 500 },
  ]);
});
