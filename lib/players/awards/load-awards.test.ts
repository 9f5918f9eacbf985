import { beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { later, shareOneStore, site } from "@/e2e/support/unit-unlocks";
import { aWireAward } from "@/e2e/support/wire-awards";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { aPlayer } from "@/lib/domain/test-games";
import { createPlayerCache } from "@/lib/players/player-cache";
import { addWarmUpPlayer, dropWarmUpPlayer } from "@/lib/players/warm-up-player";
import { type Awards, createAwards } from "./award-source";
import { areAwardsChanging, awardsRevision, loadAwards } from "./load-awards";

const shared = vi.hoisted(() => ({ awards: null as Awards | null }));
vi.mock("@/lib/players/load-player", () => ({ sharedAwards: () => shared.awards }));
// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => void work() }));

shareOneStore();

const NAME = "BadgesOfViews";
const { User: name, ULID: ulid } = aWirePlayer({ name: NAME }).profile;
const player = aPlayer([], { name, ulid });
const setBadges = (...titles: string[]) =>
  standIn.setPlayer({
    ...aWirePlayer({ name: NAME }),
    awards: titles.map((Title) => aWireAward({ Title })),
  });

beforeEach(() => {
  const upstream = aClient();
  const { store } = site;
  const { callForTimes } = createPlayerCache({
    ...{ store, upstream, callsPerMinute: 1000 },
    ...{ freshSeconds: 300, staleSeconds: 86_400 },
  });
  shared.awards = createAwards({ store, fetchAwards: upstream.fetchAwards, callForTimes });
});

test("the revision changes with the badges, and not with a refresh that finds the same", async () => {
  setBadges("Relay");
  // A busy machine may take longer than a view waits.
  await expect.poll(() => awardsRevision(player)).not.toBe("");
  const first = await awardsRevision(player);
  expect(await areAwardsChanging(player)).toBe(false);
  const asked = (await loadAwards(player))?.checkedAt ?? 0;
  later(25 * 3_600_000);
  await expect.poll(async () => (await loadAwards(player))?.checkedAt).toBe(asked + 25 * 3_600_000);
  expect(await awardsRevision(player)).toBe(first);
  setBadges("Another", "Relay");
  later(25 * 3_600_000);
  await expect.poll(() => awardsRevision(player)).toContain("Another");
});

test("badges that cannot be had have a revision too, and a player of warm-ups costs no call", async () => {
  standIn.fail("unavailable", { endpoint: "awards" });
  expect(await loadAwards(player)).toBeNull();
  expect(await awardsRevision(player)).toBe("");
  expect(await areAwardsChanging(player)).toBe(true);
  standIn.fail(null);
  standIn.resetCalls();
  const user = addWarmUpPlayer(player, { startedAt: null, days: [], unreadable: [] });
  expect(await loadAwards(aPlayer([], { ulid: user }))).toBeNull();
  expect(await areAwardsChanging(aPlayer([], { ulid: user }))).toBe(false);
  dropWarmUpPlayer();
  expect(standIn.count("awards")).toBe(0);
});
