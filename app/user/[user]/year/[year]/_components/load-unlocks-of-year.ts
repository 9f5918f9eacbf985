import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import { localDays } from "@/lib/domain/zone-days";
import { readPageZone } from "@/lib/http/page-zone";
import { unlockResults } from "@/lib/http/unlocks-json";
import { loadYear } from "@/lib/players/unlocks/load-year";
import type { UnlocksOfYear } from "./unlock-chapters";

/**
 * Loads what the page of a year shows of unlocks. Never throws.
 *
 * @param asked `day` and `tz`, of any value: a day of another year is unknown, and an unknown time zone is UTC
 */
export async function loadUnlocksOfYear(
  player: Player,
  year: number,
  asked: URLSearchParams,
): Promise<{ unlocks: UnlocksOfYear; isPartial: boolean }> {
  const { zone, isUnknown } = readPageZone(asked);
  const dayAsked = asked.get("day") ?? "";
  const day = dayOfYear(dayAsked, year);
  const loaded = await loadYear(player, { year, zone, day });
  const ofDay = loaded?.ofDay ?? null;
  const today = utcDayOf(localDays(zone)(player.checkedAt / 1000) * DAY_MS);
  return {
    unlocks: {
      loaded,
      day,
      isDayUnknown: day === null && dayAsked !== "",
      rows: ofDay && unlockResults(player, ofDay.unlocks.toReversed(), ofDay.names),
      ...{ zone, isUnknown },
      today,
    },
    isPartial: loaded?.isPartial ?? false,
  };
}

/** A day if it exists and is of a year; null for any other text. */
function dayOfYear(text: string, year: number): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number(text.slice(0, 4)) !== year) return null;
  const day = new Date(text);
  return Number.isNaN(day.getTime()) || utcDayOf(day.getTime()) !== text ? null : text;
}
