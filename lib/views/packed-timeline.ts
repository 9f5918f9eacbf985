import { type AwardMonth, monthAfter } from "@/lib/progress/months";
import type { UnlockMonth } from "@/lib/unlocks/month-sums";
import { packMonths, unpackMonths } from "./packed-figures";

/** Packs months that follow each other for the browser: React takes one text there faster than many values. */
export function packTimeline(months: readonly AwardMonth[]): string {
  return JSON.stringify([months[0]?.month ?? "", packMonths(months)]);
}

/** The months that {@link packTimeline} packed. */
export function unpackTimeline(packed: string): AwardMonth[] {
  const [first, columns]: [string, number[][]] = JSON.parse(packed);
  return unpackMonths(first, columns);
}

/** Packs months of unlocks that follow each other, as {@link packTimeline} does those of awards. */
export function packUnlockMonths(months: readonly UnlockMonth[]): string {
  return JSON.stringify([
    months[0]?.month ?? "",
    months.map(({ points }) => points),
    months.map(({ achievements }) => achievements),
  ]);
}

/** The months that {@link packUnlockMonths} packed. */
export function unpackUnlockMonths(packed: string): UnlockMonth[] {
  const [first, points, achievements]: [string, number[], number[]] = JSON.parse(packed);
  return points.map((count, at) => ({
    month: monthAfter(first, at),
    points: count,
    achievements: achievements[at] ?? 0,
  }));
}
