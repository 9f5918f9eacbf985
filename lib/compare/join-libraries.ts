import type { Game } from "@/lib/domain/player";
import { leaderOf } from "./ahead";

/** What is the same for everybody who plays a game. */
export type GameFacts = Pick<
  Game,
  "id" | "title" | "iconPath" | "systemId" | "systemName" | "maxPossible"
>;

/** A game as several players have it. */
export interface ComparedGame {
  /** As the first who plays it has it: RA may have told of the others before a revision. */
  game: GameFacts;
  /** Each player's progress, in the order of the players; null for who does not play it. */
  progress: (Game | null)[];
  /** The place of who is ahead, as `leaderOf` tells it; null if nobody is. */
  leader: number | null;
  /** How many play it; at least 1. */
  playing: number;
}

/** The most compared games that are remembered, all sets of libraries together. */
const GAMES_KEPT = 100_000;

interface Kept {
  libraries: readonly Game[][];
  games: ComparedGame[];
}

/** The newest last. Whoever is remembered here stays in memory, so they are few. */
let kept: Kept[] = [];

/**
 * The games of several libraries, each once, by RA's id: first those of the first library in its order, then what
 * only the others have. The same libraries in the same order give the same list again, which is shared: it
 * must not be changed.
 */
export function joinLibraries(libraries: readonly Game[][]): ComparedGame[] {
  const before = kept.find((each) => isSame(each.libraries, libraries));
  const games = before?.games ?? join(libraries);
  kept = withinBound([...kept.filter((each) => each !== before), { libraries, games }]);
  return games;
}

/**
 * A game as several players have it.
 *
 * @param game what is said of it
 * @param progress of each player; at least one of them plays it
 */
export function compareGame(game: GameFacts, progress: (Game | null)[]): ComparedGame {
  return judge({ game, progress, leader: null, playing: 0 });
}

function join(libraries: readonly Game[][]): ComparedGame[] {
  const byId = new Map<number, ComparedGame>();
  const nobody = libraries.map(() => null);
  for (const [at, library] of libraries.entries()) {
    for (const game of library) {
      let row = byId.get(game.id);
      if (!row) {
        row = { game, progress: nobody.slice(), leader: null, playing: 0 };
        byId.set(game.id, row);
      }
      row.progress[at] = game;
    }
  }
  return Array.from(byId.values(), judge);
}

/** Tells who plays a game and who is ahead in it. */
function judge(row: ComparedGame): ComparedGame {
  row.playing = 0;
  for (const game of row.progress) if (game) row.playing++;
  row.leader = row.playing > 1 ? leaderOf(row.progress) : null;
  return row;
}

function isSame(one: readonly Game[][], other: readonly Game[][]): boolean {
  return one.length === other.length && one.every((games, at) => games === other[at]);
}

/** The newest of them that there is room for, and the very newest in any case. */
function withinBound(all: Kept[]): Kept[] {
  let games = 0;
  let from = all.length - 1;
  for (let at = all.length - 1; at >= 0; at--) {
    games += all[at]?.games.length ?? 0;
    if (games > GAMES_KEPT) break;
    from = at;
  }
  return all.slice(Math.max(0, from));
}
