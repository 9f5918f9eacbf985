import { beforeEach, expect, test, vi } from "vitest";
import { aServer, setUnlocks, shareOneStore } from "@/e2e/support/unit-unlocks";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import type { Player } from "@/lib/domain/player";
import type { Unlocks } from "@/lib/players/unlocks/unlocks";
import { readDays, readStreaks, readUnlocks } from "./player-unlocks";
import { clampPage, daysJson, streaksJson, unlocksJson } from "./unlocks-json";

const site = vi.hoisted(() => ({ unlocks: null as Unlocks | null }));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: "a key" }) }));
vi.mock("@/lib/players/load-player", () => ({ sharedUnlocks: () => site.unlocks }));

shareOneStore();
beforeEach(() => {
  site.unlocks = null;
});

const unlockedAt = (moment: string, AchievementID: number, more = {}) =>
  aWireUnlock(Date.parse(moment) / 1000, { AchievementID, ...more });
/** Around two new years of Berlin, which is an hour ahead; it is noon of 2026-08-01. */
const UNLOCKS = [
  unlockedAt("2024-12-31T22:59:59Z", 1),
  unlockedAt("2024-12-31T23:00:00Z", 2),
  unlockedAt("2025-07-01T21:59:59Z", 3),
  unlockedAt("2025-07-01T22:00:00Z", 4, { HardcoreMode: 0 }),
  unlockedAt("2025-12-31T22:59:59Z", 5),
  unlockedAt("2025-12-31T23:00:00Z", 6),
  unlockedAt("2026-07-30T22:00:00Z", 7),
];

async function filled(): Promise<Player> {
  setUnlocks(UNLOCKS, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  return server.look();
}

/** @throws if the data cannot be read */
async function dataOf<Value>(data: Promise<{ value: Value } | Response>): Promise<Value> {
  const found = await data;
  if (found instanceof Response) throw new Error(String(found.status));
  return found.value;
}
const daysOf = async (player: Player, year: number, zone: string) =>
  daysJson(await dataOf(readDays(player, { year, zone })), year);
const streaksOf = async (player: Player, zone: string) =>
  streaksJson(await dataOf(readStreaks(player, { zone })), zone);
const ofDayIn = async (player: Player, day: string, zone: string) => {
  const query = { year: Number(day.slice(0, 4)), ofDay: { day, zone }, page: 1 };
  return unlocksJson(player, await dataOf(readUnlocks(player, query)), query);
};
const unlocksOf = async (player: Player, year: number, page = 1) => {
  const query = { year, page };
  const read = await dataOf(readUnlocks(player, query));
  return unlocksJson(player, read, clampPage(query, read));
};

test("a year in a time zone has the days of that zone, from all UTC years that it lies in", async () => {
  const player = await filled();
  const berlin = await daysOf(player, 2025, "Europe/Berlin");
  expect(berlin).toMatchObject({
    ...{ year: 2025, timeZone: "Europe/Berlin", since: 2024, isComplete: true },
    days: [
      { day: "2025-01-01", achievements: 1 },
      { day: "2025-07-01", achievements: 1, hardcore: 1 },
      { day: "2025-07-02", achievements: 1, hardcore: 0, retroPoints: 0 },
      { day: "2025-12-31", achievements: 1 },
    ],
  });
  const daysIn = async (year: number, zone: string) =>
    (await daysOf(player, year, zone)).days.map(({ day, achievements }) => [day, achievements]);
  expect(await daysIn(2025, "UTC")).toEqual([
    ["2025-07-01", 2],
    ["2025-12-31", 2],
  ]);
  expect(await daysIn(2026, "Europe/Berlin")).toEqual([
    ["2026-01-01", 1],
    ["2026-07-31", 1],
  ]);
  expect(await daysIn(2024, "America/New_York")).toEqual([["2024-12-31", 2]]);
  expect(await daysIn(2025, "Pacific/Kiritimati")).toEqual([
    ["2025-01-01", 2],
    ["2025-07-02", 2],
  ]);
  expect(await daysIn(2019, "Europe/Berlin")).toEqual([]);
});

test("a year that is far from the known ones costs no offsets of the time zone", async () => {
  const player = await filled();
  const made = vi.spyOn(Intl, "DateTimeFormat");
  for (const year of [1000, 2015, 9999]) {
    expect((await daysOf(player, year, "Pacific/Marquesas")).days).toEqual([]);
  }
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});

test("a streak of yesterday is the current one where it is the day after, and over elsewhere", async () => {
  const player = await filled();
  expect(await streaksOf(player, "Europe/Berlin")).toEqual({
    ...{ timeZone: "Europe/Berlin", today: "2026-08-01", since: 2024, isComplete: true },
    current: { days: 1, from: "2026-07-31", to: "2026-07-31" },
    longest: { days: 2, from: "2025-12-31", to: "2026-01-01" },
    daysPlayed: 7,
  });
  expect(await streaksOf(player, "UTC")).toMatchObject({
    current: null,
    longest: { days: 1, from: "2026-07-30" },
    daysPlayed: 4,
  });
});

test("what is cached of streaks ends with the day in the zone", async () => {
  const player = await filled();
  const versionIn = async (zone: string) => {
    const found = await readStreaks(player, { zone });
    return found instanceof Response ? found.status : found.version;
  };
  const [before, berlinBefore] = [await versionIn("UTC"), await versionIn("Europe/Berlin")];
  vi.setSystemTime(Date.parse("2026-08-01T23:00:00Z"));
  expect(await versionIn("UTC")).toBe(before);
  expect(await versionIn("Europe/Berlin")).not.toBe(berlinBefore);
});

test("unlocks of a UTC year are listed newest first with titles and badges, and on pages of 500", async () => {
  const player = await filled();
  expect((await unlocksOf(player, 2025)).results.map(({ achievementId }) => achievementId)).toEqual(
    [6, 5, 4, 3],
  );
  expect(await unlocksOf(player, 2026, 9)).toMatchObject({
    ...{ year: 2026, since: 2024, isComplete: true, page: 1, pages: 1, total: 1 },
    results: [
      {
        achievementId: 7,
        title: expect.stringContaining("<7>"),
        badge: expect.stringMatching(/^\/Badge\/\d+\.png$/),
        isHardcore: true,
        date: "2026-07-30T22:00:00.000Z",
      },
    ],
  });
  const many = Array.from({ length: 1001 }, (_, at) => ({
    ...{ achievementId: at, gameId: 999_999, points: 5, retroPoints: 9, isHardcore: true, at },
  }));
  const read = { since: 1970, isComplete: true, unlocks: many, names: [] };
  const ids = (page: number) => {
    const {
      results,
      pages,
      page: shown,
    } = unlocksJson(player, read, clampPage({ year: 1970, page }, read));
    return [shown, pages, results[0]?.achievementId, results.at(-1)?.achievementId, results.length];
  };
  expect(ids(1)).toEqual([1, 3, 1000, 501, 500]);
  expect(ids(2)).toEqual([2, 3, 500, 1, 500]);
  expect(ids(7)).toEqual([3, 3, 0, 0, 1]);
  expect(unlocksJson(player, read, { year: 1970, page: 1 }).results[0]).toMatchObject({
    ...{ title: null, badge: null, gameTitle: null },
  });
});

test("a day has its unlocks by the clocks of the time zone, newest first and with their titles", async () => {
  const player = await filled();
  const idsIn = async (day: string, zone: string) =>
    (await ofDayIn(player, day, zone)).results.map(({ achievementId }) => achievementId);
  expect(await idsIn("2024-12-31", "UTC")).toEqual([2, 1]);
  expect(await idsIn("2024-12-31", "Europe/Berlin")).toEqual([1]);
  expect(await idsIn("2025-01-01", "Europe/Berlin")).toEqual([2]);
  expect(await idsIn("2025-12-31", "UTC")).toEqual([6, 5]);
  expect(await idsIn("2026-01-01", "Europe/Berlin")).toEqual([6]);
  expect(await idsIn("2026-01-01", "Pacific/Kiritimati")).toEqual([6, 5]);
  expect(await idsIn("2025-12-31", "America/New_York")).toEqual([6, 5]);
  expect(await idsIn("2025-07-03", "Europe/Berlin")).toEqual([]);
  expect(await idsIn("1984-01-01", "UTC")).toEqual([]);
  expect(await ofDayIn(player, "2026-07-31", "Europe/Berlin")).toMatchObject({
    ...{ year: 2026, day: "2026-07-31", timeZone: "Europe/Berlin", since: 2024, total: 1 },
    results: [{ achievementId: 7, title: expect.stringContaining("<7>") }],
  });
  expect(await unlocksOf(player, 2026)).not.toHaveProperty("day");
});

test("of a player who is new here nothing is known, which the answer says", async () => {
  setUnlocks(UNLOCKS, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  const player = await server.ask();
  const nothing = { since: null, isComplete: false };
  expect(await unlocksOf(player, 2025)).toMatchObject({ ...nothing, total: 0, results: [] });
  expect(await daysOf(player, 2025, "UTC")).toMatchObject({ ...nothing, days: [] });
  expect(await streaksOf(player, "UTC")).toMatchObject({
    ...nothing,
    current: null,
    longest: null,
  });
});

test("a year of which only sums are kept has the days of UTC, and says so", async () => {
  const player = await filled();
  const { unlocks } = site;
  if (!unlocks) throw new Error("There is no server.");
  site.unlocks = {
    ...unlocks,
    load: async (ulid) => {
      const head = await unlocks.load(ulid);
      const years = head?.years.map((each) => ({ ...each, isListed: each.year > 2025 })) ?? [];
      return head && { ...head, years };
    },
  };
  expect(await daysOf(player, 2025, "Europe/Berlin")).toMatchObject({
    timeZone: "UTC",
    days: [
      { day: "2025-07-01", achievements: 2 },
      { day: "2025-12-31", achievements: 2 },
    ],
  });
  expect((await daysOf(player, 2026, "Europe/Berlin")).timeZone).toBe("Europe/Berlin");
});

test("while the store does not answer it is a 503 that asks to retry in ten seconds", async () => {
  const player = await filled();
  const { unlocks } = site;
  if (!unlocks) throw new Error("There is no server.");
  const down = () => Promise.reject(new Error("down"));
  const ask = () => [
    readUnlocks(player, { year: 2025, page: 1 }),
    readUnlocks(player, { year: 2025, ofDay: { day: "2025-07-01", zone: "UTC" }, page: 1 }),
    readDays(player, { year: 2025, zone: "UTC" }),
  ];
  site.unlocks = { ...unlocks, loadYear: down };
  const answers: unknown[] = await Promise.all(ask());
  site.unlocks = { ...unlocks, load: down };
  answers.push(...(await Promise.all([...ask(), readStreaks(player, { zone: "UTC" })])));
  for (const answer of answers) {
    if (!(answer instanceof Response)) throw new Error("The store answered.");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("10");
    expect(await answer.json()).toMatchObject({ code: "unlocks-unavailable" });
  }
});
