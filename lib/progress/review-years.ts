import type { Game } from "@/lib/domain/player";
import { libraryMonths } from "./award-months";

/**
 * The years of a library that have a review, oldest first: from the first award to the snapshot. Without an award, only
 * the year of the snapshot.
 *
 * @param checkedAt time of the snapshot, in epoch milliseconds
 */
export function reviewYears(games: Game[], checkedAt: number): number[] {
  const last = yearOf(checkedAt);
  const [firstMonth] = libraryMonths(games);
  const first = Math.min(Number(firstMonth?.month.slice(0, 4) ?? last), last);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The UTC year of a time in epoch milliseconds. */
export function yearOf(epochMilliseconds: number): number {
  return new Date(epochMilliseconds).getUTCFullYear();
}

/**
 * The year that players look back on at a time: in December the one that ends, in January the one that
 * has ended; null at other times, and if the first award is from a later year.
 *
 * @param now in epoch milliseconds
 * @param firstYear of the first award; null without one
 */
export function yearOfSeason(now: number, firstYear: number | null): number | null {
  const date = new Date(now);
  const month = date.getUTCMonth();
  if (firstYear === null || (month !== 11 && month !== 0)) return null;
  const year = date.getUTCFullYear() - (month === 0 ? 1 : 0);
  return year >= firstYear ? year : null;
}
