import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { ListTimes } from "./list-time";
import type { Times } from "./masteries";

/** How long a player has played. */
export interface Playtime {
  seconds: number;
  /** The games with a known playtime. */
  games: number;
}

/** A game with the seconds that it was played. */
export interface PlayedGame {
  game: Game;
  seconds: number;
}

/**
 * The playtime in all, also of games without an unlock. Subsets are left out: RA counts their sessions for the base game too.
 */
export function playtimeOf(times: ListTimes): Playtime {
  const sum: Playtime = { seconds: 0, games: 0 };
  for (const { playtime, isSubset } of times.values()) {
    if (!playtime || isSubset) continue;
    sum.seconds += playtime;
    sum.games++;
  }
  return sum;
}

/** The games of a library with a known playtime, the longest first, without RA's Events and without subsets. */
export function mostPlayed(games: readonly Game[], times: Times): PlayedGame[] {
  return games
    .flatMap((game) => {
      const { playtime = null, isSubset = null } = times.get(game.id) ?? {};
      if (!playtime || isSubset || game.systemId === EVENTS_SYSTEM_ID) return [];
      return { game, seconds: playtime };
    })
    .sort((a, b) => b.seconds - a.seconds || a.game.id - b.game.id);
}
