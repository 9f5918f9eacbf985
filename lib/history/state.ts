import type { Game, Player } from "@/lib/domain/player";
import { libraryCounts } from "@/lib/progress/library-counts";
import { type Totals, totalsOf } from "./totals";

/** What of a game can change with time. Its title, icon and system come from the library of today. */
export type GameState = Pick<
  Game,
  | "id"
  | "maxPossible"
  | "numAwarded"
  | "numAwardedHardcore"
  | "mostRecentAwardedAt"
  | "highestAwardKind"
  | "highestAwardAt"
>;

/** How a player stood when RA was asked: what a history is made from. */
export interface PlayerState {
  /** In its right case. */
  name: string;
  totals: Totals;
  /** By id, the smallest first. */
  games: readonly GameState[];
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
}

/** How a player stands. */
export function stateOf({ profile, games, checkedAt }: Player): PlayerState {
  return {
    name: profile.name,
    totals: totalsOf(profile, games, libraryCounts(games)),
    games: games.map(gameState).sort((one, other) => one.id - other.id),
    checkedAt,
  };
}

function gameState(game: Game): GameState {
  return {
    id: game.id,
    maxPossible: game.maxPossible,
    numAwarded: game.numAwarded,
    numAwardedHardcore: game.numAwardedHardcore,
    mostRecentAwardedAt: game.mostRecentAwardedAt,
    highestAwardKind: game.highestAwardKind,
    highestAwardAt: game.highestAwardAt,
  };
}
