import { beforeEach, expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { later, shareOneStore, site } from "@/e2e/support/unit-unlocks";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { createPlayerCache } from "@/lib/players/player-cache";
import { createRanks } from "./rank-source";

shareOneStore();

const NAME = "Ranked";
const ulid = aWirePlayer({ name: NAME }).profile.ULID.toLowerCase();
const setRank = (rankHardcore: number | null) =>
  standIn.setPlayer({ ...aWirePlayer({ name: NAME, games: 3 }), rank: { rankHardcore } });
beforeEach(() => setRank(1234));

/** One server: the store is shared, its memory is its own. */
function aServer({ callsPerMinute = 1000, v2 = true } = {}) {
  const upstream = aClient({ timeoutMs: 2000, ...(!v2 && { v2BaseUrl: "" }) });
  const { store } = site;
  const { callForTimes, callV2ForTimes } = createPlayerCache({
    ...{ store, upstream, callsPerMinute },
    ...{ freshSeconds: 300, staleSeconds: 86_400 },
  });
  return createRanks({ ...upstream, store, callForTimes, callV2ForTimes });
}
const calls = () => standIn.count("player-rank") + standIn.count("rank");
const rankOf = async (server: ReturnType<typeof aServer>) => {
  const found = await server.get(ulid);
  await found?.stored;
  return found && [found.state, found.value.hardcore?.rank ?? null];
};

test("one call is enough for all servers, for a quarter of an hour", async () => {
  expect(await rankOf(aServer())).toEqual(["miss", 1234]);
  expect(await rankOf(aServer())).toEqual(["hit", 1234]);
  later(899_000);
  expect(await rankOf(aServer())).toEqual(["hit", 1234]);
  expect(calls()).toBe(1);
});

test("then the old rank is answered while it is refreshed, for a day", async () => {
  const server = aServer();
  await rankOf(server);
  setRank(1200);
  later(901_000);
  const old = await server.get(ulid);
  expect([old?.state, old?.value.hardcore?.rank]).toEqual(["stale", 1234]);
  await old?.refresh?.();
  expect(await rankOf(server)).toEqual(["hit", 1200]);
  setRank(null);
  later(86_401_000);
  expect(await rankOf(server)).toEqual(["miss", null]);
});

test("without API v2 the rank comes from v1, in one more call", async () => {
  expect(await rankOf(aServer({ v2: false }))).toEqual(["miss", 1234]);
  expect(standIn.count("player-rank")).toBe(0);
  standIn.fail("missing-scope", { endpoint: "player-rank" });
  later(86_401_000);
  expect(await rankOf(aServer())).toEqual(["miss", 1234]);
  expect(standIn.count("rank")).toBe(2);
});

test.each(["unavailable", "html", "hang", "limited"] as const)(
  "where API v2 answers with %s, v1 is asked at once",
  async (mode) => {
    standIn.fail(mode, { endpoint: "player-rank" });
    expect(await rankOf(aServer())).toEqual(["miss", 1234]);
    expect([standIn.count("player-rank"), standIn.count("rank")]).toEqual([1, 1]);
  },
);

test("a pause that v1 asks for is one of all calls, and one of API v2 is not", async () => {
  const upstream = aClient();
  const { store } = site;
  const cache = createPlayerCache({
    ...{ store, upstream, callsPerMinute: 1000 },
    ...{ freshSeconds: 300, staleSeconds: 86_400 },
  });
  standIn.fail("missing-scope", { endpoint: "player-rank" });
  standIn.fail("rate-limited", { endpoint: "rank", retryAfter: 30 });
  expect(await createRanks({ ...upstream, store, ...cache }).get(ulid)).toBeNull();
  await expect(cache.get(NAME)).rejects.toMatchObject({ code: "rate-limited" });
  later(31_000);
  standIn.fail(null);
  standIn.fail("limited", { endpoint: "player-rank" });
  expect(await rankOf(aServer())).toEqual(["miss", 1234]);
  expect((await cache.get(NAME)).state).toBe("miss");
});

test("a failure of both is no rank, and is not tried again for a minute", async () => {
  standIn.fail("unavailable", { endpoint: "player-rank" });
  standIn.fail("unavailable", { endpoint: "rank" });
  const server = aServer();
  expect([await rankOf(server), await rankOf(server)]).toEqual([null, null]);
  expect(calls()).toBe(2);
  standIn.fail(null);
  later(61_000);
  expect(await rankOf(server)).toEqual(["miss", 1234]);
});

test("a view waits for ranks once, and the next ones do without until they are there", async () => {
  const server = aServer();
  standIn.setLatency(150);
  const first = await server.load(ulid, 1);
  const second = await server.load(ulid, 60_000);
  expect([first.found, second.found]).toEqual([null, null]);
  await Promise.all([first.late, second.late]);
  standIn.setLatency(0);
  const { found, late } = await server.load(ulid, 60_000);
  expect([found?.value.hardcore?.rank, late, calls()]).toEqual([1234, null, 1]);
});

test("ranks leave the budget to players", async () => {
  const server = aServer({ callsPerMinute: 4 });
  expect(await rankOf(server)).toEqual(["miss", 1234]);
  const other = aWirePlayer({ name: "Ranked2", games: 3 });
  standIn.setPlayer(other);
  expect(await server.get(other.profile.ULID.toLowerCase())).toBeNull();
  expect(calls()).toBe(1);
});
