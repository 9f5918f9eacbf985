import { beforeEach, expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aServer, setUnlocks, shareOneStore } from "@/e2e/support/unit-unlocks";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import type { Player } from "@/lib/domain/player";
import { loadRecentUnlocks } from "./load-recent-unlocks";
import { loadShownUnlocks } from "./load-shown-unlocks";
import type { Unlocks } from "./unlocks";

const site = vi.hoisted(() => ({ unlocks: null as Unlocks | null }));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: "a key" }) }));
vi.mock("@/lib/players/load-player", () => ({ sharedUnlocks: () => site.unlocks }));

shareOneStore();
beforeEach(() => {
  site.unlocks = null;
  standIn.fail(null);
});

const unlockedAt = (moment: string, AchievementID: number, GameID = 1) =>
  aWireUnlock(Date.parse(moment) / 1000, { AchievementID, GameID });
const UNLOCKS = [
  unlockedAt("2024-05-01T10:00:00Z", 1),
  unlockedAt("2025-12-31T10:00:00Z", 2),
  unlockedAt("2025-12-31T11:00:00Z", 3, 2),
  unlockedAt("2026-07-30T10:00:00Z", 4),
  unlockedAt("2026-07-30T11:00:00Z", 5),
];

async function look(): Promise<Player> {
  setUnlocks(UNLOCKS, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  return server.look();
}
const newest = async (player: Player, count: number) =>
  (await loadShownUnlocks(player, { kind: "newest", count })).unlocks?.newest;
const recent = async (player: Player, entries: number) =>
  (await loadRecentUnlocks(player, entries))?.unlocks.map(({ achievementId }) => achievementId);

test("the newest unlocks come with their names, from as many years as they need", async () => {
  const player = await look();
  const ids = async (count: number) =>
    (await newest(player, count))?.map(({ achievementId }) => achievementId);
  expect(await ids(1)).toEqual([5]);
  expect(await ids(3)).toEqual([5, 4, 3]);
  expect(await ids(10)).toEqual([5, 4, 3, 2, 1]);
  for (const { achievementId, name } of (await newest(player, 10)) ?? []) {
    expect(name).toMatchObject({ achievementId, title: `Achievement & <${achievementId}>` });
  }
});

test("recent unlocks are those of whole years, by the days and games that they have", async () => {
  const player = await look();
  expect(await recent(player, 1)).toEqual([4, 5]);
  expect(await recent(player, 2)).toEqual([4, 5, 2, 3]);
  expect(await recent(player, 4)).toEqual([4, 5, 2, 3, 1]);
  expect(await recent(player, 100)).toEqual([4, 5, 2, 3, 1]);
});

test("what is not read yet is not shown as if there were nothing", async () => {
  standIn.fail("unavailable", { endpoint: "unlocks", after: 1 });
  const player = await look();
  const yearOf = async (year: number) =>
    (await loadShownUnlocks(player, { kind: "days", zone: "UTC", year })).unlocks?.year?.days;
  expect(await yearOf(2026)).toMatchObject([{ day: "2026-07-30", achievements: 2 }]);
  expect(await yearOf(2025)).toBeUndefined();
  expect(await recent(player, 1)).toEqual([4, 5]);
  expect(await recent(player, 2)).toBeUndefined();
});

test("of a player who is new here nothing is shown", async () => {
  setUnlocks(UNLOCKS, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  const player = await server.ask();
  for (const wanted of [
    { kind: "streaks", zone: "UTC" },
    { kind: "days", zone: "UTC", year: 2026 },
    { kind: "newest", count: 5 },
  ] as const) {
    expect(await loadShownUnlocks(player, wanted)).toEqual({ unlocks: null, revision: "" });
  }
});

test("a streak is shown until the end of the next day in its zone", async () => {
  const player = await look();
  const currentAt = async (moment: string) => {
    vi.setSystemTime(Date.parse(moment));
    const { unlocks, revision } = await loadShownUnlocks(player, { kind: "streaks", zone: "UTC" });
    return [unlocks?.streaks?.current?.days, revision] as const;
  };
  const [last, before] = await currentAt("2026-07-31T23:59:59Z");
  const [over, after] = await currentAt("2026-08-01T00:00:00Z");
  expect([last, over]).toEqual([1, undefined]);
  expect(after).not.toBe(before);
});
