import type { Game } from "@/lib/domain/player";
import { won } from "@/lib/progress/won";
import type { ComparedGame } from "./join-libraries";

/**
 * The difference between the player with the most and the one with the least of a set, as a fraction of it. 0 for a game
 * of one player.
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
 * The difference between the first two players, and what the first has won, both as a fraction of the set. Players
 * behind the second do not count.
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

/** Whether a set is finished: mastered or completed, even if it was revised since, or all won. */
export function isFinished(game: Game): boolean {
  const { highestAwardKind } = game;
  return highestAwardKind === "mastered" || highestAwardKind === "completed" || won(game) >= 1;
}

/** At most 1, also after a revision. */
function partWon(game: Game): number {
  return Math.min(1, won(game));
}

/** Rounded to a millionth, so that equal differences compare as equal. */
function difference(more: number, less: number): number {
  return Math.round((more - less) * 1e6) / 1e6;
}
