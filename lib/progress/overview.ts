import type { Game } from "@/lib/domain/player";
import { type ActiveDays, daysOfLastYear } from "./active-days";
import { awardMonths } from "./award-months";
import { averageWon, distribution } from "./distribution";
import { ALMOST_THERE_QUERY } from "./list-query";
import type { AwardMonth } from "./months";
import { memoize, perLibrary } from "./per-library";
import { restorableMasteries } from "./restorable-masteries";
import { sortGames } from "./sort";
import { keepStatus } from "./status";
import { longestStreak, type Streak } from "./streak";
import { type SystemProgress, systemProgress } from "./system-progress";
import { withoutEvents } from "./systems";
import { type AwardYear, awardYears, bestYear } from "./years";

const SUGGESTIONS = 3;

/** A suggested game to continue. */
export interface Suggestion {
  gameId: number;
  title: string;
  /** Achievements in its set. */
  possible: number;
  /** Achievements that are missing in both modes. */
  missing: number;
  /** Achievements that are missing in hardcore, which a mastery needs. */
  missingHardcore: number;
}

/** Figures of a whole library, independent of the list's filters. RA's Events are left out. */
export interface Overview {
  months: AwardMonth[];
  days: ActiveDays;
  systems: SystemProgress[];
  /** As `distribution` gives it. */
  distribution: number[];
  /** As `averageWon` gives it. */
  averageWon: number;
  /** The first of {@link ALMOST_THERE_QUERY}. */
  almostThere: Suggestion[];
  /** Masteries that a revision made incomplete. */
  restorable: Suggestion[];
  /** Null without an award. */
  streak: Streak | null;
  /** The year of the first award; null without one. */
  firstYear: AwardYear | null;
  /** The year with the most awards, the newest of several; null without an award. */
  bestYear: AwardYear | null;
}

/**
 * The overview of a library.
 *
 * @param checkedAt time of the snapshot, in epoch milliseconds: the calendar ends then
 */
export function overview(games: Game[], checkedAt: number): Overview {
  return overviews(games)(checkedAt);
}

const overviews = perLibrary((games) =>
  memoize(new Map<number, Overview>(), (checkedAt) =>
    makeOverview(withoutEvents(games), checkedAt),
  ),
);

function makeOverview(games: Game[], now: number): Overview {
  const months = awardMonths(games);
  const years = awardYears(months);
  return {
    months,
    days: daysOfLastYear(games, now),
    systems: systemProgress(games),
    distribution: distribution(games),
    averageWon: averageWon(games),
    almostThere: sortGames(keepStatus(games, ALMOST_THERE_QUERY.status), ALMOST_THERE_QUERY.sort)
      .slice(0, SUGGESTIONS)
      .map(suggestion),
    restorable: restorableMasteries(games).slice(0, SUGGESTIONS).map(suggestion),
    streak: longestStreak(months),
    firstYear: years[0] ?? null,
    bestYear: bestYear(years),
  };
}

function suggestion(game: Game): Suggestion {
  return {
    gameId: game.id,
    title: game.title,
    possible: game.maxPossible,
    missing: game.maxPossible - game.numAwarded,
    missingHardcore: game.maxPossible - game.numAwardedHardcore,
  };
}
