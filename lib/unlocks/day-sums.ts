import { createByteReader, createByteWriter } from "@/lib/domain/bytes";
import { DAY_SECONDS, dayIndex } from "@/lib/domain/days";
import type { Unlock } from "./unlock";

/** The length of a quarter-hour, in seconds: offsets of time zones are multiples of it. */
export const QUARTER_SECONDS = 900;

/** Sums of some unlocks. */
export interface UnlockSums {
  achievements: number;
  /** Those in hardcore mode. */
  hardcore: number;
  /** Of both modes: each achievement once. */
  points: number;
  /** Of hardcore mode alone, as RA counts them. */
  retroPoints: number;
  /** Different games. */
  games: number;
}

/** What was unlocked on one day of the UTC calendar. */
export interface DaySum extends UnlockSums {
  /** Days since 1970. */
  day: number;
  /**
   * Its first and last quarter-hour with an unlock, from 0 to 95. A midnight of any time zone divides the day once, so that
   * they tell the zone's days with unlocks.
   */
  firstQuarter: number;
  lastQuarter: number;
}

/** All days with an unlock, oldest first. */
export type DaySums = readonly DaySum[];

/** The sums of some unlocks, in any order. */
export function sumUnlocks(unlocks: Iterable<Unlock>): UnlockSums {
  const sums = { achievements: 0, hardcore: 0, points: 0, retroPoints: 0 };
  const games = new Set<number>();
  for (const { points, retroPoints, isHardcore, gameId } of unlocks) {
    sums.achievements++;
    sums.points += points;
    games.add(gameId);
    if (!isHardcore) continue;
    sums.hardcore++;
    sums.retroPoints += retroPoints;
  }
  return { ...sums, games: games.size };
}

/** The unlocks of each day, by its number; days in the order of their first unlock in the list. */
export function groupByDay(
  unlocks: readonly Unlock[],
  dayOf: (epochSeconds: number) => number,
): Map<number, Unlock[]> {
  const byDay = new Map<number, Unlock[]>();
  for (const unlock of unlocks) {
    const day = dayOf(unlock.at);
    const before = byDay.get(day);
    if (before) before.push(unlock);
    else byDay.set(day, [unlock]);
  }
  return byDay;
}

/** The sums of unlocks by UTC day. Takes each achievement once, in any order. */
export function sumDays(unlocks: readonly Unlock[]): DaySums {
  return [...groupByDay(unlocks, dayIndex)]
    .sort(([a], [b]) => a - b)
    .map(([day, all]) => ({ day, ...sumUnlocks(all), ...quartersOf(all) }));
}

function quartersOf(unlocks: readonly Unlock[]): Pick<DaySum, "firstQuarter" | "lastQuarter"> {
  let [firstQuarter, lastQuarter] = [Number.POSITIVE_INFINITY, 0];
  for (const { at } of unlocks) {
    const quarter = Math.floor((at % DAY_SECONDS) / QUARTER_SECONDS);
    firstQuarter = Math.min(firstQuarter, quarter);
    lastQuarter = Math.max(lastQuarter, quarter);
  }
  return { firstQuarter, lastQuarter };
}

/** Sums in which a UTC year has these unlocks and no others. */
export function withYear(sums: DaySums, year: number, unlocks: readonly Unlock[]): DaySums {
  const [first, next] = [
    dayIndex(Date.UTC(year, 0) / 1000),
    dayIndex(Date.UTC(year + 1, 0) / 1000),
  ];
  return [
    ...sums.filter(({ day }) => day < first),
    ...sumDays(unlocks),
    ...sums.filter(({ day }) => day >= next),
  ];
}

/** Encodes sums in columns: some eight bytes a day when compressed. The bytes name no version: the stored value does. */
export function packDaySums(sums: DaySums): Uint8Array {
  const writer = createByteWriter();
  writer.number(sums.length);
  let last = 0;
  for (const { day } of sums) {
    writer.number(day - last);
    last = day;
  }
  for (const { achievements } of sums) writer.number(achievements);
  for (const { achievements, hardcore } of sums) writer.number(achievements - hardcore);
  for (const { games } of sums) writer.number(games);
  for (const { points } of sums) writer.number(points);
  for (const { points, retroPoints } of sums) writer.signed(retroPoints - points);
  for (const { firstQuarter } of sums) writer.number(firstQuarter);
  for (const { firstQuarter, lastQuarter } of sums) writer.number(lastQuarter - firstQuarter);
  return writer.bytes();
}

/** The sums that {@link packDaySums} encoded. @throws RangeError if bytes are missing */
export function unpackDaySums(bytes: Uint8Array): DaySums {
  const reader = createByteReader(bytes);
  const length = reader.number();
  const column = (next: (at: number) => number) => {
    const values: number[] = [];
    while (values.length < length) values.push(next(values.length));
    return values;
  };
  let last = 0;
  const days = column(() => {
    last += reader.number();
    return last;
  });
  const achievements = column(() => reader.number());
  const hardcore = column((at) => (achievements[at] ?? 0) - reader.number());
  const games = column(() => reader.number());
  const points = column(() => reader.number());
  const retroPoints = column((at) => (points[at] ?? 0) + reader.signed());
  const firstQuarter = column(() => reader.number());
  return days.map((day, at) => ({
    day,
    achievements: achievements[at] ?? 0,
    hardcore: hardcore[at] ?? 0,
    points: points[at] ?? 0,
    retroPoints: retroPoints[at] ?? 0,
    games: games[at] ?? 0,
    firstQuarter: firstQuarter[at] ?? 0,
    lastQuarter: (firstQuarter[at] ?? 0) + reader.number(),
  }));
}
