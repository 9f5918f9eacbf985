import { beforeEach, expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aServer, setUnlocks, site as shared, shareOneStore } from "@/e2e/support/unit-unlocks";
import type { WireUnlock } from "@/e2e/support/wire-player";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import type { Player } from "@/lib/domain/player";
import { loadDays } from "./load-days";
import { loadUnlocks } from "./load-unlocks";
import { type AskedYear, firstUnlockYear, loadYear } from "./load-year";
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
  unlockedAt("2025-12-31T23:30:00Z", 3, 2),
  unlockedAt("2026-07-29T10:00:00Z", 4),
  unlockedAt("2026-07-30T10:00:00Z", 5),
  unlockedAt("2026-07-30T11:00:00Z", 6),
];

async function look(unlocks: readonly WireUnlock[] = UNLOCKS): Promise<Player> {
  setUnlocks(unlocks, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  return server.look();
}
const of = (player: Player, { year = 2026, zone = "UTC", day = null }: Partial<AskedYear> = {}) =>
  loadYear(player, { year, zone, day });

test("a year has its days and figures in the zone", async () => {
  const player = await look();
  const year = await of(player);
  expect(year).toMatchObject({ since: 2024, isComplete: true, ofDay: null, isPartial: false });
  expect(year?.counted).toMatchObject({
    zone: "UTC",
    days: [
      { day: "2026-07-29", achievements: 1 },
      { day: "2026-07-30", achievements: 2 },
    ],
    figures: {
      achievements: 3,
      daysPlayed: 2,
      longestStreak: { days: 2, from: "2026-07-29", to: "2026-07-30" },
      busiestDay: { day: "2026-07-30", achievements: 2 },
      mostWonGame: { gameId: 1, achievements: 3 },
    },
  });
  const inBerlin = await of(player, { zone: "Europe/Berlin" });
  expect(inBerlin?.counted?.days.map(({ day }) => day)).toEqual([
    "2026-01-01",
    "2026-07-29",
    "2026-07-30",
  ]);
});

test("a day has its unlocks with their names, oldest first", async () => {
  const player = await look();
  const idsOf = async (asked: Partial<AskedYear>) =>
    (await of(player, asked))?.ofDay?.unlocks.map(({ achievementId }) => achievementId);
  expect(await idsOf({ day: "2026-07-30" })).toEqual([5, 6]);
  expect(await idsOf({ day: "2026-07-28" })).toEqual([]);
  // In Berlin the last one of 2025 is of the new year: its name is with the old one.
  const berlin = { zone: "Europe/Berlin", day: "2026-01-01" };
  expect(await idsOf(berlin)).toEqual([3]);
  expect((await of(player, berlin))?.ofDay?.names).toContainEqual(
    expect.objectContaining({ achievementId: 3, title: "Achievement & <3>" }),
  );
});

test("a year without unlocks has no days, of a player who has some", async () => {
  setUnlocks(UNLOCKS.slice(3), { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  const player = await server.look();
  const year = await of(player, { year: 2025, day: "2025-03-01" });
  expect(year).toMatchObject({ since: 2026, isComplete: true, isPartial: false });
  expect(year?.counted).toMatchObject({ days: [], figures: { achievements: 0, busiestDay: null } });
  expect(year?.ofDay?.unlocks).toEqual([]);
});

test("years that are not read yet have no figures", async () => {
  standIn.fail("unavailable", { endpoint: "unlocks", after: 1 });
  const player = await look();
  expect((await of(player))?.counted?.figures.achievements).toBe(3);
  const before = await of(player, { year: 2025, day: "2025-12-31" });
  expect(before).toEqual({
    since: 2026,
    isComplete: false,
    counted: null,
    ofDay: null,
    isPartial: false,
  });
});

test("the first day of a year waits for the year before, if a part of it is there", async () => {
  const unlocks = [
    unlockedAt("2025-12-31T16:00:00Z", 1),
    unlockedAt("2026-01-01T02:00:00Z", 2),
    unlockedAt("2026-01-02T10:00:00Z", 3),
  ];
  const daysIn = async (player: Player, zone: string, year = 2026) =>
    (await of(player, { year, zone }))?.counted?.days.map(({ day, achievements }) => [
      day,
      achievements,
    ]);
  standIn.fail("unavailable", { endpoint: "unlocks", after: 1 });
  const half = await look(unlocks);
  expect(await daysIn(half, "Asia/Tokyo")).toEqual([["2026-01-02", 1]]);
  const ofUtc = [
    ["2026-01-01", 1],
    ["2026-01-02", 1],
  ];
  expect(await daysIn(half, "UTC")).toEqual(ofUtc);
  // In New York that year began later.
  expect(await daysIn(half, "America/New_York")).toEqual([["2026-01-02", 1]]);
  const known = await loadUnlocks(half);
  if (!known) throw new Error("Nothing is known.");
  const ofDays = async (year: number, zone: string) =>
    (await loadDays(half, known, year, zone))?.days.map(({ day }) => day);
  expect(await ofDays(2026, "Asia/Tokyo")).toEqual(["2026-01-02"]);
  expect(await ofDays(2025, "America/New_York")).toEqual([]);
  standIn.fail(null);
  const whole = await look(unlocks);
  expect(await daysIn(whole, "Asia/Tokyo")).toEqual([
    ["2026-01-01", 2],
    ["2026-01-02", 1],
  ]);
  expect(await daysIn(whole, "America/New_York", 2025)).toEqual([["2025-12-31", 2]]);
});

test("nothing is shown while the years that are read have no unlock", async () => {
  standIn.fail("unavailable", { endpoint: "unlocks", after: 1 });
  const player = await look(UNLOCKS.slice(0, 1));
  expect(await of(player)).toBeNull();
  expect(firstUnlockYear(await loadUnlocks(player))).toBeNull();
});

test("the first year is that of the first unlock that is known", async () => {
  expect(firstUnlockYear(await loadUnlocks(await look()))).toBe(2024);
});

test("nothing is shown of a player without unlocks, nor of one who is new here", async () => {
  expect(await of(await look([]))).toBeNull();
  setUnlocks(UNLOCKS, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  expect(await of(await server.ask())).toBeNull();
});

/** This many unlocks of 2026, 72 a day. */
function unlocksOf2026(count: number): WireUnlock[] {
  const start = Date.parse("2026-02-01T00:00:00Z") / 1000;
  return Array.from({ length: count }, (_, at) =>
    aWireUnlock(start + at * 1200, { AchievementID: at + 1 }),
  );
}

test("of more unlocks than a page reads, the days are those of UTC, and a day still has its list", async () => {
  const player = await look(unlocksOf2026(8001));
  const year = await of(player, { zone: "Asia/Tokyo", day: "2026-02-03" });
  expect(year?.isPartial).toBe(false);
  expect(year?.counted).toMatchObject({
    zone: "UTC",
    figures: { achievements: 8001, mostWonGame: null },
  });
  expect(year?.counted?.days[0]).toMatchObject({ day: "2026-02-01", achievements: 72 });
  expect(year?.ofDay?.unlocks).toHaveLength(72);
});

test("as many unlocks as a page reads are counted in the zone", async () => {
  const year = await of(await look(unlocksOf2026(8000)), { zone: "Asia/Tokyo" });
  expect(year?.counted).toMatchObject({
    zone: "Asia/Tokyo",
    figures: { achievements: 8000, mostWonGame: { achievements: 8000 } },
  });
  expect(year?.counted?.days[0]).toMatchObject({ day: "2026-02-01", achievements: 45 });
});

test("while the store does not answer, the figures are those of the sums", async () => {
  const player = await look();
  const real = shared.store.getMany;
  const server = aServer({
    store: {
      ...shared.store,
      getMany: (keys) =>
        keys.some((key) => key.endsWith(":2026")) ? Promise.reject(new Error("lost")) : real(keys),
    },
  });
  site.unlocks = server;
  const year = await of(player, { zone: "Asia/Tokyo", day: "2026-07-30" });
  expect(year).toMatchObject({
    isPartial: true,
    ofDay: null,
    counted: { zone: "UTC", figures: { achievements: 3, mostWonGame: null } },
  });
});
