import type { Game } from "@/lib/domain/player";
import { datedAwards } from "./award";
import { COUNT_OF_KIND } from "./counts";
import { type AwardMonth, monthIndex, monthName, NO_AWARDS } from "./months";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";

/**
 * The awards of each month from the first award to the last, oldest first, including months without one. Empty without a
 * dated award.
 */
export function awardMonths(games: Game[]): AwardMonth[] {
  const awards = datedAwards(games).map(({ kind, at }) => ({ kind, index: monthIndex(at) }));
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { index } of awards) {
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => ({
    month: monthName(first + offset),
    ...NO_AWARDS,
  }));
  for (const { kind, index } of awards) {
    const month = months[index - first];
    if (month) month[COUNT_OF_KIND[kind]]++;
  }
  return months;
}

/** The awards of each month of a whole library, as `awardMonths` gives them, events left out. */
export const libraryMonths = perLibrary((games) => awardMonths(withoutEvents(games)));
