import type { DayRecord } from "./day-record";
import { type PointsGained, pointsGained } from "./points-gained";
import { type EventfulDay, eventfulDay } from "./recent-activity";
import { addSums, NO_SUMS, type Sums, sumsOf } from "./sums";

/** A month of a history. */
export interface HistoryMonth {
  /** Of the UTC calendar: `2026-11`. */
  month: string;
  sums: Sums;
  points: PointsGained;
  /** How many days have something in them. */
  eventful: number;
  /** These days, the newest first; null: they are not told here. */
  days: EventfulDay[] | null;
}

interface HistoryMonthsOptions {
  /** The one month whose days are told; null: the newest, as many as there is room for. */
  chosen: string | null;
  /** So many days are told, if no month alone has more. */
  most: number;
}

/** The months of some days, the newest first, with their sums; the oldest day comes first in `records`. */
export function historyMonths(
  records: readonly DayRecord[],
  { chosen, most }: HistoryMonthsOptions,
): HistoryMonth[] {
  let told = 0;
  return byMonth(records).map(([month, ofMonth]) => {
    const days = ofMonth.flatMap((record) => eventfulDay(record) ?? []).reverse();
    const isTold = chosen === null ? told === 0 || told + days.length <= most : month === chosen;
    // Once one is left out, no older one is told either.
    told = isTold ? told + days.length : most;
    return {
      month,
      sums: days.map((day) => sumsOf(day.events)).reduce(addSums, NO_SUMS),
      points: ofMonth.map(pointsGained).reduce(addPoints, { hardcore: 0, casual: 0, retro: 0 }),
      eventful: days.length,
      days: isTold ? days : null,
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

function addPoints(one: PointsGained, other: PointsGained): PointsGained {
  return {
    hardcore: one.hardcore + other.hardcore,
    casual: one.casual + other.casual,
    retro: one.retro + other.retro,
  };
}
