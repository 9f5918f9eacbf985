import type { DayRecord } from "./day-record";
import { type MergedDays, mergeDays } from "./merged-days";
import { addPoints, type PointsGained, pointsGained } from "./points-gained";
import { eventfulDay } from "./recent-activity";
import { addSums, NO_SUMS, type Sums, sumsOf } from "./sums";

/** A month of a history. */
export interface HistoryMonth {
  /** Of the UTC calendar: `2026-11`. */
  month: string;
  sums: Sums;
  points: PointsGained;
  /** Days with events. */
  eventful: number;
  /** These days, the newest first and runs of them merged; null if they are left out. */
  days: MergedDays[] | null;
}

interface HistoryMonthsOptions {
  /** The one month whose days are listed; null for the newest that fit. */
  chosen: string | null;
  /** The most entries to list, each a day or a run of days. A single month may have more. */
  most: number;
}

/** The months of some days, the newest first, with their sums; the oldest day comes first in `records`. */
export function historyMonths(
  records: readonly DayRecord[],
  { chosen, most }: HistoryMonthsOptions,
): HistoryMonth[] {
  let listed = 0;
  return byMonth(records).map(([month, ofMonth]) => {
    const days = ofMonth.flatMap((record) => eventfulDay(record) ?? []).reverse();
    const merged = mergeDays(days);
    const isListed =
      chosen === null ? listed === 0 || listed + merged.length <= most : month === chosen;
    // Once a month is left out, so are all older ones.
    listed = isListed ? listed + merged.length : most;
    return {
      month,
      sums: days.map((day) => sumsOf(day.events)).reduce(addSums, NO_SUMS),
      points: ofMonth.map(pointsGained).reduce(addPoints, { hardcore: 0, casual: 0, retro: 0 }),
      eventful: days.length,
      days: isListed ? merged : null,
    };
  });
}

/** The newest month first. */
function byMonth(records: readonly DayRecord[]): [month: string, records: DayRecord[]][] {
  const months = new Map<string, DayRecord[]>();
  for (const record of records.toReversed()) {
    const month = record.day.slice(0, 7);
    const found = months.get(month) ?? [];
    months.set(month, found);
    found.unshift(record);
  }
  return [...months];
}
