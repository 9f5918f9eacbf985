import type { Game } from "@/lib/domain/player";
import { libraryMonths } from "./award-months";

/** As `Date` counts months. */
const NOVEMBER = 10;

/**
 * The years of a library that have a review, oldest first: from the first award to the snapshot. Without an award, only
 * the year of the snapshot.
 *
 * @param checkedAt time of the snapshot, in epoch milliseconds
 * @param firstUnlock a year, from which on they are included too; null if it is not known
 */
export function reviewYears(
  games: Game[],
  checkedAt: number,
  firstUnlock: number | null = null,
): number[] {
  const last = yearOf(checkedAt);
  const [firstMonth] = libraryMonths(games);
  const firstAward = Number(firstMonth?.month.slice(0, 4) ?? last);
  const first = Math.min(firstAward, firstUnlock ?? last, last);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The UTC year of a time in epoch milliseconds. */
export function yearOf(epochMilliseconds: number): number {
  return new Date(epochMilliseconds).getUTCFullYear();
}

/**
 * The year that players look back on at a time: in November and December the one that ends, in January the one that has
 * ended; null at other times, and if the library has no review of that year.
 *
 * @param now in epoch milliseconds
 * @param checkedAt time of the snapshot, in epoch milliseconds
 */
export function yearInReview(games: Game[], checkedAt: number, now: number): number | null {
  const date = new Date(now);
  const month = date.getUTCMonth();
  const isSeason = month >= NOVEMBER || month === 0;
  const year = date.getUTCFullYear() - (month === 0 ? 1 : 0);
  const hasAward = libraryMonths(games).length > 0;
  return isSeason && hasAward && reviewYears(games, checkedAt).includes(year) ? year : null;
}
