import type { AwardKind, Game } from "@/lib/domain/player";

const LABELS: Record<AwardKind, string> = {
  mastered: "Mastered",
  completed: "Completed",
  "beaten-hardcore": "Beaten",
  "beaten-softcore": "Beaten (casual)",
};

/** An award as RA's page names it: "casual" is the API's "softcore". */
export function awardLabel(kind: AwardKind): string {
  return LABELS[kind];
}
/** An award of a game. */
export interface DatedAward {
  kind: AwardKind;
  /** Epoch seconds. */
  at: number;
  game: Game;
}

/** The awards of games that have a date, in the order of the games. */
export function datedAwards(games: readonly Game[]): DatedAward[] {
  return games.flatMap((game) =>
    game.highestAwardKind !== null && game.highestAwardAt !== null
      ? [{ kind: game.highestAwardKind, at: game.highestAwardAt, game }]
      : [],
  );
}
