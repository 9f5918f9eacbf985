import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { ListTimes } from "./list-time";
import type { Times } from "./masteries";
import { isSubsetGame } from "./subset-game";

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
 * The playtime in all, also of games without an unlock, which are not in the library. Subsets are left out: RA counts their
 * sessions for the base game too.
 *
 * @param games the library: where RA links no set of a game, its title says whether it is a subset
 */
export function playtimeOf(games: readonly Game[], times: ListTimes): Playtime {
  const subsets = new Set(games.filter((game) => isSubsetGame(game, times)).map(({ id }) => id));
  const sum: Playtime = { seconds: 0, games: 0 };
  for (const [id, { playtime, isSubset }] of times) {
    if (!playtime || isSubset || subsets.has(id)) continue;
    sum.seconds += playtime;
    sum.games++;
  }
  return sum;
}

/** The games of a library with a known playtime, the longest first, without RA's Events and without subsets. */
export function mostPlayed(games: readonly Game[], times: Times): PlayedGame[] {
  return games
    .flatMap((game) => {
      const seconds = times.get(game.id)?.playtime;
      const isPlayed = game.systemId !== EVENTS_SYSTEM_ID && !isSubsetGame(game, times);
      return seconds && isPlayed ? { game, seconds } : [];
    })
    .sort((a, b) => b.seconds - a.seconds || a.game.id - b.game.id);
}
