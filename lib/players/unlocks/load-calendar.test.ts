import { beforeEach, expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aServer, setUnlocks, shareOneStore } from "@/e2e/support/unit-unlocks";
import type { WireUnlock } from "@/e2e/support/wire-player";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import { dayAfter } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { type ActiveDays, daysOfLastYear } from "@/lib/progress/active-days";
import { loadCalendar } from "./load-calendar";
import { loadUnlocks } from "./load-unlocks";
import type { Unlocks } from "./unlocks";

const site = vi.hoisted(() => ({ unlocks: null as Unlocks | null }));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: "a key" }) }));
vi.mock("@/lib/players/load-player", () => ({ sharedUnlocks: () => site.unlocks }));

shareOneStore();
beforeEach(() => {
  site.unlocks = null;
  standIn.fail(null);
});

/** Some a day, from the end of 2024 to 2026-07-31; it is noon of 2026-08-01. */
function unlocksSince(start: string, everySeconds = 37_800, count = 2000): WireUnlock[] {
  const first = Date.parse(start) / 1000;
  const last = Date.parse("2026-07-31T20:00:00Z") / 1000;
  const most = Math.min(count, Math.floor((last - first) / everySeconds) + 1);
  return Array.from({ length: most }, (_, at) =>
    aWireUnlock(first + at * everySeconds, { AchievementID: at + 1 }),
  );
}

async function look(unlocks: readonly WireUnlock[]): Promise<Player> {
  setUnlocks(unlocks, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  return server.look();
}

const utcDaysOf = (player: Player) => daysOfLastYear(player.games, player.checkedAt);
const calendarOf = async (player: Player, zone: string, days = utcDaysOf(player)) =>
  loadCalendar(player, await loadUnlocks(player), days, zone);

/** The unlocks of each day of a zone, by `Intl` alone. */
function countByIntl(
  unlocks: readonly WireUnlock[],
  timeZone: string,
  { firstDay, counts }: ActiveDays,
) {
  const byIntl = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const won = new Map<string, number>();
  for (const { Date: at } of unlocks) {
    const day = byIntl.format(Date.parse(`${at.replace(" ", "T")}Z`));
    won.set(day, (won.get(day) ?? 0) + 1);
  }
  return counts.map((_, at) => won.get(dayAfter(firstDay, at)) ?? 0);
}

test.each(["UTC", "Europe/Berlin", "Asia/Kolkata", "Pacific/Kiritimati", "America/Los_Angeles"])(
  "each of the last twelve months' days in %s has its unlocks",
  async (zone) => {
    const unlocks = unlocksSince("2024-12-30T05:00:00Z");
    const { days, ...calendar } = await calendarOf(await look(unlocks), zone);
    const isTomorrow = zone === "Pacific/Kiritimati";
    const firstDay = isTomorrow ? "2025-08-03" : "2025-08-02";
    expect(calendar).toEqual({ zone, from: firstDay, isTooMany: false });
    expect(days).toMatchObject({ firstDay, counts: Array(365).fill(0) });
    expect(days.achievements).toEqual(countByIntl(unlocks, zone, days));
  },
);

test("days of UTC need the sums alone", async () => {
  const unlocks = unlocksSince("2025-12-30T05:00:00Z");
  const player = await look(unlocks);
  if (!site.unlocks) throw new Error("There is no server.");
  site.unlocks = { ...site.unlocks, loadYear: () => Promise.reject(new Error("asked")) };
  const { days } = await calendarOf(player, "UTC");
  expect(days.achievements).toEqual(countByIntl(unlocks, "UTC", days));
  // Days of a zone do: while the store does not answer, they are those of UTC.
  expect(await calendarOf(player, "Asia/Tokyo")).toMatchObject({
    zone: "UTC",
    isTooMany: false,
    days,
  });
});

test("before the first year that is known, the days have what they had", async () => {
  standIn.fail("unavailable", { endpoint: "unlocks", after: 2 });
  const player = await look(unlocksSince("2024-12-30T05:00:00Z"));
  expect(await loadUnlocks(player)).toMatchObject({ isComplete: false, since: 2026 });
  const before: ActiveDays = { firstDay: "2025-08-02", counts: Array(365).fill(3) };
  const { days, from } = await calendarOf(player, "UTC", before);
  const index = (Date.parse("2026-01-01") - Date.parse("2025-08-02")) / 86_400_000;
  expect(from).toBe("2026-01-01");
  expect(days.counts).toEqual([...Array(index).fill(3), ...Array(365 - index).fill(0)]);
  expect(days.achievements?.slice(index - 1, index + 1)).toEqual([null, expect.any(Number)]);
  // In Tokyo some of its first day are in the year before.
  expect((await calendarOf(player, "Asia/Tokyo", before)).from).toBe("2026-01-02");
});

test("as many unlocks as a page reads are counted in the zone", async () => {
  const player = await look(unlocksSince("2026-01-02T00:00:00Z", 2000, 8000));
  const inTokyo = { zone: "Asia/Tokyo", isTooMany: false };
  expect(await calendarOf(player, "Asia/Tokyo")).toMatchObject(inTokyo);
});

test("of more unlocks than that, the days are those of UTC", async () => {
  const more = unlocksSince("2026-01-02T00:00:00Z", 2000, 8001);
  const player = await look(more);
  const { days, ...rest } = await calendarOf(player, "Asia/Tokyo");
  expect(rest).toMatchObject({ zone: "UTC", isTooMany: true });
  expect(days.achievements).toEqual(countByIntl(more, "UTC", days));
  expect(await calendarOf(player, "UTC")).toMatchObject({ zone: "UTC", isTooMany: false });
});

test("without unlocks the days stay as they are", async () => {
  const player = await look([]);
  const days = utcDaysOf(player);
  const none = { days, zone: "UTC", from: null, isTooMany: false };
  expect(await calendarOf(player, "Asia/Tokyo")).toEqual(none);
  expect(await loadCalendar(player, null, days, "Asia/Tokyo")).toEqual(none);
});
