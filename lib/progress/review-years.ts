import type { Game } from "@/lib/domain/player";
import { libraryMonths } from "./library-months";

/**
 * The years of a library to look back on, oldest first: from that of the first award to that in which
 * RA was asked. Without an award there is that one alone.
 *
 * @param checkedAt when RA was asked for these games, in epoch milliseconds
 */
export function reviewYears(games: Game[], checkedAt: number): number[] {
  const last = yearOf(checkedAt);
  const [firstMonth] = libraryMonths(games);
  const first = Math.min(Number(firstMonth?.month.slice(0, 4) ?? last), last);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The year of the UTC calendar that a moment in epoch milliseconds lies in. */
export function yearOf(epochMilliseconds: number): number {
  return new Date(epochMilliseconds).getUTCFullYear();
}
