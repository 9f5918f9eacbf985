import type { Game } from "@/lib/domain/player";
import { won } from "@/lib/progress/won";
import type { ComparedGame } from "./join-libraries";

/**
 * How far the players of a game are from each other: the fraction of the set that who has won most of it is ahead
 * of who has won least. 0 where nobody else plays.
 */
export function gapOf({ progress }: Pick<ComparedGame, "progress">): number {
  let most = 0;
  let least = 1;
  for (const game of progress) {
    if (!game) continue;
    const part = partWon(game);
    if (part > most) most = part;
    if (part < least) least = part;
  }
  return difference(Math.max(most, least), least);
}

/**
 * How far the two in front are from each other, as a fraction of the set, and how much of it the first of them has
 * won. Who is far behind takes no part in the race.
 */
export function raceOf({ progress }: Pick<ComparedGame, "progress">): {
  lead: number;
  first: number;
} {
  let first = 0;
  let second = 0;
  for (const game of progress) {
    if (!game) continue;
    const part = partWon(game);
    if (part > first) {
      second = first;
      first = part;
    } else if (part > second) {
      second = part;
    }
  }
  return { lead: difference(first, second), first };
}

/** Whether a set is done with: mastered or completed, also if it was revised since, or nothing is left to win. */
export function isFinished(game: Game): boolean {
  const { highestAwardKind } = game;
  return highestAwardKind === "mastered" || highestAwardKind === "completed" || won(game) >= 1;
}

/** More than all of a set counts as all of it. */
function partWon(game: Game): number {
  return Math.min(1, won(game));
}

/** To a millionth: two differences that are equal are not always so when they are computed. */
function difference(more: number, less: number): number {
  return Math.round((more - less) * 1e6) / 1e6;
}
