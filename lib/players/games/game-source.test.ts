import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWireRow } from "@/e2e/support/wire-games";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createPlayerCache } from "@/lib/players/player-cache";
import { createGames } from "./game-source";

const NOON = Date.parse("2026-11-30T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ROW = { MaxPossible: 89, NumAwarded: 44, NumAwardedHardcore: 40 };
/** The row's newest unlock was months ago. */
const LONG_AGO = NOON - 100 * DAY;

let store: Store;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
  store = createEmbeddedStore(Date.now);
  for (const name of ["OpenerA", "OpenerB"]) {
    standIn.setPlayer(aWirePlayer({ name, games: [aWireRow({ GameID: 8, ...ROW })] }));
  }
});
afterEach(() => {
  vi.useRealTimers();
});

const ulidOf = (name: string) => aWirePlayer({ name }).profile.ULID.toLowerCase();
const A = ulidOf("OpenerA");
const B = ulidOf("OpenerB");
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** One server: the store is shared, its memory is its own. */
function aServer(callsPerMinute = 1000) {
  const upstream = aClient();
  const cache = createPlayerCache({
    ...{ store, upstream, callsPerMinute },
    ...{ freshSeconds: 300, staleSeconds: 3600 },
  });
  const { fetchGameOfPlayer } = upstream;
  const games = createGames({ store, fetchGameOfPlayer, calls: cache.gameCalls });
  return {
    cache,
    async open(ulid: string, since = LONG_AGO, admit?: () => void) {
      const cached = await games.get(ulid, 8, since, admit);
      await cached.stored;
      return cached;
    },
  };
}

const calls = () => standIn.count("game");
const unlocked = async (opened: ReturnType<ReturnType<typeof aServer>["open"]>) =>
  (await opened).value.own.dates.length;
const setUnlocked = (name: string, NumAwarded: number) =>
  standIn.setPlayer(
    aWirePlayer({
      name,
      games: [aWireRow({ GameID: 8, ...ROW, NumAwarded, NumAwardedHardcore: 0 })],
    }),
  );

test("a game is asked for in one call, for all servers, until a day later", async () => {
  const opened = await aServer().open(A);
  expect(opened.state).toBe("miss");
  expect(opened.value.facts.achievements).toHaveLength(89);
  expect(opened.value.own.dates).toHaveLength(44);
  later(DAY - HOUR);
  const again = await aServer().open(A);
  expect(again).toMatchObject({ state: "hit", value: { ...opened.value } });
  expect(calls()).toBe(1);
});

test("a crowd that opens one game at two servers asks once", async () => {
  const [one, other] = [aServer(), aServer()];
  const all = await Promise.all([one, other, one, other, one].map((server) => server.open(A)));
  expect(new Set(all.map(({ value }) => value.fetchedAt)).size).toBe(1);
  expect(calls()).toBe(1);
});

test("after a day the old one is answered and refreshed behind, and after a week it is gone", async () => {
  const server = aServer();
  await server.open(A);
  setUnlocked("OpenerA", 60);
  later(DAY);
  const stale = await server.open(A);
  expect([stale.state, stale.value.own.dates.length]).toEqual(["stale", 44]);
  await stale.refresh?.();
  expect(await unlocked(server.open(A))).toBe(60);
  later(8 * DAY);
  expect((await aServer().open(A)).state).toBe("miss");
});

test("a newer unlock in the list refreshes it first, and only once", async () => {
  const server = aServer();
  await server.open(A);
  setUnlocked("OpenerA", 45);
  later(HOUR);
  const since = Date.now() - 60_000;
  expect(await unlocked(server.open(A, since))).toBe(45);
  expect(await unlocked(aServer().open(A, since))).toBe(45);
  expect(calls()).toBe(2);
});

test("the facts of a game are stored once for all players", async () => {
  const server = aServer();
  await server.open(A);
  await server.open(B);
  const { keys } = await store.keys("longplay:", null);
  expect([...keys].filter((key) => /:(game|played):/.test(key)).sort()).toEqual(
    ["longplay:game:8", `longplay:played:${A}:8`, `longplay:played:${B}:8`].sort(),
  );
  const [own = "", facts = ""] = await store.getMany([`longplay:played:${A}:8`, "longplay:game:8"]);
  expect(own?.length).toBeLessThan((facts?.length ?? 0) / 2);
});

test("without its facts a player's part is of no use: the game is asked for again", async () => {
  await aServer().open(A);
  await store.set("longplay:game:8", "lpgf1:damaged", null);
  expect((await aServer().open(A)).state).toBe("miss");
});

test.each(["unavailable", "malformed", "refuse"] as const)(
  "when RetroAchievements fails (%s) what was stored stays",
  async (mode) => {
    await aServer().open(A);
    standIn.fail(mode, { endpoint: "game", times: 2 });
    later(2 * DAY);
    const server = aServer();
    const stale = await server.open(A);
    await stale.refresh?.();
    expect(await unlocked(server.open(A))).toBe(44);
    expect(await unlocked(aServer().open(A, Date.now() - HOUR))).toBe(44);
  },
);

test("an answer without achievements replaces nothing, and is an error where nothing is stored", async () => {
  const server = aServer();
  await server.open(A);
  standIn.setFields("game", A, { Achievements: [] });
  later(HOUR);
  expect(await unlocked(server.open(A, Date.now() - 1000))).toBe(44);
  standIn.setFields("game", B, { Achievements: [] });
  await expect(server.open(B)).rejects.toMatchObject({ code: "invalid-response" });
});

test("beyond half of the budget a game is refused without a call, and players are not", async () => {
  const server = aServer(8);
  const names = ["GameBotA", "GameBotB", "GameBotC", "GameBotD", "GameBotE"];
  const games = [aWireRow({ GameID: 8, ...ROW })];
  for (const name of names) standIn.setPlayer(aWirePlayer({ name, games }));
  const results = await Promise.allSettled(names.map((name) => server.open(ulidOf(name))));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
  expect(results.at(-1)).toMatchObject({ reason: { code: "busy" } });
  expect(calls()).toBe(4);
  await expect(server.cache.get("OpenerA")).resolves.toMatchObject({ state: "miss" });
});

test("a client beyond its limit costs no call, and gets what is there already", async () => {
  const server = aServer();
  const refuse = () => {
    throw new Error("too many");
  };
  await expect(server.open(A, LONG_AGO, refuse)).rejects.toThrow("too many");
  expect(calls()).toBe(0);
  await server.open(A);
  expect(await unlocked(server.open(A, LONG_AGO, refuse))).toBe(44);
});

test("games that fail do not stop players, and a pause that RetroAchievements asks for does", async () => {
  const server = aServer();
  standIn.fail("unavailable", { endpoint: "game" });
  for (let times = 0; times < 8; times++) await server.open(A).catch(() => undefined);
  await expect(server.cache.get("OpenerA")).resolves.toMatchObject({ state: "miss" });
  standIn.fail("rate-limited", { endpoint: "game" });
  await expect(server.open(A)).rejects.toMatchObject({ code: "rate-limited" });
  await expect(server.cache.get("OpenerB")).rejects.toMatchObject({ code: "rate-limited" });
});
