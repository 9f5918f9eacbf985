import { AWARD_KINDS, type AwardKind, type Game } from "@/lib/domain/player";

/** What decides who of two is ahead in a game. */
type Progress = Pick<Game, "highestAwardKind" | "numAwarded" | "highestAwardAt">;

/**
 * Who of two players is ahead in a game: the one with the higher award, be it none; if it is the same, who has
 * won more achievements, in whatever mode; if that is the same too, whose award is older. A date that RA does
 * not have decides nothing.
 *
 * @returns below 0 if the first is ahead, above 0 if the second is, 0 if they are even
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
 * Who leads a game: the place of the one who is ahead of everyone else who plays it. Null if nobody is, be
 * they even or be there nobody else.
 *
 * @param games the game as each player has it; null for who does not play it
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

/** Plain loops: a comparison of large libraries asks this some ten thousand times. */
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
