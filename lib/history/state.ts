import type { Game, Player } from "@/lib/domain/player";
import { libraryCounts } from "@/lib/progress/counts";
import { type Totals, totalsOf } from "./totals";

/** Which fields of a game can change with time. Title, icon and system come from today's library. */
const CAN_CHANGE = {
  id: false,
  title: false,
  iconPath: false,
  systemId: false,
  systemName: false,
  maxPossible: true,
  numAwarded: true,
  numAwardedHardcore: true,
  mostRecentAwardedAt: true,
  highestAwardKind: true,
  highestAwardAt: true,
} as const satisfies Record<keyof Game, boolean>;

/** A field of a game that can change with time. */
export type ChangingField = {
  [Field in keyof Game]: (typeof CAN_CHANGE)[Field] extends true ? Field : never;
}[keyof Game];

/** The part of a game that a history keeps. */
export type GameState = Pick<Game, "id" | ChangingField>;

/** Whether two states of a game are the same. */
export function isSameState(one: GameState, other: GameState): boolean {
  if (one === other) return true;
  for (const field of CHANGING_FIELDS) if (one[field] !== other[field]) return false;
  return true;
}

const CHANGING_FIELDS = (Object.keys(CAN_CHANGE) as (keyof Game)[]).filter(
  (field): field is ChangingField => CAN_CHANGE[field],
);

/** A snapshot of a player, as the history diffs it. */
export interface PlayerState {
  /** In its right case. */
  name: string;
  totals: Totals;
  /** By id, the smallest first. */
  games: readonly GameState[];
  /** Time of the snapshot, in epoch milliseconds. */
  checkedAt: number;
}

/** The state of a player. */
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
