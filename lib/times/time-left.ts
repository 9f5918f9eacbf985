import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { GameTime } from "./game-time";

/** An estimate of the time that a player needs to master all games that are begun. */
export interface TimeLeft {
  /** Of the games with a median. */
  seconds: number;
  /** Games that are begun and not mastered. */
  games: number;
  /** Those of them with a median, from which the estimate is made. */
  estimated: number;
}

/**
 * Estimates the time left to master what is begun: for each game the median time to master it, times the share of its
 * achievements that the player lacks in hardcore mode.
 */
export function timeLeft(
  games: readonly Game[],
  timeOf: (gameId: number) => Pick<GameTime, "medianMasterMinutes"> | null | undefined,
): TimeLeft {
  const left: TimeLeft = { seconds: 0, games: 0, estimated: 0 };
  for (const game of games) {
    if (!isBegun(game)) continue;
    left.games++;
    const minutes = timeOf(game.id)?.medianMasterMinutes;
    if (!minutes) continue;
    left.estimated++;
    const missing = 1 - game.numAwardedHardcore / game.maxPossible;
    left.seconds += Math.round(minutes * 60 * missing);
  }
  return left;
}

/** Whether a game has progress, and a mastery that the player does not have. */
function isBegun({ systemId, highestAwardKind, ...game }: Game): boolean {
  if (systemId === EVENTS_SYSTEM_ID || highestAwardKind === "mastered" || game.numAwarded === 0)
    return false;
  return game.numAwardedHardcore < game.maxPossible;
}
