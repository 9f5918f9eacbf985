import { type AwardMonth, awardsIn } from "./months";

/** Months on end with an award in each. */
export interface Streak {
  months: number;
  /** The first of them, `2024-03`. */
  from: string;
  /** The last of them. */
  to: string;
}

/**
 * The longest run of months with an award, the later one of two that are equally long; null if there
 * is no award. Takes what `awardMonths` gives: oldest first, without gaps.
 */
export function longestStreak(months: AwardMonth[]): Streak | null {
  let longest: Streak | null = null;
  let run: AwardMonth[] = [];
  for (const month of months) {
    run = awardsIn(month) === 0 ? [] : [...run, month];
    const from = run[0];
    if (from && run.length >= (longest?.months ?? 1)) {
      longest = { months: run.length, from: from.month, to: month.month };
    }
  }
  return longest;
}
