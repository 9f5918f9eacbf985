import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TIME_ZONES } from "@/lib/domain/time-zones";
import { activeDays } from "./active-days";
import { packDaySums, sumDays, unpackDaySums, withYear } from "./day-sums";
import { daysInZone } from "./days-in-zone";
import { anyUnlocks, playedUnlocks } from "./test-unlocks";
import type { Unlock } from "./unlock";
import { yearSums } from "./year-sums";

const zones = fc.constantFrom(...TIME_ZONES);

/** The local day by `Intl` alone. */
function dayByIntl(timeZone: string, { at }: Unlock): string {
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(at * 1000);
}

/** The sums of a day again, one figure after the other. */
function sumsOf(unlocks: Unlock[], timeZone: string, day: string) {
  const own = unlocks.filter((unlock) => dayByIntl(timeZone, unlock) === day);
  const hardcore = own.filter(({ isHardcore }) => isHardcore);
  const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    achievements: own.length,
    hardcore: hardcore.length,
    points: add(own.map(({ points }) => points)),
    retroPoints: add(hardcore.map(({ retroPoints }) => retroPoints)),
    games: new Set(own.map(({ gameId }) => gameId)).size,
  };
}
const daysOf = (unlocks: Unlock[], timeZone: string) =>
  [...new Set(unlocks.map((unlock) => dayByIntl(timeZone, unlock)))].sort();

test("each UTC day has its sums, and packing keeps them", () => {
  fc.assert(
    fc.property(anyUnlocks, (unlocks) => {
      const sums = sumDays(unlocks);
      const expected = daysOf(unlocks, "UTC").map((day) => ({
        day: Date.parse(day) / 86_400_000,
        ...sumsOf(unlocks, "UTC", day),
      }));
      expect(sums.map(({ firstQuarter: _, lastQuarter: __, ...sum }) => sum)).toEqual(expected);
      expect(unpackDaySums(packDaySums(sums))).toEqual(sums);
    }),
  );
});

test("each day of a zone has its sums, over a leap day", () => {
  fc.assert(
    fc.property(anyUnlocks, zones, (unlocks, zone) => {
      const expected = daysOf(unlocks, zone).map((day) => ({
        day,
        ...sumsOf(unlocks, zone, day),
      }));
      expect(daysInZone(unlocks, 2024, zone)).toEqual(expected);
    }),
  );
});

test("the days with an unlock follow from the sums, in any zone", () => {
  fc.assert(
    fc.property(anyUnlocks, zones, (unlocks, zone) => {
      const days = activeDays(sumDays(unlocks), zone);
      expect(days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(
        daysOf(unlocks, zone),
      );
    }),
  );
});

test("a year of a zone begins and ends at its own midnight", () => {
  const at = (moment: string, achievementId: number): Unlock => ({
    achievementId,
    gameId: 1,
    points: 5,
    retroPoints: 7,
    isHardcore: true,
    at: Date.parse(moment) / 1000,
  });
  const unlocks = [
    at("2023-12-31T14:59:59Z", 1),
    at("2023-12-31T15:00:00Z", 2),
    at("2024-12-31T14:59:59Z", 3),
    at("2024-12-31T15:00:00Z", 4),
  ];
  expect(daysInZone(unlocks, 2024, "Asia/Tokyo").map(({ day }) => day)).toEqual([
    "2024-01-01",
    "2024-12-31",
  ]);
  expect(yearSums(unlocks, 2024, "Asia/Tokyo").achievements).toBe(2);
});

test("a year that is read again replaces its days alone", () => {
  const all = playedUnlocks(3000, 300, 4);
  const yearOf = ({ at }: Unlock) => new Date(at * 1000).getUTCFullYear();
  const changed = all.filter((unlock) => yearOf(unlock) !== 2017 || unlock.achievementId % 2 === 0);
  const again = changed.filter((unlock) => yearOf(unlock) === 2017);
  expect(withYear(sumDays(all), 2017, again)).toEqual(sumDays(changed));
  expect(withYear(sumDays(all), 2030, [])).toEqual(sumDays(all));
});

test("bytes that end early are refused", () => {
  const bytes = packDaySums(sumDays(playedUnlocks(50, 10, 1)));
  expect(() => unpackDaySums(bytes.subarray(0, -1))).toThrow(RangeError);
  expect(() => unpackDaySums(Uint8Array.of(0xff, 0xff, 0xff, 0x7f))).toThrow(RangeError);
});

test("ten years with 2,500 days take at most 30 kB in base64", () => {
  const sums = sumDays(playedUnlocks(40_000, 2500, 10));
  expect(sums.length).toBeGreaterThan(2400);
  const bytes = brotliCompressSync(packDaySums(sums));
  expect((bytes.length * 4) / 3).toBeLessThan(30_000);
});
