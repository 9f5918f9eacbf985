import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { aClient, KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer, library } from "@/e2e/support/wire-player";

const events = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => events.push(event) }));
beforeEach(() => {
  events.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The player alone. */
const fetchPlayer = async (user: string) => (await aClient().fetchPlayer(user)).player;

test("1,313 games cost three progress calls and one profile call", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Big", games: 1313 }));
  const player = await fetchPlayer("big");
  expect(player.games).toHaveLength(1313);
  expect(standIn.count("progress")).toBe(3);
  expect(standIn.count("profile")).toBe(1);
});

test("sends its User-Agent", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Agent", games: 1 }));
  await fetchPlayer("Agent");
  expect(new Set(standIn.calls().map((call) => call.userAgent))).toEqual(
    new Set(["Longplay/1 (+test)"]),
  );
});

test("values of profile and games get this site's names", async () => {
  const wire = aWirePlayer({ name: "Names", games: 1 });
  wire.results[0] = {
    GameID: 20246,
    Title: "~Hack~ Knuckles the Echidna in Sonic the Hedgehog",
    ImageIcon: "/Images/074560.png",
    ConsoleID: 1,
    ConsoleName: "Mega Drive",
    MaxPossible: 0,
    NumAwarded: 0,
    NumAwardedHardcore: 0,
    MostRecentAwardedDate: "2023-10-27T02:52:34+00:00",
    HighestAwardKind: "beaten-hardcore",
    HighestAwardDate: "2023-10-27T02:52:34+00:00",
  };
  standIn.setPlayer(wire);
  const { profile, games } = await fetchPlayer("Names");
  expect(profile).toMatchObject({ name: "Names", points: 399_597, memberSince: 1_451_695_384 });
  expect(games).toEqual([
    {
      id: 20246,
      title: "~Hack~ Knuckles the Echidna in Sonic the Hedgehog",
      iconPath: "/Images/074560.png",
      systemId: 1,
      systemName: "Mega Drive",
      maxPossible: 0,
      numAwarded: 0,
      numAwardedHardcore: 0,
      mostRecentAwardedAt: 1_698_375_154,
      highestAwardKind: "beaten-hardcore",
      highestAwardAt: 1_698_375_154,
    },
  ]);
});

test("numeric strings are numbers", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Plain", games: 40 }));
  standIn.setPlayer(aWirePlayer({ name: "Strings", games: 40, numericStrings: true }));
  const plain = await fetchPlayer("Plain");
  expect((await fetchPlayer("Strings")).games).toEqual(plain.games);
});

test("a game unlocked during paging is neither repeated nor missing", async () => {
  const rows = library(700);
  const newest = { ...(rows[0] as (typeof rows)[0]), GameID: 999_999 };
  standIn.setPlayer(aWirePlayer({ name: "Busy", games: rows }));
  standIn.onCall((call) => {
    if (call.params.o === "500") {
      standIn.setPlayer(aWirePlayer({ name: "Busy", games: [newest, ...rows] }));
    }
  });
  const ids = (await fetchPlayer("Busy")).games.map((game) => game.id);
  expect(ids).toHaveLength(701);
  expect(new Set(ids).size).toBe(701);
});

test("a player without games has none", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Newcomer", games: 0 }));
  expect((await fetchPlayer("Newcomer")).games).toEqual([]);
});

test("an unknown player is not found, although RA's list of games is empty, not a 404", async () => {
  await expect(fetchPlayer("Nobody")).rejects.toMatchObject({ code: "player-not-found" });
});

test("every failure has its own error, without the key or the URL", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Failing", games: 3 }));
  const cases = [
    ["rate-limited", { code: "rate-limited", retryAfterSeconds: 17 }],
    ["unavailable", { code: "unavailable" }],
    ["forbidden", { code: "unavailable" }],
    ["html", { code: "invalid-response" }],
    ["malformed", { code: "invalid-response" }],
    ["cut", { code: "unavailable" }],
    ["refuse", { code: "unavailable" }],
    ["revoked", { code: "unauthorized-key" }],
  ] as const;
  for (const [mode, expected] of cases) {
    standIn.fail(mode, { retryAfter: 17 });
    const error: unknown = await aClient()
      .fetchPlayer("Failing")
      .catch((thrown) => thrown);
    if (!(error instanceof Error)) throw new Error(`${mode} did not fail`);
    expect(error, mode).toMatchObject(expected);
    const everything = JSON.stringify([error, String(error), error.stack, error.cause]);
    expect(everything).not.toContain(KEY);
    expect(everything).not.toContain(standIn.url);
  }
});

test("the pause of a 429 is its Retry-After, at most 15 minutes, by default a minute", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Limited", games: 3 }));
  for (const [retryAfter, retryAfterSeconds] of [
    [17, 17],
    [86_400, 900],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 900],
    ["soon", 60],
  ] as const) {
    standIn.fail("rate-limited", { retryAfter });
    await expect(fetchPlayer("Limited")).rejects.toMatchObject({ retryAfterSeconds });
  }
});

test("a redirect is not followed, since it would get the key", async () => {
  let followed = 0;
  const elsewhere = createServer((request, response) => {
    if (request.url?.startsWith("/API/")) {
      response.writeHead(302, { Location: "/stolen" }).end();
    } else {
      followed++;
      response.end("{}");
    }
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const baseUrl = `http://127.0.0.1:${portOf(elsewhere)}/API`;
  await expect(aClient({ baseUrl }).fetchPlayer("Anyone")).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(followed).toBe(0);
  elsewhere.close();
});

test("a wrong key is refused", async () => {
  await expect(aClient({ apiKey: "wrong" }).fetchPlayer("Big")).rejects.toMatchObject({
    code: "unauthorized-key",
  });
});

test("a profile with an impossible date is an invalid answer", async () => {
  for (const MemberSince of ["0000-00-00 00:00:00", "2016-02-30 00:00:00", "2016-01-02", ""]) {
    standIn.setPlayer(aWirePlayer({ name: "Undated", profile: { MemberSince } }));
    await expect(fetchPlayer("Undated"), MemberSince).rejects.toMatchObject({
      code: "invalid-response",
    });
  }
});

test.each([
  ["401", new Response("", { status: 401 }), "unauthorized-key", null],
  ["422", new Response("", { status: 422 }), "invalid-user", null],
  ["500", new Response("", { status: 500 }), "unavailable", 30],
  [
    "503 with its Retry-After",
    new Response("", { status: 503, headers: { "Retry-After": "17" } }),
    "unavailable",
    17,
  ],
  ["404 with a list", Response.json([], { status: 404 }), "player-not-found", null],
  ["404 with an object", Response.json({ a: 1 }, { status: 404 }), "player-not-found", null],
  ["404 with a text", Response.json("text", { status: 404 }), "unavailable", 30],
  ["404 with much", Response.json(["x".repeat(1024)], { status: 404 }), "unavailable", 30],
] as const)(
  "a profile's answer %s has its own error",
  async (_, answer, code, retryAfterSeconds) => {
    vi.stubGlobal("fetch", (url: URL) =>
      url.pathname.includes("Profile") ? Promise.resolve(answer) : new Promise(() => undefined),
    );
    await expect(fetchPlayer("Someone")).rejects.toMatchObject({ code, retryAfterSeconds });
  },
);

test("a 404 of the list of games is not an unknown player", async () => {
  vi.stubGlobal("fetch", (url: URL) =>
    url.pathname.includes("Profile")
      ? new Promise(() => undefined)
      : Promise.resolve(Response.json([], { status: 404 })),
  );
  await expect(fetchPlayer("Someone")).rejects.toMatchObject({ code: "unavailable" });
});

test("any broken connection is unavailable, and only the client's own timeout timed-out", async () => {
  for (const error of [new TypeError("fetch failed"), new DOMException("stop", "AbortError")]) {
    vi.stubGlobal("fetch", () => Promise.reject(error));
    await expect(fetchPlayer("Someone")).rejects.toMatchObject({ code: "unavailable" });
  }
});

test("each request is observed with its outcome", async () => {
  const event = (endpoint: string, outcome: string) => ({
    type: "upstream",
    endpoint,
    outcome,
    milliseconds: expect.any(Number),
  });
  standIn.setPlayer(aWirePlayer({ name: "Observed", games: 3 }));
  await fetchPlayer("Observed");
  expect(events).toContainEqual(event("profile", "ok"));
  expect(events).toContainEqual(event("progress", "ok"));
  standIn.fail("rate-limited", { endpoint: "progress" });
  await fetchPlayer("Observed").catch(() => undefined);
  expect(events).toContainEqual(event("progress", "rate-limited"));
});

test("a page with more rows than requested is an invalid answer", async () => {
  const { profile, results } = aWirePlayer({ name: "Someone", games: 501 });
  vi.stubGlobal("fetch", async (url: URL) =>
    Response.json(url.pathname.includes("Profile") ? profile : { Total: 501, Results: results }),
  );
  await expect(fetchPlayer("Someone")).rejects.toMatchObject({ code: "invalid-response" });
});
