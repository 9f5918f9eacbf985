import { longestRun } from "./longest-run";
import { type AwardMonth, awardsIn } from "./months";

/** Consecutive months with an award in each. */
export interface Streak {
  months: number;
  /** The first of them, `2024-03`. */
  from: string;
  /** The last of them. */
  to: string;
}

/**
 * The longest run of months with an award, the later of two with the same length; null without an award. Takes what
 * `awardMonths` gives: oldest first, without gaps.
 */
export function longestStreak(months: AwardMonth[]): Streak | null {
  const run = longestRun(months.map((month) => awardsIn(month) > 0));
  const from = run && months[run.at];
  const to = run && months[run.at + run.length - 1];
  return from && to ? { months: run.length, from: from.month, to: to.month } : null;
}
