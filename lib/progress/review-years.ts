import type { Game } from "@/lib/domain/player";
import { libraryMonths } from "./library-months";

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
