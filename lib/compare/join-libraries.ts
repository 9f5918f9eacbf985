import type { Game } from "@/lib/domain/player";
import { leaderOf } from "./ahead";

/** The fields of a game that all players share. */
export type GameFacts = Pick<
  Game,
  "id" | "title" | "iconPath" | "systemId" | "systemName" | "maxPossible"
>;

/** A game with the progress of several players. */
export interface ComparedGame {
  /** From the first player who has it: the others may be from before a revision. */
  game: GameFacts;
  /** In the order of the players; null for a player without the game. */
  progress: (Game | null)[];
  /** The index of the leader, as `leaderOf` gives it. */
  leader: number | null;
  /** Number of players who have it; at least 1. */
  playing: number;
}

/** The most compared games in memory, of all comparisons together. */
const GAMES_CACHED = 100_000;

interface Cached {
  libraries: readonly Game[][];
  games: ComparedGame[];
}

/** The newest last. Libraries in it stay in memory, so they are few. */
let cached: Cached[] = [];

/**
 * The games of several libraries, each once, by RA's id: first those of the first library in its order, then those that
 * only the others have. The same libraries in the same order give the same list, which must not be changed.
 */
export function joinLibraries(libraries: readonly Game[][]): ComparedGame[] {
  const before = cached.find((each) => isSame(each.libraries, libraries));
  const games = before?.games ?? join(libraries);
  cached = withinBound([...cached.filter((each) => each !== before), { libraries, games }]);
  return games;
}

/**
 * A game with the progress of several players.
 *
 * @param game the shared fields
 * @param progress of each player; at least one is not null
 */
export function compareGame(game: GameFacts, progress: (Game | null)[]): ComparedGame {
  return withLeader({ game, progress, leader: null, playing: 0 });
}

function join(libraries: readonly Game[][]): ComparedGame[] {
  const byId = new Map<number, ComparedGame>();
  const noProgress = libraries.map(() => null);
  for (const [at, library] of libraries.entries()) {
    for (const game of library) {
      let row = byId.get(game.id);
      if (!row) {
        row = { game, progress: noProgress.slice(), leader: null, playing: 0 };
        byId.set(game.id, row);
      }
      row.progress[at] = game;
    }
  }
  return Array.from(byId.values(), withLeader);
}

/** Sets the number of players and the leader of a game. */
function withLeader(row: ComparedGame): ComparedGame {
  row.playing = 0;
  for (const game of row.progress) if (game) row.playing++;
  row.leader = row.playing > 1 ? leaderOf(row.progress) : null;
  return row;
}

function isSame(one: readonly Game[][], other: readonly Game[][]): boolean {
  return one.length === other.length && one.every((games, at) => games === other[at]);
}

/** As many of the newest as fit, and always the newest. */
function withinBound(all: Cached[]): Cached[] {
  let games = 0;
  let from = all.length - 1;
  for (let at = all.length - 1; at >= 0; at--) {
    games += all[at]?.games.length ?? 0;
    if (games > GAMES_CACHED) break;
    from = at;
  }
  return all.slice(Math.max(0, from));
}
