import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRaStandIn, type RaStandIn } from "@/e2e/support/ra-stand-in";
import { aWirePlayer, library } from "@/e2e/support/wire-player";
import { createClient } from "./client";

const KEY = "unit-test-key";
let standIn: RaStandIn;

beforeAll(async () => {
  standIn = await createRaStandIn({ key: KEY });
});
afterAll(() => standIn.close());
beforeEach(() => standIn.reset());

const client = (apiKey = KEY) =>
  createClient({ apiKey, baseUrl: standIn.url, timeoutMs: 300, userAgent: "Longplay/1 (+test)" });
/** The player alone. */
const fetchPlayer = async (user: string) => (await client().fetchPlayer(user)).player;

test("1,313 games cost three progress calls and one profile call", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Big", games: 1313 }));
  const player = await fetchPlayer("big");
  expect(player.games).toHaveLength(1313);
  expect(standIn.count("progress")).toBe(3);
  expect(standIn.count("profile")).toBe(1);
});

test("the profile and the first page are asked for together", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Pair", games: 3 }));
  standIn.setLatency(80);
  await fetchPlayer("Pair");
  const [first, second] = standIn.calls();
  expect(Math.abs((first?.at ?? 0) - (second?.at ?? 999))).toBeLessThan(60);
});

test("pages are read side by side, at most four at once", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Huge", games: 4000 }));
  standIn.setLatency(30);
  const player = await fetchPlayer("Huge");
  expect(player.games).toHaveLength(4000);
  expect(standIn.count("progress")).toBe(8);
  expect(standIn.peak("progress")).toBe(4);
});

test("says who asks", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Agent", games: 1 }));
  await fetchPlayer("Agent");
  expect(new Set(standIn.calls().map((call) => call.userAgent))).toEqual(
    new Set(["Longplay/1 (+test)"]),
  );
});

test("the profile's and the games' values arrive under this site's names", async () => {
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

test("a game unlocked while the list is being paged is neither twice nor missing", async () => {
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

test("who does not exist is not found, though RA's progress answers with an empty list", async () => {
  await expect(fetchPlayer("Nobody")).rejects.toMatchObject({ code: "player-not-found" });
});

test("every failure has its own error, and none holds the key or the address", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Failing", games: 3 }));
  const cases = [
    ["rate-limited", { code: "rate-limited", retryAfterSeconds: 17 }],
    ["unavailable", { code: "unavailable" }],
    ["forbidden", { code: "unavailable" }],
    ["html", { code: "invalid-response" }],
    ["malformed", { code: "invalid-response" }],
    ["cut", { code: "unavailable" }],
    ["hang", { code: "timed-out" }],
  ] as const;
  for (const [mode, expected] of cases) {
    standIn.fail(mode, { retryAfter: 17 });
    const error: unknown = await client()
      .fetchPlayer("Failing")
      .catch((thrown) => thrown);
    if (!(error instanceof Error)) throw new Error(`${mode} did not fail`);
    expect(error, mode).toMatchObject(expected);
    const everything = JSON.stringify([error, String(error), error.stack, error.cause]);
    expect(everything).not.toContain(KEY);
    expect(everything).not.toContain(standIn.url);
  }
});

test("a Retry-After that is a date is seconds from now", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Dated", games: 3 }));
  standIn.fail("rate-limited", { retryAfter: new Date(Date.now() + 40_000).toUTCString() });
  const error = await client()
    .fetchPlayer("Dated")
    .catch((thrown) => thrown);
  expect(error.retryAfterSeconds).toBeGreaterThan(30);
  expect(error.retryAfterSeconds).toBeLessThanOrEqual(40);
});

test("a wrong key is refused", async () => {
  await expect(client("wrong").fetchPlayer("Big")).rejects.toMatchObject({
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
