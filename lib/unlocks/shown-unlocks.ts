import { DAY_MS } from "@/lib/domain/days";
import { type DaySums, sumDays } from "./day-sums";
import { daysInZone, type YearDays } from "./days-in-zone";
import { streaksInZone, type ZoneStreaks } from "./streaks-in-zone";
import type { Unlock, UnlockName } from "./unlock";

/** What a card shows of a player's unlocks. Zones are canonical names. */
export type WantedUnlocks =
  | { kind: "streaks"; zone: string }
  | { kind: "days"; zone: string; year: number }
  | { kind: "newest"; count: number };

/** An unlock with what is shown of its achievement. */
export interface NamedUnlock extends Unlock {
  /** Null if the names were read at another time than the unlock. */
  name: UnlockName | null;
}

/** That part of a player's unlocks. */
export interface ShownUnlocks {
  /** The first year that is known; null: there is none. */
  since: number | null;
  /** For `streaks`. */
  streaks?: ZoneStreaks;
  /** For `days`. */
  year?: YearDays;
  /** For `newest`: newest first. */
  newest?: readonly NamedUnlock[];
}

/** Unlocks with their names, in the same order. */
export function nameUnlocks(
  unlocks: readonly Unlock[],
  names: readonly UnlockName[],
): NamedUnlock[] {
  const byId = new Map(names.map((name) => [name.achievementId, name]));
  return unlocks.map((unlock) => ({ ...unlock, name: byId.get(unlock.achievementId) ?? null }));
}

/**
 * What is shown of a player whose unlocks are all at hand.
 *
 * @param unlocks oldest first
 * @param now epoch seconds
 */
export function chooseUnlocks(
  wanted: WantedUnlocks,
  { unlocks, names }: { unlocks: readonly Unlock[]; names: readonly UnlockName[] },
  now: number,
): ShownUnlocks {
  const [first] = unlocks;
  const since = first ? new Date(first.at * 1000).getUTCFullYear() : null;
  switch (wanted.kind) {
    case "streaks":
      return { since, streaks: streaksInZone(sumDays(unlocks), wanted.zone, now) };
    case "days": {
      const { zone, year } = wanted;
      return { since, year: { zone, days: daysInZone(unlocks, year, zone) } };
    }
    case "newest":
      return { since, newest: nameUnlocks(unlocks.slice(-wanted.count).reverse(), names) };
  }
}

/**
 * The UTC years of the newest unlocks, newest first: as many as have `count` of them together.
 *
 * @param of what is counted of each day: its unlocks, or its games
 */
export function newestYears(
  sums: DaySums,
  count: number,
  of: "achievements" | "games" = "achievements",
): number[] {
  const years: number[] = [];
  let found = 0;
  for (const sum of sums.toReversed()) {
    const year = new Date(sum.day * DAY_MS).getUTCFullYear();
    if (found >= count && year !== years.at(-1)) break;
    found += sum[of];
    if (year !== years.at(-1)) years.push(year);
  }
  return years;
}
