import type { Game } from "@/lib/domain/player";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { warmUp as warmUpGames } from "@/lib/progress/warm-up";
import type { Library } from "@/lib/views/library";

export { profileView } from "@/lib/views/make-profile-view";

/** The games that were played or awarded on a UTC day such as `2026-11-29`, the newest first. */
export function gamesOfDay(games: Game[], day: string): Game[] {
  return listGames(games, { ...DEFAULT_LIST_QUERY, active: day }).found;
}

/** Prepares, step by step, what choices will take. */
export function* warmUp(libraries: Library[]): Generator<void> {
  for (const { player } of libraries) yield* warmUpGames(player.games);
}
