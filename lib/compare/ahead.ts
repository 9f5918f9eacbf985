import { AWARD_KINDS, type AwardKind, type Game } from "@/lib/domain/player";

/** What decides which of two players is ahead in a game. */
type Progress = Pick<Game, "highestAwardKind" | "numAwarded" | "highestAwardAt">;

/**
 * Compares two players in a game: by award, then by achievements in any mode, then by the older award. A missing date
 * decides nothing.
 *
 * @returns below 0 if the first is ahead, above 0 if the second is, 0 if they are tied
 */
export function compareProgress(first: Progress, second: Progress): number {
  const byAward = rank(first.highestAwardKind) - rank(second.highestAwardKind);
  if (byAward !== 0) return byAward;
  const byWon = second.numAwarded - first.numAwarded;
  if (byWon !== 0) return byWon;
  const { highestAwardAt: firstAt } = first;
  const { highestAwardAt: secondAt } = second;
  return firstAt === null || secondAt === null ? 0 : firstAt - secondAt;
}

/**
 * The index of the player who is ahead of all others in a game. Null if the best are tied or if only one plays.
 *
 * @param games the game of each player; null for a player without it
 */
export function leaderOf(games: readonly (Progress | null)[]): number | null {
  let leader: number | null = null;
  let playing = 0;
  for (let at = 0; at < games.length; at++) {
    const game = games[at];
    if (!game) continue;
    playing++;
    if (isAheadOfOthers(game, at, games)) leader = at;
  }
  return playing > 1 ? leader : null;
}

/**
 * Whether the leader of a game is ahead by the older award alone: another player has the same award and as many
 * achievements.
 *
 * @param games the game of each player; null for a player without it
 * @param leader as {@link leaderOf} gives it
 */
export function isAheadByDate(games: readonly (Progress | null)[], leader: number | null): boolean {
  const leading = leader === null ? null : games[leader];
  if (!leading) return false;
  return games.some(
    (game, at) =>
      at !== leader &&
      game?.highestAwardKind === leading.highestAwardKind &&
      game.numAwarded === leading.numAwarded,
  );
}

/** Plain loops: comparing large libraries calls this some ten thousand times. */
function isAheadOfOthers(game: Progress, at: number, games: readonly (Progress | null)[]): boolean {
  for (let place = 0; place < games.length; place++) {
    const other = games[place];
    if (other && place !== at && compareProgress(game, other) >= 0) return false;
  }
  return true;
}

/** From 0, mastered; no award comes last. */
function rank(kind: AwardKind | null): number {
  return kind === null ? AWARD_KINDS.length : AWARD_KINDS.indexOf(kind);
}
