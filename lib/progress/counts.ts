import type { AwardKind, Game } from "@/lib/domain/player";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { isSubsetGame } from "@/lib/times/subset-game";
import { awardLabel } from "./award";
import { type AwardMix, NO_AWARDS } from "./months";
import { perLibrary } from "./per-library";
import type { Status } from "./status";
import { withoutEvents } from "./systems";

/** Numbers of games by their highest award. */
export interface Counts extends AwardMix {
  played: number;
  /** Without an award; subsets are not counted here (RA's rule). */
  unfinished: number;
}

/** The count that an award of a kind belongs to. */
export const COUNT_OF_KIND = {
  "beaten-softcore": "beatenCasual",
  "beaten-hardcore": "beaten",
  completed: "completed",
  mastered: "mastered",
} as const satisfies Record<AwardKind, keyof Counts>;

/**
 * RA's six counts over some games.
 *
 * @param times say which of them are subsets; where they do not, titles do
 */
export function countGames(games: Game[], times: ListTimes = NO_TIMES): Counts {
  const counts: Counts = { ...NO_AWARDS, played: games.length, unfinished: 0 };
  for (const game of games) {
    if (game.highestAwardKind !== null) counts[COUNT_OF_KIND[game.highestAwardKind]]++;
    else if (!isSubsetGame(game, times)) counts.unfinished++;
  }
  return counts;
}

/** A count with its label. */
export interface ShownCount {
  key: keyof Counts;
  label: string;
  value: number;
  /** The filter that lists these games. */
  status: Status;
}

/**
 * The counts that RA's page shows, in its order: Beaten (casual) and Completed only when there are
 * any, Beaten when there are any or no casual ones either, Mastered when there are any or none
 * completed.
 */
export function shownCounts(counts: Counts): ShownCount[] {
  const { beatenCasual, beaten, completed, mastered } = counts;
  const all: [keyof Counts, string, Status, boolean][] = [
    ["played", "Played", "all", true],
    ["unfinished", "Unfinished", "unawarded", true],
    ["beatenCasual", awardLabel("beaten-softcore"), "eq-beaten-softcore", beatenCasual > 0],
    [
      "beaten",
      awardLabel("beaten-hardcore"),
      "eq-beaten-hardcore",
      beaten > 0 || beatenCasual === 0,
    ],
    ["completed", awardLabel("completed"), "eq-completed", completed > 0],
    ["mastered", awardLabel("mastered"), "eq-mastered", mastered > 0 || completed === 0],
  ];
  return all
    .filter(([, , , isShown]) => isShown)
    .map(([key, label, status]) => ({ key, label, status, value: counts[key] }));
}

/** RA's six counts over a whole library, events left out. */
export const libraryCounts = perLibrary((games) => countGames(withoutEvents(games)));
