import type { Game } from "@/lib/domain/player";
import { type Counts, countGames } from "./counts";
import { systemName } from "./systems";

/** The counts of one system. */
export interface SystemProgress {
  /** RA's console id. */
  id: number;
  name: string;
  counts: Counts;
}

/** RA's six counts for each system with games: most games first, then by name. */
export function systemProgress(games: Game[]): SystemProgress[] {
  const bySystem = new Map<number, [Game, ...Game[]]>();
  for (const game of games) {
    const ofSystem = bySystem.get(game.systemId);
    if (ofSystem) ofSystem.push(game);
    else bySystem.set(game.systemId, [game]);
  }
  return [...bySystem]
    .map(([id, ofSystem]) => ({
      id,
      name: systemName(ofSystem[0]),
      counts: countGames(ofSystem),
    }))
    .sort((a, b) => b.counts.played - a.counts.played || (a.name < b.name ? -1 : 1));
}
