import type { Player } from "@/lib/domain/player";
import { localDays } from "@/lib/domain/zone-days";
import { yearInReview } from "@/lib/progress/review-years";

/**
 * What of an overview changes with the day, as a part of its version: a streak ends at midnight, and the year in review
 * comes and goes.
 *
 * @param zone a canonical name
 * @param now epoch milliseconds
 */
export function overviewDay({ games, checkedAt }: Player, zone: string, now: number): string[] {
  return [String(yearInReview(games, checkedAt, now)), String(localDays(zone)(now / 1000))];
}
