import { formatNumber } from "@/lib/format";
import type { DayRecord } from "./day-record";

/** Points gained on a day; negative where progress was reset or a set was revised. */
export interface PointsGained {
  hardcore: number;
  casual: number;
  /** RetroPoints: they also change with the rarity of old unlocks. */
  retro: number;
}

/** The points gained on a day, by kind. */
export function pointsGained({ before, totals }: DayRecord): PointsGained {
  return {
    hardcore: totals.points - before.points,
    casual: totals.casualPoints - before.casualPoints,
    retro: totals.retroPoints - before.retroPoints,
  };
}

/** The points of two periods together. */
export function addPoints(one: PointsGained, other: PointsGained): PointsGained {
  return {
    hardcore: one.hardcore + other.hardcore,
    casual: one.casual + other.casual,
    retro: one.retro + other.retro,
  };
}

/** Points gained or lost, in words, without kinds that are 0: `+25 points`, `−1 casual point`. */
export function pointsInWords({ hardcore, casual }: PointsGained): string[] {
  const words = (points: number, noun: string) => {
    const [sign, count] = [points > 0 ? "+" : "−", Math.abs(points)];
    return points === 0 ? [] : [`${sign}${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`];
  };
  return [...words(hardcore, "point"), ...words(casual, "casual point")];
}
