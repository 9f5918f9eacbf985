import { beforeEach, expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aTimesServer, setTimesPlayer } from "@/e2e/support/unit-times";
import { later, shareOneStore } from "@/e2e/support/unit-unlocks";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { addWarmUpPlayer, dropWarmUpPlayer } from "@/lib/players/warm-up-player";
import { areTimesFilling, loadTimes, timesRevision } from "./load-times";
import type { Times } from "./times";

const site = vi.hoisted(() => ({ isDemo: false, times: null as Times | null }));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: site.isDemo ? "" : "a key" }) }));
vi.mock("@/lib/players/load-player", () => ({ sharedTimes: () => site.times }));

shareOneStore();
beforeEach(() => {
  Object.assign(site, { isDemo: false, times: null });
});

test("a demo player has times at once, and a revision without making them up", async () => {
  site.isDemo = true;
  const newest = Date.parse("2026-07-30T12:00:00Z") / 1000;
  const game = aGame({ numAwarded: 9, numAwardedHardcore: 9, mostRecentAwardedAt: newest });
  const player = aPlayer([game]);
  const known = await loadTimes(player);
  expect(known?.source).toBe("v2");
  expect(known?.times.get(game.id)?.playtime).toBeGreaterThan(0);
  expect(await timesRevision(player)).toBe(known?.revision);
});

test("a player's times are loaded once they are read, by game", async () => {
  setTimesPlayer(20);
  const server = aTimesServer();
  site.times = server;
  const player = await server.ask();
  expect(await loadTimes(player)).toBeNull();
  expect(await timesRevision(player)).toBe("");
  await server.look();
  const known = await loadTimes(player);
  expect(known?.source).toBe("v2");
  for (const [id, time] of known?.times ?? []) expect(time.gameId).toBe(id);
  expect((await loadTimes(player))?.times).toBe(known?.times);
});

test("the revision changes with what a view would show, on other servers too, and not without it", async () => {
  const { results } = setTimesPlayer(20);
  const [first, second] = [aTimesServer(), aTimesServer()];
  const player = await first.look();
  const revisionAt = (server: typeof first) => {
    site.times = server;
    return timesRevision(player);
  };
  const before = await revisionAt(first);
  expect(before).not.toBe("");
  expect(await revisionAt(second)).toBe(before);
  // Everything is read again, and is as it was.
  later(31 * 86_400_000);
  standIn.resetCalls();
  await first.look();
  expect(standIn.count("player-games")).toBeGreaterThan(0);
  expect(await revisionAt(first)).toBe(before);
  later(31 * 86_400_000);
  setTimesPlayer(results.slice(0, 10));
  await first.look();
  expect(await revisionAt(first)).not.toBe(before);
  expect(await revisionAt(second)).toBe(await revisionAt(first));
});

test("points of v1 say that they are, and the revision changes when times come", async () => {
  setTimesPlayer(20);
  const server = aTimesServer({ v2: false });
  site.times = server;
  const player = await server.look();
  const points = await loadTimes(player);
  expect(points?.source).toBe("v1");
  const other = aTimesServer();
  site.times = other;
  await other.look();
  const times = await loadTimes(player);
  expect(times?.source).toBe("v2");
  expect(times?.revision).not.toBe(points?.revision);
});

test("a view waits for no store that hangs or fails", async () => {
  setTimesPlayer(20);
  const server = aTimesServer();
  const player = await server.look();
  site.times = { ...server, load: () => new Promise(() => undefined) };
  expect(await loadTimes(player)).toBeNull();
  site.times = { ...server, load: () => Promise.reject(new Error("down")) };
  expect(await loadTimes(player)).toBeNull();
  expect(await timesRevision(player)).toBe("");
});

test("times are filling until they are read, and never of a player without a game", async () => {
  setTimesPlayer(0);
  const server = aTimesServer();
  site.times = server;
  expect(await areTimesFilling(await server.look())).toBe(false);
  later(3_600_000);
  setTimesPlayer(3);
  expect(await areTimesFilling(await server.ask())).toBe(true);
  expect(await areTimesFilling(await server.look())).toBe(false);
});

test("the player of a warm-up is not asked for, and nothing is read of them", async () => {
  const server = aTimesServer();
  let asked = 0;
  site.times = {
    ...server,
    load: async () => {
      asked++;
      return null;
    },
  };
  const player = aPlayer([aGame()]);
  const user = addWarmUpPlayer(player, { startedAt: null, days: [], unreadable: [] });
  const lent = { ...player, profile: { ...player.profile, ulid: user } };
  expect(await loadTimes(lent)).toBeNull();
  expect(await areTimesFilling(lent)).toBe(false);
  dropWarmUpPlayer();
  expect(asked).toBe(0);
});
