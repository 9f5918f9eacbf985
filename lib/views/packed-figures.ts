import type { Counts } from "@/lib/progress/counts";
import { type AwardMix, type AwardMonth, monthAfter } from "@/lib/progress/months";

/** The award counts of a month, in the order of their columns. */
const AWARDS = Object.keys({
  mastered: true,
  completed: true,
  beaten: true,
  beatenCasual: true,
} satisfies Record<keyof AwardMix, true>) as (keyof AwardMix)[];
/** The counts of a system, in the order of their numbers. */
const COUNTS = Object.keys({
  played: true,
  unfinished: true,
  mastered: true,
  completed: true,
  beaten: true,
  beatenCasual: true,
} satisfies Record<keyof Counts, true>) as (keyof Counts)[];

/** Columns of numbers, without a key a month: months follow each other, so the first one's name is enough. */
export function packMonths(months: readonly AwardMonth[]): number[][] {
  return AWARDS.map((kind) => months.map((month) => month[kind]));
}

/**
 * The months that {@link packMonths} packed.
 *
 * @param first the name of the first of them; whatever if there is none
 */
export function unpackMonths(first: string, columns: readonly number[][]): AwardMonth[] {
  const [mastered = [], completed = [], beaten = [], beatenCasual = []] = columns;
  return mastered.map((count, at) => ({
    month: monthAfter(first, at),
    mastered: count,
    completed: completed[at] ?? 0,
    beaten: beaten[at] ?? 0,
    beatenCasual: beatenCasual[at] ?? 0,
  }));
}

/** Counts without their keys. */
export function packCounts(counts: Counts): number[] {
  return COUNTS.map((key) => counts[key]);
}

/** The counts that {@link packCounts} packed. */
export function unpackCounts(packed: readonly number[]): Counts {
  const [played = 0, unfinished = 0, mastered = 0, completed = 0, beaten = 0, beatenCasual = 0] =
    packed;
  return { played, unfinished, mastered, completed, beaten, beatenCasual };
}
