import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClient, KEY, standIn } from "@/e2e/support/unit-stand-in";
import {
  aWirePlayer,
  type WireAttributes,
  type WirePlayer,
  type WireRow,
} from "@/e2e/support/wire-player";
import { aWireTime, timesOf } from "@/e2e/support/wire-times";
import { LIMITS } from "@/lib/limits";
import { type ObservedEvent, setObserver } from "@/lib/observe/observe";
import type { V2Page, V2Unavailable } from "./retroachievements";

const DAY = 86_400_000;
let events: ObservedEvent[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-08-01T12:00:00Z") });
  events = [];
  setObserver((event) => events.push(event));
});
afterEach(() => {
  vi.useRealTimers();
  setObserver(() => undefined);
});

const [ROW] = aWirePlayer({ name: "Row", games: 1 }).results as [WireRow];

/** All pages, and the rows of them; fails where API v2 is not available. */
async function rowsOf<Row>(pages: AsyncGenerator<V2Page<Row> | V2Unavailable>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) {
    if (page.state !== "ok") throw new Error(page.reason);
    rows.push(...page.rows);
  }
  return rows;
}
async function answersOf<Row>(pages: AsyncGenerator<V2Page<Row> | V2Unavailable>) {
  const answers: (V2Page<Row> | V2Unavailable)[] = [];
  for await (const page of pages) answers.push(page);
  return answers;
}
function setPlayer(name: string, changed: Partial<WirePlayer> = {}, games: number | WireRow[] = 1) {
  const player = { ...aWirePlayer({ name, games }), ...changed };
  standIn.setPlayer(player);
  return player;
}
const attributes = (of: WireAttributes | null | undefined): WireAttributes => of ?? {};
const seconds = (date: unknown) => (date === null ? null : Date.parse(String(date)) / 1000);
/** What this site makes of a length of time: 0 and null are unknown. */
const known = (value: unknown) => (value === 0 ? null : value);
const minutes = (value: unknown) =>
  typeof value === "number" ? Math.max(1, Math.round(value / 60)) : null;

test("1,313 games come in 14 calls and their sets in 14, the last played first, as RA has them", async () => {
  const player = setPlayer("Many", {}, 1313);
  const times = timesOf(player);
  const byId = new Map(times.map((time) => [time.gameId, time]));
  const games = await rowsOf(aClient().fetchPlayerGames("many"));
  expect(standIn.count("player-games")).toBe(Math.ceil(times.length / 100));
  expect(games).toHaveLength(times.length);
  const dates = games.map(({ lastPlayedAt }) => lastPlayedAt ?? 0);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  for (const { gameId, ...row } of games) {
    const time = byId.get(gameId);
    const [playerGame, game] = [attributes(time?.playerGame), attributes(time?.game)];
    expect(row).toEqual({
      lastPlayedAt: seconds(playerGame.lastPlayedAt),
      firstUnlockAt: seconds(playerGame.firstUnlockAt),
      beatenAt: seconds(playerGame.beatenAt),
      beatenHardcoreAt: seconds(playerGame.beatenHardcoreAt),
      playtime: known(playerGame.playtimeTotalSeconds),
      timeToBeat: known(playerGame.timeToBeatSeconds),
      timeToBeatHardcore: known(playerGame.timeToBeatHardcoreSeconds),
      playersHardcore: game.playersHardcore,
      medianBeatMinutes: minutes(game.medianTimeToBeatSeconds),
      medianBeatHardcoreMinutes: minutes(game.medianTimeToBeatHardcoreSeconds),
    });
  }
  const sets = await rowsOf(aClient().fetchPlayerAchievementSets("many"));
  const withSet = times.filter(({ playerSet }) => playerSet);
  expect(standIn.count("player-achievement-sets")).toBe(Math.ceil(withSet.length / 100));
  expect(sets).toHaveLength(withSet.length);
  for (const { gameId, ...row } of sets) {
    const time = byId.get(gameId);
    const [set, about] = [attributes(time?.playerSet), attributes(time?.achievementSet)];
    expect(row).toEqual({
      lastUnlockAt: seconds(set.lastUnlockAt),
      completedAt: seconds(set.completedAt),
      masteredAt: seconds(set.completedHardcoreAt),
      timeToComplete: known(set.timeTakenSeconds),
      timeToMaster: known(set.timeTakenHardcoreSeconds),
      points: set.points,
      pointsHardcore: set.pointsHardcore,
      retroPoints: set.pointsWeighted,
      pointsTotal: about.pointsTotal,
      timesMastered: about.timesMastered,
      medianCompleteMinutes: minutes(about.medianTimeToCompleteSeconds),
      medianMasterMinutes: minutes(about.medianTimeToMasterSeconds),
      isSubset: (time?.subsetOf.length ?? 0) > 0,
    });
  }
});

test("a page reads on from the one that failed, and asks the rate limiter before each call", async () => {
  setPlayer("Middle", {}, 250);
  standIn.fail("unavailable", { endpoint: "player-games", after: 1, times: 1 });
  let granted = 0;
  const acquire = async (calls: number) => {
    granted += calls;
  };
  const client = aClient();
  const pages = client.fetchPlayerGames("Middle", { acquire });
  expect((await pages.next()).value).toMatchObject({ state: "ok", page: 1, isLast: false });
  await expect(pages.next()).rejects.toMatchObject({ code: "unavailable" });
  const rest = await answersOf(client.fetchPlayerGames("Middle", { page: 2, acquire }));
  expect(rest).toMatchObject([
    { page: 2, isLast: false },
    { page: 3, isLast: true },
  ]);
  expect(granted).toBe(4);
});

test("where every attribute is null or missing nothing is known", async () => {
  const full = aWireTime(ROW);
  const nulls = (attributes: object | null) =>
    Object.fromEntries(Object.keys(attributes ?? {}).map((name) => [name, null]));
  const empty = {
    ...full,
    playerGame: { ...nulls(full.playerGame), lastPlayedAt: null },
    game: nulls(full.game),
    playerSet: { ...nulls(full.playerSet), lastUnlockAt: null },
    achievementSet: {},
  };
  setPlayer("Nulls", { times: [empty] });
  const client = aClient();
  const [game, set] = [
    await rowsOf(client.fetchPlayerGames("Nulls")),
    await rowsOf(client.fetchPlayerAchievementSets("Nulls")),
  ];
  const { gameId } = full;
  for (const [row] of [game, set] as [object][]) {
    const { gameId: id, isSubset, ...values } = { isSubset: false, gameId: 0, ...row };
    expect([id, isSubset]).toEqual([gameId, false]);
    expect(Object.values(values).every((value) => value === null)).toBe(true);
  }
});

test("a set linked to another game alone is no game's, and a subset belongs to its own game", async () => {
  const core = aWireTime({ ...ROW, GameID: 5, Title: "Base" });
  const subset = aWireTime({ ...ROW, GameID: 9, Title: "Base [Subset - Bonus]" });
  const linked = aWireTime({ ...ROW, GameID: 11, Title: "Other" });
  setPlayer("Subsets", {
    times: [core, { ...subset, subsetOf: [5] }, { ...linked, subsetOf: [11] }],
  });
  const sets = await rowsOf(aClient().fetchPlayerAchievementSets("Subsets"));
  expect(sets.map(({ gameId, isSubset }) => [gameId, isSubset])).toEqual([
    [5, false],
    [9, true],
  ]);
});

const counted = () =>
  standIn.count("player-games") +
  standIn.count("player-achievement-sets") +
  standIn.count("player-rank");

test.each([
  ["missing-scope", "refused"],
  ["bad-request", "unknown-format"],
  ["malformed", "unknown-format"],
  // Where there is no API v2.
  ["not-found", "unknown-format"],
] as const)("after %s an endpoint is %s, and asked again a day later", async (mode, reason) => {
  setPlayer("Refused");
  standIn.fail(mode, { endpoint: "player-games" });
  const client = aClient();
  const unavailable = [{ state: "unavailable", reason }];
  expect(client.isV2Refused("player-games")).toBe(false);
  expect(await answersOf(client.fetchPlayerGames("Refused"))).toEqual(unavailable);
  standIn.fail(null);
  vi.setSystemTime(Date.now() + DAY - 1);
  expect(await answersOf(client.fetchPlayerGames("Refused"))).toEqual(unavailable);
  expect(client.isV2Refused("player-games")).toBe(true);
  expect(counted()).toBe(1);
  // The others are asked.
  expect(await rowsOf(client.fetchPlayerAchievementSets("Refused"))).toHaveLength(1);
  expect(await client.fetchPlayerRank("Refused")).toMatchObject({ state: "ok" });
  vi.setSystemTime(Date.now() + 1);
  expect(await rowsOf(client.fetchPlayerGames("Refused"))).toHaveLength(2);
});

test("a key that is not accepted is sent to no endpoint for a day", async () => {
  setPlayer("Revoked");
  standIn.fail("revoked", { endpoint: "player-rank" });
  const client = aClient();
  const unavailable = { state: "unavailable", reason: "refused" };
  expect(await client.fetchPlayerRank("Revoked")).toEqual(unavailable);
  standIn.fail(null);
  vi.setSystemTime(Date.now() + DAY - 1);
  expect(await answersOf(client.fetchPlayerGames("Revoked"))).toEqual([unavailable]);
  expect(await answersOf(client.fetchPlayerAchievementSets("Revoked"))).toEqual([unavailable]);
  expect(counted()).toBe(1);
  vi.setSystemTime(Date.now() + 1);
  expect(await rowsOf(client.fetchPlayerGames("Revoked"))).toHaveLength(2);
});

test.each(["huge", "many-rows", "brackets"] as const)(
  "after %s a page cannot be read, which says nothing about other players",
  async (mode) => {
    setPlayer("Unreadable");
    setPlayer("Other");
    standIn.fail(mode, { endpoint: "player-games", user: "Unreadable" });
    const client = aClient();
    const unavailable = [{ state: "unavailable", reason: "unknown-format" }];
    expect(await answersOf(client.fetchPlayerGames("Unreadable"))).toEqual(unavailable);
    expect(client.isV2Refused("player-games")).toBe(false);
    expect(await rowsOf(client.fetchPlayerGames("Other"))).toHaveLength(2);
  },
);

test("nor does a page without a row that can be read", async () => {
  const withoutGame = { ...aWireTime(ROW), gameId: 0 };
  setPlayer("Odd", { times: Array.from({ length: 12 }, () => withoutGame) });
  setPlayer("Other");
  const client = aClient();
  const unavailable = [{ state: "unavailable", reason: "unknown-format" }];
  expect(await answersOf(client.fetchPlayerGames("Odd"))).toEqual(unavailable);
  expect(await rowsOf(client.fetchPlayerGames("Other"))).toHaveLength(2);
});

test("a player that it does not find says nothing about others", async () => {
  setPlayer("Banned", { isUnknownToV2: true });
  setPlayer("Found");
  const client = aClient();
  const unavailable = [{ state: "unavailable", reason: "not-found" }];
  expect(await answersOf(client.fetchPlayerGames("Banned"))).toEqual(unavailable);
  expect(await answersOf(client.fetchPlayerGames("Nobody"))).toEqual(unavailable);
  expect(await rowsOf(client.fetchPlayerGames("Found"))).toHaveLength(2);
});

test("a 429 without Retry-After asks for a minute, and with it for its time", async () => {
  setPlayer("Limited");
  standIn.fail("limited", { endpoint: "player-games", times: 1 });
  const client = aClient();
  const limited = (retryAfterSeconds: number) => ({ code: "rate-limited", retryAfterSeconds });
  await expect(client.fetchPlayerGames("Limited").next()).rejects.toMatchObject(limited(60));
  standIn.fail("rate-limited", { endpoint: "player-games", times: 1, retryAfter: 7 });
  await expect(client.fetchPlayerGames("Limited").next()).rejects.toMatchObject(limited(7));
  expect(await rowsOf(client.fetchPlayerGames("Limited"))).toHaveLength(2);
});

test.each([
  ["unavailable", "unavailable"],
  // What a CDN sends in place of an answer.
  ["forbidden", "unavailable"],
  ["html", "unavailable"],
  ["cut", "unavailable"],
  ["refuse", "unavailable"],
  ["hang", "timed-out"],
] as const)("%s is an outage, and no refusal", async (mode, code) => {
  setPlayer("Outage");
  standIn.fail(mode, { endpoint: "player-games", times: 1 });
  const client = aClient({ timeoutMs: 3000 });
  await expect(client.fetchPlayerGames("Outage").next()).rejects.toMatchObject({ code });
  expect(await rowsOf(client.fetchPlayerGames("Outage"))).toHaveLength(2);
});

test("without an address of API v2 nothing is sent", async () => {
  setPlayer("Off");
  const client = aClient({ v2BaseUrl: "" });
  const off = [{ state: "unavailable", reason: "off" }];
  expect(await answersOf(client.fetchPlayerGames("Off"))).toEqual(off);
  expect(await answersOf(client.fetchPlayerAchievementSets("Off"))).toEqual(off);
  expect(standIn.fillingCalls()).toHaveLength(0);
});

test("the key is in no address, error or event", async () => {
  setPlayer("Leak");
  standIn.fail("refuse", { endpoint: "player-achievement-sets" });
  const client = aClient();
  await rowsOf(client.fetchPlayerGames("Leak"));
  const error = await client
    .fetchPlayerAchievementSets("Leak")
    .next()
    .catch((thrown: unknown) => thrown);
  const all = JSON.stringify([standIn.fillingCalls(), events, String(error), error]);
  expect(all).toContain("player-achievement-sets");
  expect(all).not.toContain(KEY);
});

test("a full page with the longest texts that RA takes fits the bounds", async () => {
  const times = Array.from({ length: LIMITS.v2PageSize }, (_, index) => {
    const time = aWireTime({ ...ROW, GameID: index + 1, Title: "\u{1F3AE}".repeat(80) });
    return { ...time, game: { ...time.game, more: "\u00e9".repeat(2000) } };
  });
  setPlayer("Long", { times });
  expect(await rowsOf(aClient().fetchPlayerGames("Long"))).toHaveLength(LIMITS.v2PageSize);
});
