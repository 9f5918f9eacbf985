import { expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aTimesServer, countTimeCalls, setTimesPlayer, wireTimes } from "@/e2e/support/unit-times";
import { later, shareOneStore, site, ulid } from "@/e2e/support/unit-unlocks";
import {
  aWirePlayer,
  type WireAttributes,
  type WirePlayer,
  type WireRow,
  type WireTime,
} from "@/e2e/support/wire-player";
import { aWireTime, dateOf } from "@/e2e/support/wire-times";
import { keyPages, type Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { forgetPlayer } from "@/lib/players/forget-player";
import { createRemovedPlayers } from "@/lib/players/removed-players";
import { createWatchedPlayers } from "@/lib/players/watched-players";
import type { GameTime } from "@/lib/times/game-time";
import { byFirstUnlock } from "@/lib/times/pack-times";
import { playedTimes } from "@/lib/times/test-times";

shareOneStore();

const DAY = 86_400_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

const secondsOf = (date: unknown) => (date ? Date.parse(String(date)) / 1000 : null);

/** What a server that has just started reads has to be what API v2 says. */
async function expectV2(player: WirePlayer): Promise<void> {
  const head = await aTimesServer().load(ulid);
  expect(head?.source).toBe("v2");
  const wire = wireTimes(player);
  expect(head?.times.map(({ gameId }) => gameId).sort()).toEqual([...wire.keys()].sort());
  for (const time of head?.times ?? []) expectSame(time, wire.get(time.gameId));
}

function expectSame(time: GameTime, wire: WireTime | undefined): void {
  const { playtimeTotalSeconds, firstUnlockAt }: WireAttributes = wire?.playerGame ?? {};
  const set = wire?.playerSet;
  const about = set && wire.achievementSet;
  expect(time).toMatchObject({
    playtime: playtimeTotalSeconds || null,
    firstUnlockAt: secondsOf(firstUnlockAt),
    points: set?.points ?? null,
    masteredAt: secondsOf(set?.completedHardcoreAt),
    timeToMaster: set?.timeTakenHardcoreSeconds || null,
    pointsTotal: about?.pointsTotal ?? null,
    timesMastered: about?.timesMastered ?? null,
  });
}

async function keysOf(store: Store): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of keyPages(store, "longplay:times:")) keys.push(...page);
  return keys;
}

const v2Calls = () =>
  standIn
    .fillingCalls()
    .filter(({ endpoint }) => /^player-/.test(endpoint) || endpoint === "points");

/** The rows with an unlock of the first game a moment ago. */
function withUnlock(rows: WireRow[], index = 0): WireRow[] {
  const row = rows[index];
  if (!row) throw new Error("There is no such row.");
  const unlocked: WireRow = {
    ...row,
    NumAwarded: Number(row.NumAwarded) + 1,
    MaxPossible: Number(row.MaxPossible) + 1,
    MostRecentAwardedDate: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z/, "+00:00"),
  };
  return [unlocked, ...rows.filter((each) => each !== row)];
}

test("everything is there after one look, as API v2 says it, in 2 calls for 100 games", async () => {
  const player = setTimesPlayer(250);
  await aTimesServer().look();
  await expectV2(player);
  expect(countTimeCalls()).toEqual({ games: 3, sets: 3, points: 0 });
  expect(v2Calls().map(({ params }) => params["page[number]"])).toEqual([
    "1",
    "2",
    "3",
    "1",
    "2",
    "3",
  ]);
});

test("a player that is not viewed is not filled up", async () => {
  setTimesPlayer(5);
  const server = aTimesServer();
  server.add(await server.ask(), false);
  await server.run(MINUTE);
  expect(v2Calls()).toEqual([]);
  expect(await server.load(ulid)).toBeNull();
});

test("without news nothing is asked again within a day, by any server", async () => {
  setTimesPlayer(120);
  await aTimesServer().look();
  standIn.resetCalls();
  const server = aTimesServer();
  await server.look();
  later(DAY / 2);
  await server.look();
  expect(v2Calls()).toEqual([]);
});

test("news cost a call for games and one for sets, on any server", async () => {
  const player = setTimesPlayer(250);
  await aTimesServer().look();
  later(HOUR);
  const newer = setTimesPlayer(withUnlock(player.results, 200));
  standIn.resetCalls();
  const server = aTimesServer();
  // As the daily check does.
  server.add(await server.ask(), false);
  await server.run(MINUTE);
  expect(countTimeCalls()).toEqual({ games: 1, sets: 1, points: 0 });
  await expectV2(newer);
});

test("news of more games than a page are read until what is known", async () => {
  const player = setTimesPlayer(250);
  await aTimesServer().look();
  later(HOUR);
  let rows = player.results;
  for (let index = 100; index < 220; index++) {
    // Without dates, games are last in RA's lists: they are read after 30 days.
    const id = Number(rows[index]?.GameID);
    if (id % 89 !== 0 && id % 97 !== 0) rows = withUnlock(rows, index);
  }
  const newer = setTimesPlayer(rows);
  standIn.resetCalls();
  await aTimesServer().look();
  expect(countTimeCalls()).toEqual({ games: 2, sets: 2, points: 0 });
  await expectV2(newer);
});

test("news of more games than a refresh reads have everything read again, in parts", async () => {
  const player = setTimesPlayer(900);
  await aTimesServer().look();
  later(HOUR);
  const rows = player.results.map((row) => ({ ...row, NumAwarded: Number(row.NumAwarded) + 1 }));
  const moved = rows.map((row, index) => ({
    ...row,
    MostRecentAwardedDate: new Date(Date.now() - 1000 * index)
      .toISOString()
      .replace(/\.\d+Z/, "+00:00"),
  }));
  const newer = setTimesPlayer(moved);
  standIn.resetCalls();
  await aTimesServer().look();
  const pages = Math.ceil(wireTimes(newer).size / 100);
  // Five pages of the refresh, which came to no end.
  expect(countTimeCalls()).toEqual({ games: pages + 5, sets: pages, points: 0 });
  await expectV2(newer);
});

test("where no game has a date, a refresh reads the first page, and comes to an end", async () => {
  const { results } = setTimesPlayer(1200);
  const undated = (rows: WireRow[]) =>
    rows.map((row) => aWireTime(row, { lastPlayedAt: null }, { lastUnlockAt: null }));
  const times = undated(results);
  setTimesPlayer(results, { times });
  await aTimesServer().look();
  later(HOUR);
  const newer = withUnlock(results);
  setTimesPlayer(newer, { times: undated(newer) });
  standIn.resetCalls();
  await aTimesServer().look();
  expect(countTimeCalls()).toEqual({ games: 1, sets: 1, points: 0 });
});

test("playtime without an unlock comes with a look a day later, in one call", async () => {
  const { results } = setTimesPlayer(120);
  await aTimesServer().look();
  later(DAY);
  const at = dateOf(Date.now() / 1000 - 60);
  const times = results
    .filter(({ ConsoleID }) => Number(ConsoleID) !== 101)
    .map((row, index) =>
      index === 7
        ? aWireTime(row, { lastPlayedAt: at, playtimeTotalSeconds: 77_777 })
        : aWireTime(row),
    );
  setTimesPlayer(results, { times });
  standIn.resetCalls();
  const server = aTimesServer();
  server.add(await server.ask(), false);
  await server.run(MINUTE);
  expect(v2Calls()).toEqual([]);
  await server.look();
  expect(countTimeCalls()).toEqual({ games: 1, sets: 0, points: 0 });
  const head = await aTimesServer().load(ulid);
  const played = head?.times.find(({ gameId }) => gameId === times[7]?.gameId);
  expect(played?.playtime).toBe(77_777);
});

test("after 30 days everything is read again, and a game that was reset is gone", async () => {
  const player = setTimesPlayer(120);
  await aTimesServer().look();
  later(31 * DAY);
  const fewer = setTimesPlayer(player.results.slice(0, 110));
  standIn.resetCalls();
  await aTimesServer().look();
  expect(countTimeCalls()).toEqual({ games: 2, sets: 2, points: 0 });
  await expectV2(fewer);
});

test("times are read in turns, and another server goes on where one has stopped", async () => {
  const player = setTimesPlayer(1313);
  const first = aTimesServer();
  first.add(await first.ask(), true);
  // Its time is over after the first turn.
  standIn.onCall(() => {
    if (v2Calls().length === LIMITS.fillingCallsATurn) first.stop();
  });
  await first.run(MINUTE);
  standIn.onCall(null);
  expect(v2Calls()).toHaveLength(LIMITS.fillingCallsATurn);
  // Half of it is not shown as if it were all.
  expect((await aTimesServer().load(ulid))?.source).toBeNull();
  later(MINUTE);
  await aTimesServer().look();
  await expectV2(player);
  const { games, sets } = countTimeCalls();
  expect(games + sets).toBe(2 * Math.ceil(wireTimes(player).size / 100));
});

test("when RA fails, what was read stays, and reading goes on from there after a pause", async () => {
  const player = setTimesPlayer(950);
  standIn.fail("unavailable", { endpoint: "player-games", after: 6, times: 1 });
  const server = aTimesServer();
  await server.look();
  expect(countTimeCalls().games).toBe(7);
  await server.look();
  expect(countTimeCalls().games).toBe(7);
  later(MINUTE);
  await server.look();
  await expectV2(player);
  // The failed call is made again.
  expect(countTimeCalls()).toMatchObject({ games: 11, sets: 10 });
});

test("a 429 of API v2 without Retry-After has it wait for a minute, and v1 does not wait with it", async () => {
  const player = setTimesPlayer(120);
  standIn.fail("limited", { endpoint: "player-games", after: 1, times: 1 });
  const server = aTimesServer();
  await server.look();
  later(59_000);
  await server.look();
  expect(countTimeCalls().games).toBe(2);
  // Loads go on.
  expect(standIn.count("profile")).toBeGreaterThan(1);
  later(2000);
  await server.look();
  await expectV2(player);
});

test("API v2 is asked 60 times a minute at most, however large the budget is", async () => {
  setTimesPlayer(5000);
  const servers = [aTimesServer(), aTimesServer()];
  await servers[0]?.look();
  await servers[1]?.look();
  expect(v2Calls()).toHaveLength(LIMITS.v2CallsPerMinute);
  later(61_000);
  await servers[0]?.look();
  expect(v2Calls().length).toBeGreaterThan(LIMITS.v2CallsPerMinute);
});

test("a setting lowers that limit", async () => {
  const player = setTimesPlayer(250);
  const server = aTimesServer({ v2CallsPerMinute: 4 });
  await server.look();
  expect(v2Calls()).toHaveLength(4);
  later(61_000);
  await server.look();
  await expectV2(player);
});

test("what that limit refuses is no call of the budget for all", async () => {
  const { cache } = aTimesServer({ callsPerMinute: 12, v2CallsPerMinute: 1 });
  const call = async () => "answer";
  await cache.callV2ForTimes(ulid, call);
  for (let second = 0; second < 20; second += 2) {
    await expect(cache.callV2ForTimes(ulid, call)).rejects.toMatchObject({ code: "busy" });
    later(2000);
  }
  // Five twelfths are five calls, of which one was made.
  for (let left = 4; left > 0; left--) await cache.callForTimes(ulid, call);
  await expect(cache.callForTimes(ulid, call)).rejects.toMatchObject({ code: "busy" });
});

test("where API v2 has refused this process, no call is counted for it", async () => {
  setTimesPlayer(5);
  standIn.fail("missing-scope", { endpoint: "player-achievement-sets" });
  const server = aTimesServer();
  await server.look();
  expect(countTimeCalls()).toEqual({ games: 1, sets: 1, points: 1 });
  const counted = await site.store.get("longplay:upstream-v2");
  const other = aWirePlayer({ name: "Another", games: 5 });
  standIn.setPlayer(other);
  const { player } = await server.cache.get("Another");
  server.add(player, true);
  await server.run(MINUTE);
  expect(countTimeCalls()).toEqual({ games: 1, sets: 1, points: 2 });
  expect(await site.store.get("longplay:upstream-v2")).toBe(counted);
});

test("times take five twelfths of the budget, and leave the rest to refreshes and checks", async () => {
  setTimesPlayer(5000);
  const server = aTimesServer({ callsPerMinute: 60 });
  await server.look();
  // The player's load takes 11 of the 25.
  expect(v2Calls()).toHaveLength(14);
  await expect(server.cache.callToFill(ulid, async () => "unlocks")).rejects.toMatchObject({
    code: "busy",
  });
  await expect(server.cache.fetchPair("MaxMilyin")).resolves.toBeDefined();
});

test.each([
  ["off", null],
  ["refused", "missing-scope"],
  ["without an answer that can be read", "malformed"],
] as const)(
  "with API v2 %s points come from v1, and v2 is tried again a day later",
  async (_, mode) => {
    const player = setTimesPlayer(620);
    if (mode) standIn.fail(mode, { endpoint: "player-games" });
    const server = aTimesServer({ v2: mode !== null });
    await server.look();
    expect(countTimeCalls()).toEqual({ games: mode ? 1 : 0, sets: 0, points: 2 });
    const head = await aTimesServer().load(ulid);
    expect(head?.source).toBe("v1");
    expect(head?.times).toHaveLength(620);
    const times = new Map(head?.times.map((time) => [time.gameId, time]));
    for (const row of player.results) {
      const time = times.get(Number(row.GameID));
      expect(time).toMatchObject({ playtime: null, masteredAt: null, timesMastered: null });
      if (Number(row.MaxPossible) === 0) expect(time?.points).toBeNull();
      else expect(time?.pointsTotal).toBeGreaterThanOrEqual(time?.points ?? Number.NaN);
    }
    standIn.fail(null);
    standIn.resetCalls();
    later(DAY - HOUR);
    await server.look();
    expect(v2Calls()).toEqual([]);
    later(2 * HOUR);
    // A process that was refused, and one that was not.
    await server.look();
    await aTimesServer().look();
    await expectV2(player);
  },
);

test("news without API v2 are the points of the games that have changed", async () => {
  const player = setTimesPlayer(620);
  const server = aTimesServer({ v2: false });
  await server.look();
  later(HOUR);
  setTimesPlayer(withUnlock(player.results, 300));
  standIn.resetCalls();
  await server.look();
  const [call, ...others] = v2Calls();
  expect(others).toEqual([]);
  expect(call?.params.i).toBe(String(player.results[300]?.GameID));
});

test("what API v2 has said stays when it is refused later, but for playtimes that have grown", async () => {
  const player = setTimesPlayer(120);
  const mastered = player.results.findIndex(
    (row) => row.HighestAwardKind === "mastered" && aWireTime(row).playerGame.playtimeTotalSeconds,
  );
  await aTimesServer().look();
  const before = await aTimesServer().load(ulid);
  later(HOUR);
  standIn.fail("revoked", { endpoint: "player-games" });
  const newer = setTimesPlayer(withUnlock(player.results, mastered));
  await aTimesServer().look();
  const after = await aTimesServer().load(ulid);
  expect(after?.source).toBe("v2");
  const changedId = Number(newer.results[0]?.GameID);
  // Events, of which v2 knows nothing, have points now.
  const known = new Set(before?.times.map(({ gameId }) => gameId));
  const others = (times: readonly GameTime[] = []) =>
    times.filter(({ gameId }) => gameId !== changedId && known.has(gameId));
  expect(others(after?.times)).toEqual(others(before?.times));
  const find = (times: readonly GameTime[] = []) => times.find((time) => time.gameId === changedId);
  const { timeToMaster } = find(before?.times) ?? {};
  expect(timeToMaster).toBeGreaterThan(0);
  expect(find(after?.times)).toMatchObject({ playtime: null, timeToMaster });
  expect(find(after?.times)?.points).not.toBeNull();
  // And a day later it is as before.
  standIn.fail(null);
  later(DAY);
  await aTimesServer().look();
  const [now, wire] = [await aTimesServer().load(ulid), wireTimes(newer).get(changedId)];
  expectSame(find(now?.times) as GameTime, wire);
});

test("what was unlocked just before the last refresh keeps its playtime without API v2", async () => {
  const [row, ...rows] = setTimesPlayer(20).results as [WireRow];
  const before = { ...row, MostRecentAwardedDate: dateOf(Date.now() / 1000 - 300) ?? "" };
  const times = [aWireTime(before, { playtimeTotalSeconds: 4321 })];
  setTimesPlayer([before, ...rows], { times });
  await aTimesServer().look();
  later(HOUR);
  setTimesPlayer(withUnlock([before, ...rows], 5), { times });
  standIn.fail("revoked", { endpoint: "player-games" });
  await aTimesServer().look();
  const head = await aTimesServer().load(ulid);
  expect(head?.times.find(({ gameId }) => gameId === times[0]?.gameId)?.playtime).toBe(4321);
});

test.each([true, false])(
  "what was mastered during a refusal is read a day after it, once (looked at: %s)",
  async (isLookedAt) => {
    // Events have points without API v2, and nothing with it.
    const rows = setTimesPlayer(60).results.filter(({ ConsoleID }) => Number(ConsoleID) !== 101);
    const index = rows.findIndex(({ HighestAwardKind }) => HighestAwardKind !== "mastered");
    setTimesPlayer(rows);
    await aTimesServer().look();
    later(HOUR);
    const [row, ...others] = withUnlock(rows, index) as [WireRow];
    const HighestAwardDate = row.MostRecentAwardedDate;
    const newer = setTimesPlayer([
      { ...row, HighestAwardKind: "mastered", HighestAwardDate: HighestAwardDate ?? null },
      ...others,
    ]);
    standIn.fail("missing-scope", { endpoint: "player-achievement-sets" });
    const server = aTimesServer();
    await server.look();
    expect(countTimeCalls().points).toBe(1);
    const find = async () =>
      (await aTimesServer().load(ulid))?.times.find(({ gameId }) => gameId === Number(row.GameID));
    expect((await find())?.timeToMaster).toBeNull();
    standIn.fail(null);
    const next = async (milliseconds: number) => {
      later(milliseconds);
      standIn.resetCalls();
      server.add(await server.ask(), isLookedAt);
      await server.run(MINUTE);
      return countTimeCalls();
    };
    expect(await next(DAY - HOUR)).toEqual({ games: 0, sets: 0, points: 0 });
    expect(await next(HOUR)).toEqual({ games: 1, sets: 1, points: 0 });
    expect((await find())?.timeToMaster).toBeGreaterThan(0);
    await expectV2(newer);
    expect(await next(DAY)).toEqual({ games: isLookedAt ? 1 : 0, sets: 0, points: 0 });
  },
);

test.each(["unavailable", "html"] as const)(
  "after %s three times in a row a player has points, and the others go on",
  async (mode) => {
    const player = setTimesPlayer(30);
    standIn.fail(mode, { endpoint: "player-games", user: ulid });
    const server = aTimesServer();
    for (let turn = 1; turn <= 3; turn++) {
      await server.look();
      expect(countTimeCalls()).toEqual({ games: turn, sets: 0, points: turn < 3 ? 0 : 1 });
      later(MINUTE);
    }
    expect((await server.load(ulid))?.source).toBe("v1");
    const other = aWirePlayer({ name: "Another", games: 5 });
    standIn.setPlayer(other);
    server.add((await server.cache.get("Another")).player, true);
    await server.look();
    expect((await server.load(other.profile.ULID.toLowerCase()))?.source).toBe("v2");
    standIn.fail(null);
    later(DAY);
    await server.look();
    await expectV2(player);
  },
);

test("points are refreshed while API v2 does not answer", async () => {
  const player = setTimesPlayer(30);
  const server = aTimesServer();
  await server.look();
  later(HOUR);
  setTimesPlayer(withUnlock(player.results, 7));
  standIn.fail("unavailable", { endpoint: "player-games" });
  for (let turn = 0; turn < 3; turn++) {
    await server.look();
    later(MINUTE);
  }
  expect(countTimeCalls().points).toBe(1);
});

test("a player that API v2 does not find has points", async () => {
  setTimesPlayer(30, { isUnknownToV2: true });
  const server = aTimesServer();
  await server.look();
  expect(countTimeCalls()).toEqual({ games: 1, sets: 0, points: 1 });
  expect((await server.load(ulid))?.source).toBe("v1");
  await server.look();
  expect(countTimeCalls()).toEqual({ games: 1, sets: 0, points: 1 });
});

test("a player without a game costs nothing, until there is one", async () => {
  setTimesPlayer(0);
  const server = aTimesServer();
  await server.look();
  expect(v2Calls()).toEqual([]);
  expect(await keysOf(site.store)).toEqual([]);
  later(HOUR);
  const player = setTimesPlayer(3);
  await server.look();
  await expectV2(player);
});

test("two servers that fill up a player read each page once", async () => {
  const player = setTimesPlayer(700);
  standIn.setLatency(10);
  const servers = [aTimesServer(), aTimesServer()];
  await Promise.all(servers.map((server) => server.look()));
  const pages = v2Calls().map(({ endpoint, params }) => `${endpoint} ${params["page[number]"]}`);
  expect(new Set(pages).size).toBe(pages.length);
  await expectV2(player);
});

test("forgetting a player deletes all of it, and what is under way writes nothing", async () => {
  setTimesPlayer(1313);
  const removed = createRemovedPlayers({ store: site.store, noticeSeconds: 10 });
  const server = aTimesServer({ store: removed.store });
  server.add(await server.ask(), true);
  standIn.onCall(() => {
    if (v2Calls().length === 5) void forgetPlayer(site.store, ulid);
  });
  await server.run(MINUTE);
  await forgetPlayer(site.store, ulid);
  expect(await keysOf(site.store)).toEqual([]);
  await server.run(MINUTE);
  expect(await keysOf(site.store)).toEqual([]);
});

test("90 days after the last look all of it is gone", async () => {
  setTimesPlayer(20);
  const server = aTimesServer();
  const watched = createWatchedPlayers(site.store, Date.now, server.forget);
  await watched.add(await server.look())?.();
  expect(await keysOf(site.store)).toEqual([`longplay:times:${ulid}`]);
  later(89 * DAY);
  await watched.list();
  expect(await keysOf(site.store)).toHaveLength(1);
  later(2 * DAY);
  await watched.list();
  expect(await keysOf(site.store)).toEqual([]);
});

test("without the store no view fails, and it goes on when the store is back", async () => {
  const player = setTimesPlayer(20);
  const { store } = site;
  let isDown = true;
  const down = async () => {
    throw new Error("down");
  };
  const server = aTimesServer({
    store: {
      ...store,
      get: (key: string) => (isDown ? down() : store.get(key)),
      getMany: (keys: string[]) => (isDown ? down() : store.getMany(keys)),
      commit: (...given: Parameters<typeof store.commit>) =>
        isDown ? down() : store.commit(...given),
    },
  });
  await server.look();
  expect(v2Calls()).toEqual([]);
  await expect(server.load(ulid)).rejects.toThrow();
  isDown = false;
  later(MINUTE);
  await server.look();
  await expectV2(player);
});

/** A store that counts commands about times, but for the rate limiters'. */
function countedStore() {
  let commands = 0;
  const store = new Proxy(site.store, {
    get(target, name: keyof Store) {
      const value = target[name];
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const text = JSON.stringify(given);
        const owners = text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
        // A lock is renewed as often as a busy machine takes seconds.
        const isRenewal = owners.length > 1;
        if (/longplay:(times:|filling:\w+:times)/.test(text) && !isRenewal) commands++;
        return Reflect.apply(value, target, given);
      };
    },
  });
  return {
    store,
    /** Since the last count. */
    count() {
      const counted = commands;
      commands = 0;
      return counted;
    },
  };
}

/** Times as people have them, on the wire. */
function wireOf(time: GameTime, row: WireRow): WireTime {
  const date = (at: number | null) => dateOf(at);
  const seconds = (minutes: number | null) => minutes && minutes * 60;
  const played = aWireTime({ ...row, GameID: time.gameId });
  return {
    ...played,
    playerGame: {
      lastPlayedAt: date(time.masteredAt ?? time.firstUnlockAt),
      firstUnlockAt: date(time.firstUnlockAt),
      beatenAt: date(time.beatenAt),
      beatenHardcoreAt: date(time.beatenHardcoreAt),
      playtimeTotalSeconds: time.playtime,
      timeToBeatSeconds: time.timeToBeat,
      timeToBeatHardcoreSeconds: time.timeToBeatHardcore,
    },
    game: {
      playersHardcore: time.playersHardcore,
      medianTimeToBeatSeconds: seconds(time.medianBeatMinutes),
      medianTimeToBeatHardcoreSeconds: seconds(time.medianBeatHardcoreMinutes),
    },
    playerSet: {
      lastUnlockAt: date(time.masteredAt ?? time.firstUnlockAt),
      completedAt: date(time.completedAt),
      completedHardcoreAt: date(time.masteredAt),
      timeTakenSeconds: time.timeToComplete ?? 0,
      timeTakenHardcoreSeconds: time.timeToMaster ?? 0,
      points: time.points,
      pointsHardcore: time.pointsHardcore,
      pointsWeighted: time.retroPoints,
    },
    achievementSet: {
      pointsTotal: time.pointsTotal,
      timesMastered: time.timesMastered,
      medianTimeToCompleteSeconds: seconds(time.medianCompleteMinutes),
      medianTimeToMasterSeconds: seconds(time.medianMasterMinutes),
    },
    subsetOf: time.isSubset ? [1] : [],
  };
}

test("1,313 games cost 28 calls, some 10 commands, and at most 30 bytes each", async () => {
  const { results } = setTimesPlayer(3);
  const [row] = results as [WireRow];
  const played = playedTimes(1313);
  setTimesPlayer(results, { times: played.map((time) => wireOf(time, row)) });
  const { store, count } = countedStore();
  await aTimesServer({ store }).look();
  expect(v2Calls()).toHaveLength(28);
  expect(count()).toBeLessThanOrEqual(13);
  const text = (await site.store.get(`longplay:times:${ulid}`)) ?? "";
  const { times = [] } = (await aTimesServer().load(ulid)) ?? {};
  expect(times.toSorted(byFirstUnlock)).toEqual(played.toSorted(byFirstUnlock));
  // Base64 takes a third more.
  expect((text.length * 3) / 4 / times.length).toBeLessThanOrEqual(30);
  expect(await keysOf(site.store)).toHaveLength(1);
});

test("a refresh costs 2 commands, and none without news", async () => {
  const player = setTimesPlayer(250);
  const { store, count } = countedStore();
  const server = aTimesServer({ store });
  await server.look();
  count();
  later(5000);
  await server.look();
  expect(count()).toBe(0);
  const newer = setTimesPlayer(withUnlock(player.results, 20));
  later(5000);
  await server.look();
  expect(count()).toBe(2);
  await aTimesServer({ store }).look();
  expect(count()).toBe(1);
  later(HOUR);
  setTimesPlayer(withUnlock(newer.results, 30));
  await aTimesServer({ store }).look();
  expect(count()).toBe(3);
});

test("1,313 games without API v2 cost 3 calls and 5 commands", async () => {
  setTimesPlayer(1313);
  const { store, count } = countedStore();
  await aTimesServer({ store, v2: false }).look();
  expect(v2Calls()).toHaveLength(3);
  expect(count()).toBe(5);
});

test("a player who plays while the list is read is read whole, with the next refresh", async () => {
  const player = setTimesPlayer(350);
  const server = aTimesServer();
  server.add(await server.ask(), true);
  let newer = player;
  standIn.onCall(({ endpoint, params }) => {
    if (endpoint !== "player-games" || params["page[number]"] !== "2" || newer !== player) return;
    // A game of the last page is now on the first, which is read.
    newer = setTimesPlayer(withUnlock(player.results, 340));
  });
  await server.run(MINUTE);
  standIn.onCall(null);
  later(5000);
  await server.look();
  await vi.waitFor(() => expect(newer).not.toBe(player));
  await expectV2(newer);
});
