import type { Game } from "@/lib/domain/player";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { isSubsetGame } from "@/lib/times/subset-game";

/** The games that are no subsets. */
export function withoutSubsets(games: Game[], times: ListTimes = NO_TIMES): Game[] {
  return games.filter((game) => !isSubsetGame(game, times));
}

/** Whether any of the games is a subset. */
export function hasSubsets(games: readonly Game[], times: ListTimes): boolean {
  return games.some((game) => isSubsetGame(game, times));
}
