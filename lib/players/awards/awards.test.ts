import { beforeEach, expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { later, shareOneStore, site } from "@/e2e/support/unit-unlocks";
import { aWireAward } from "@/e2e/support/wire-awards";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { createPlayerCache } from "@/lib/players/player-cache";
import { createAwards } from "./award-source";

shareOneStore();

const NAME = "Badged";
const DAY_MS = 86_400_000;
const ulid = aWirePlayer({ name: NAME }).profile.ULID.toLowerCase();
const setBadges = (...titles: string[]) =>
  standIn.setPlayer({
    ...aWirePlayer({ name: NAME, games: 3 }),
    awards: titles.map((Title) => aWireAward({ Title })),
    hiddenAwards: 2,
  });
beforeEach(() => setBadges("Relay"));

/** One server: the store is shared, its memory is its own. */
function aServer({ callsPerMinute = 1000 } = {}) {
  const upstream = aClient();
  const { store } = site;
  const { callForTimes } = createPlayerCache({
    ...{ store, upstream, callsPerMinute },
    ...{ freshSeconds: 300, staleSeconds: 86_400 },
  });
  return createAwards({ store, fetchAwards: upstream.fetchAwards, callForTimes });
}
const calls = () => standIn.count("awards");
const badgesOf = async (server: ReturnType<typeof aServer>) => {
  const found = await server.get(ulid);
  await found?.stored;
  return found && [found.state, ...found.value.badges.map(({ title }) => title)];
};

test("one call a day is enough for all servers, and awards of games are no badges", async () => {
  expect(await badgesOf(aServer())).toEqual(["miss", "Relay"]);
  expect(await badgesOf(aServer())).toEqual(["hit", "Relay"]);
  later(DAY_MS - 1000);
  expect(await badgesOf(aServer())).toEqual(["hit", "Relay"]);
  expect(calls()).toBe(1);
});

test("then the old badges are answered while they are refreshed, for a week", async () => {
  const server = aServer();
  await badgesOf(server);
  setBadges("Relay", "Another");
  later(DAY_MS + 1000);
  const old = await server.get(ulid);
  expect([old?.state, old?.value.badges.length]).toEqual(["stale", 1]);
  await old?.refresh?.();
  expect(await badgesOf(server)).toEqual(["hit", "Relay", "Another"]);
  later(7 * DAY_MS + 1000);
  expect(await badgesOf(server)).toEqual(["miss", "Relay", "Another"]);
});

test("a badge that is hidden later is gone with the next refresh", async () => {
  const server = aServer();
  await badgesOf(server);
  setBadges();
  later(DAY_MS + 1000);
  await (await server.get(ulid))?.refresh?.();
  expect(await badgesOf(server)).toEqual(["hit"]);
  expect(await badgesOf(aServer())).toEqual(["hit"]);
});

test("a failure is not tried again for a minute, and old badges outlast it", async () => {
  standIn.fail("unavailable", { endpoint: "awards" });
  const server = aServer();
  expect([await badgesOf(server), await badgesOf(server)]).toEqual([null, null]);
  expect(calls()).toBe(1);
  standIn.fail(null);
  later(61_000);
  expect(await badgesOf(server)).toEqual(["miss", "Relay"]);
  later(DAY_MS + 1000);
  standIn.fail("malformed", { endpoint: "awards" });
  await (await server.get(ulid))?.refresh?.();
  expect(await badgesOf(server)).toEqual(["stale", "Relay"]);
});

test("a view waits for badges once, and the next ones do without until they are there", async () => {
  const server = aServer();
  standIn.setLatency(150);
  const first = await server.load(ulid, 1);
  const second = await server.load(ulid, 60_000);
  expect([first.found, second.found]).toEqual([null, null]);
  await Promise.all([first.late, second.late]);
  standIn.setLatency(0);
  const { found, late } = await server.load(ulid, 60_000);
  expect([found?.value.badges.length, late, calls()]).toEqual([1, null, 1]);
});

test("badges leave the budget to players", async () => {
  const server = aServer({ callsPerMinute: 4 });
  expect(await badgesOf(server)).toEqual(["miss", "Relay"]);
  const other = aWirePlayer({ name: "Badged2", games: 3 });
  standIn.setPlayer(other);
  expect(await server.get(other.profile.ULID.toLowerCase())).toBeNull();
  expect(calls()).toBe(1);
});

test("a damaged value in the store is asked for again", async () => {
  await site.store.set(`longplay:awards:${ulid}`, 'lpaw1:{"fetchedAt":1,"badges":[{}]}', null);
  expect(await badgesOf(aServer())).toEqual(["miss", "Relay"]);
});
