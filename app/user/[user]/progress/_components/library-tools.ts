import { warmUp as warmUpGames } from "@/lib/progress/warm-up";
import type { Library } from "@/lib/views/library";

export { progressView } from "@/lib/views/make-progress-view";

/** Prepares, step by step, what choices will take. */
export function* warmUp(libraries: Library[]): Generator<void> {
  for (const { player, times } of libraries) yield* warmUpGames(player.games, times);
}
