import { beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { later, shareOneStore, site } from "@/e2e/support/unit-unlocks";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { aPlayer } from "@/lib/domain/test-games";
import { createPlayerCache } from "@/lib/players/player-cache";
import { addWarmUpPlayer, dropWarmUpPlayer } from "@/lib/players/warm-up-player";
import { areRanksChanging, loadRanks, ranksRevision } from "./load-ranks";
import { createRanks, type Ranks } from "./rank-source";

const shared = vi.hoisted(() => ({ ranks: null as Ranks | null }));
vi.mock("@/lib/players/load-player", () => ({ sharedRanks: () => shared.ranks }));
// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => void work() }));

shareOneStore();

const NAME = "Revised";
const { User: name, ULID: ulid } = aWirePlayer({ name: NAME }).profile;
const player = aPlayer([], { name, ulid });

beforeEach(() => {
  const upstream = aClient();
  const { store } = site;
  const { callForTimes, callV2ForTimes } = createPlayerCache({
    ...{ store, upstream, callsPerMinute: 1000 },
    ...{ freshSeconds: 300, staleSeconds: 86_400 },
  });
  shared.ranks = createRanks({ ...upstream, store, callForTimes, callV2ForTimes });
});

test("the revision changes with the rank, and when what is being played is of now no longer", async () => {
  const seen = {
    richPresence: "Level 1",
    richPresenceUpdatedAt: new Date(Date.now()).toISOString(),
  };
  standIn.setPlayer({ ...aWirePlayer({ name: NAME }), rank: { rankHardcore: 5, ...seen } });
  // A busy machine may take longer than a view waits.
  await expect.poll(() => ranksRevision(player)).not.toBe("");
  const first = await ranksRevision(player);
  expect((await loadRanks(player))?.ranks.playing?.text).toBe("Level 1");
  expect(await areRanksChanging(player)).toBe(true);
  expect(await ranksRevision(player)).toBe(first);
  later(16 * 60_000);
  await expect.poll(() => ranksRevision(player)).not.toBe(first);
  expect(await areRanksChanging(player)).toBe(false);
  standIn.setPlayer({ ...aWirePlayer({ name: NAME }), rank: { rankHardcore: 4, ...seen } });
  later(16 * 60_000);
  await expect.poll(() => ranksRevision(player)).toContain('"rank":4');
});

test("ranks that cannot be had have a revision too, and a player of warm-ups costs no call", async () => {
  standIn.fail("unavailable", { endpoint: "player-rank" });
  standIn.fail("unavailable", { endpoint: "rank" });
  expect(await loadRanks(player)).toBeNull();
  expect(await ranksRevision(player)).toBe("");
  expect(await areRanksChanging(player)).toBe(true);
  standIn.fail(null);
  standIn.resetCalls();
  const user = addWarmUpPlayer(player, { startedAt: null, days: [], unreadable: [] });
  expect(await loadRanks(aPlayer([], { ulid: user }))).toBeNull();
  expect(await areRanksChanging(aPlayer([], { ulid: user }))).toBe(false);
  dropWarmUpPlayer();
  expect(standIn.fillingCalls()).toEqual([]);
});
