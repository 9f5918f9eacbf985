import fc from "fast-check";
import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "./game-time";
import { formatPlaytime, formatTimeOfRow, timeOfRow } from "./time-of-row";

const HOUR = 3600;
const DAY = 86_400;
const at = (text: string) => Date.parse(text) / 1000;
const AWARD = at("2026-03-10T12:00:00Z");
const mastered = aGame({ highestAwardKind: "mastered", highestAwardAt: AWARD, maxPossible: 10 });
const time = (changed: Partial<GameTime>): GameTime => ({
  ...UNKNOWN_TIME,
  gameId: mastered.id,
  ...changed,
});
const row = (timeToMaster: number | null, span: number | null) =>
  formatTimeOfRow(
    mastered,
    time({ timeToMaster, firstUnlockAt: span === null ? null : AWARD - span }),
  );

test.each<[played: number | null, span: number | null, text: string | null]>([
  [12 * HOUR + 300, 3 * DAY, "in 12 hours, 5 minutes over 3 days"],
  // A span of up to 36 hours is shown without playtime only.
  [12 * HOUR + 300, 36 * HOUR, "in 12 hours, 5 minutes"],
  [12 * HOUR + 300, 36 * HOUR + 1, "in 12 hours, 5 minutes over 1 day, 12 hours"],
  [null, 90 * 60, "over 1 hour, 30 minutes"],
  [0, 3 * DAY + 2 * HOUR + 59, "over 3 days, 2 hours"],
  // A playtime above 36 hours counts only with a span that is at least twice as long.
  [40 * HOUR, 80 * HOUR - 1, "over 3 days, 7 hours"],
  [40 * HOUR, 80 * HOUR, "in 40 hours over 3 days, 8 hours"],
  [36 * HOUR, 37 * HOUR, "in 36 hours over 1 day, 13 hours"],
  [40 * HOUR, null, "in 40 hours"],
  [1234 * HOUR + 3600 * 0.5, 400 * DAY, "in 1234 hours, 30 minutes over 1 year, 1 month"],
  [3661, null, "in 1 hour, 1 minute"],
  [45, null, "in 45 seconds"],
  [HOUR + 5, null, "in 1 hour, 5 seconds"],
  [null, null, null],
  [null, 0, null],
])("%s s of play, %s s from the first unlock: %s", (played, span, text) => {
  expect(row(played, span)).toBe(text);
});

test.each([
  ["2000-01-31T00:00:00Z", "2000-03-01T00:00:00Z", "over 1 month, 1 day"],
  ["2026-02-20T00:00:00Z", "2026-04-10T00:00:00Z", "over 1 month, 18 days"],
  ["2026-03-20T00:00:00Z", "2026-05-10T00:00:00Z", "over 1 month, 21 days"],
  ["2024-02-20T12:00:00Z", "2024-04-20T06:00:00Z", "over 1 month, 28 days"],
  ["2025-12-31T00:00:00Z", "2026-02-01T00:00:00Z", "over 1 month, 1 day"],
])("a span from %s to %s borrows days from the first month: %s", (first, award, text) => {
  const game = { ...mastered, highestAwardAt: at(award) };
  expect(formatTimeOfRow(game, time({ firstUnlockAt: at(first) }))).toBe(text);
});

test("each award has its own time", () => {
  const times = time({
    timeToMaster: 4 * HOUR,
    timeToComplete: 3 * HOUR,
    timeToBeatHardcore: 2 * HOUR,
    timeToBeat: HOUR,
  });
  const of = (highestAwardKind: typeof mastered.highestAwardKind) =>
    timeOfRow({ ...mastered, highestAwardKind }, times).playtime;
  expect(of("mastered")).toBe("4 hours");
  expect(of("completed")).toBe("3 hours");
  expect(of("beaten-hardcore")).toBe("2 hours");
  expect(of("beaten-softcore")).toBe("1 hour");
  expect(of(null)).toBeNull();
});

test("nothing for events, for retired sets, and where nothing is known", () => {
  const times = time({ timeToMaster: HOUR, firstUnlockAt: AWARD - 3 * DAY });
  expect(formatTimeOfRow({ ...mastered, systemId: 101 }, times)).toBeNull();
  expect(formatTimeOfRow({ ...mastered, maxPossible: 0 }, times)).toBeNull();
  expect(formatTimeOfRow(mastered, null)).toBeNull();
  expect(formatTimeOfRow({ ...mastered, highestAwardAt: null }, times)).toBe("in 1 hour");
});

/** The seconds of a text such as `2 hours, 5 minutes`. */
const secondsIn = (text: string, lengths: Record<string, number>) =>
  text.split(", ").reduce((sum, part) => {
    const [count, unit = ""] = part.split(" ");
    return sum + Number(count) * (lengths[unit.replace(/s$/, "")] ?? Number.NaN);
  }, 0);

test("a playtime in words is the playtime, to less than its smallest part", () => {
  const lengths = { hour: 3600, minute: 60, second: 1 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000_000 }), (seconds) => {
      const missing = seconds - secondsIn(formatPlaytime(seconds), lengths);
      expect(missing).toBeGreaterThanOrEqual(0);
      expect(missing).toBeLessThan(60);
    }),
  );
});

test("a span in words, taken from the award by the calendar, ends at the first unlock", () => {
  const start = fc
    .tuple(
      fc.integer({ min: 2013, max: 2025 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: DAY - 1 }),
    )
    .map(([year, month, day, second]) => Date.UTC(year, month, day) / 1000 + second);
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 12 * 365 * DAY }), (first, span) => {
      const award = first + span;
      const game = { ...mastered, highestAwardAt: award };
      const text = timeOfRow(game, time({ firstUnlockAt: first })).span ?? "";
      const parts = new Map(
        text.split(", ").map((part) => part.split(" ").reverse() as [string, string]),
      );
      const count = (unit: string) => Number(parts.get(unit) ?? parts.get(`${unit}s`) ?? 0);
      const date = new Date(award * 1000);
      date.setUTCMonth(date.getUTCMonth() - 12 * count("year") - count("month"));
      date.setUTCDate(date.getUTCDate() - count("day"));
      const seconds = count("hour") * 3600 + count("minute") * 60 + count("second");
      const missing = date.getTime() / 1000 - first - seconds;
      expect(parts.size).toBeLessThanOrEqual(2);
      expect(missing).toBeGreaterThanOrEqual(0);
      // What two parts leave out is smaller than the second of them, or than what could stand in its place.
      const [unit = ""] = [...parts.keys()].slice(-1);
      const largest = { year: 366, month: 31, day: 1, hour: 1 / 24, minute: 1 / 1440 };
      const length = largest[unit.replace(/s$/, "") as keyof typeof largest] ?? 1 / DAY;
      expect(missing).toBeLessThan(length * DAY);
    }),
  );
});
