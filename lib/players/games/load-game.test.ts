import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWireRow } from "@/e2e/support/wire-games";
import { aWirePlayer } from "@/e2e/support/wire-player";
import type { Game, Player } from "@/lib/domain/player";
import { TooManyRequests } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { createPlayerCache } from "@/lib/players/player-cache";
import { createGames, type Games } from "./game-source";
import { loadGame, loadGameInTime } from "./load-game";

const site = vi.hoisted(() => ({
  games: null as Games | null,
  admit: () => undefined as undefined,
  behind: [] as Promise<unknown>[],
}));
vi.mock("next/server", () => ({
  after: (work: () => Promise<unknown>) => site.behind.push(work()),
}));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: "a key" }) }));
vi.mock("@/lib/players/load-player", () => ({
  sharedGames: () => site.games,
  admit: () => site.admit(),
}));

const upstream = aClient();
let player: Player;
let game: Game;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-30T12:00:00.635Z") });
  const store = createEmbeddedStore(Date.now);
  const cache = createPlayerCache({
    ...{ store, upstream, callsPerMinute: 1000 },
    ...{ freshSeconds: 300, staleSeconds: 3600 },
  });
  const { fetchGameOfPlayer } = upstream;
  site.games = createGames({ store, fetchGameOfPlayer, calls: cache.gameCalls });
  site.admit = () => undefined;
  standIn.setPlayer(aWirePlayer({ name: "Loader", games: [aWireRow({ GameID: 8 })] }));
  player = (await cache.get("Loader")).player;
  game = player.games[0] as Game;
});
afterEach(async () => {
  await Promise.all(site.behind.splice(0));
  vi.useRealTimers();
});

test("a game has its achievements, and a revision that stays while they do", async () => {
  const first = await loadGame(player, game);
  expect(first.game?.facts.achievements).toHaveLength(10);
  expect(await loadGame(player, game)).toEqual(first);
  expect(standIn.count("game")).toBe(1);
});

test("an unlock in the second of the last call counts as newer", async () => {
  await loadGame(player, game);
  await Promise.all(site.behind);
  vi.setSystemTime(Date.now() + 5000);
  const unlocked = { ...game, mostRecentAwardedAt: Date.parse("2026-11-30T12:00:00Z") / 1000 };
  await loadGame(player, unlocked);
  await loadGame(player, unlocked);
  expect(standIn.count("game")).toBe(2);
});

test("a retired set costs no call", async () => {
  const retired = { ...game, maxPossible: 0 };
  expect(await loadGame(player, retired)).toMatchObject({ game: null, checkedAt: null });
  expect(standIn.count("game")).toBe(0);
});

test("a failure is its error, and nothing for a page", async () => {
  standIn.fail("unavailable", { endpoint: "game" });
  await expect(loadGame(player, game)).rejects.toMatchObject({ code: "unavailable" });
  expect(await loadGameInTime(player, game)).toBeNull();
});

test("a page waits for three seconds at most, and the next one has what came late", async () => {
  standIn.setLatency(3500);
  expect(await loadGameInTime(player, game)).toBeNull();
  await Promise.all(site.behind);
  expect((await loadGameInTime(player, game))?.game?.facts.achievements).toHaveLength(10);
  expect(standIn.count("game")).toBe(1);
});

test("a client beyond its limit costs no call", async () => {
  site.admit = () => {
    throw new TooManyRequests(30);
  };
  const request = new Request("http://site.example/");
  await expect(loadGame(player, game, request)).rejects.toMatchObject({
    code: "too-many-requests",
  });
  expect(await loadGameInTime(player, game, request)).toBeNull();
  expect(standIn.count("game")).toBe(0);
});
