import type { Game } from "@/lib/domain/player";
import type { ActiveDays } from "./active-days";
import { daysOfLastYear } from "./active-days";
import { ALMOST_THERE_QUERY } from "./almost-there-query";
import { awardMonths } from "./award-months";
import { averageWon, distribution } from "./distribution";
import type { AwardMonth } from "./months";
import { perLibrary } from "./per-library";
import { restorableMasteries } from "./restorable-masteries";
import { sortGames } from "./sort";
import { keepStatus } from "./status";
import { longestStreak, type Streak } from "./streak";
import { type SystemProgress, systemProgress } from "./system-progress";
import { withoutEvents } from "./systems";
import { type AwardYear, awardYears } from "./years";

const SUGGESTIONS = 5;

/** A game that is worth coming back for. */
export interface Suggestion {
  gameId: number;
  title: string;
  /** Achievements in its set. */
  possible: number;
  /** Achievements that are missing. */
  missing: number;
}

/** A whole library at a glance, whatever the list is narrowed to. Events are no part of it. */
export interface Overview {
  months: AwardMonth[];
  days: ActiveDays;
  systems: Omit<SystemProgress, "label">[];
  /** Games at 0–9 %, 10–19 % … 90–99 %, 100 % won. */
  distribution: number[];
  /** As `averageWon` gives it: subsets, retired and small sets are left out. */
  averageWon: number;
  /** The first of {@link ALMOST_THERE_QUERY}. */
  almostThere: Suggestion[];
  /** Sets that were mastered before a revision. */
  restorable: Suggestion[];
  /** Null without an award. */
  streak: Streak | null;
  /** The year of the first award; null without one. */
  firstYear: AwardYear | null;
  /** The year with the most awards, the earlier one of two that are equal; null without an award. */
  fastestYear: AwardYear | null;
}

/**
 * A library at a glance.
 *
 * @param checkedAt when RA was asked for these games, in epoch milliseconds: the calendar ends then
 */
export function overview(games: Game[], checkedAt: number): Overview {
  const ofLibrary = overviews(games);
  let made = ofLibrary.get(checkedAt);
  if (!made) {
    made = makeOverview(withoutEvents(games), checkedAt);
    ofLibrary.set(checkedAt, made);
  }
  return made;
}

const overviews = perLibrary(() => new Map<number, Overview>());

function makeOverview(games: Game[], now: number): Overview {
  const months = awardMonths(games);
  const years = awardYears(months);
  return {
    months,
    days: daysOfLastYear(games, now),
    systems: systemProgress(games).map(({ id, name, counts }) => ({ id, name, counts })),
    distribution: distribution(games),
    averageWon: averageWon(games),
    almostThere: sortGames(keepStatus(games, ALMOST_THERE_QUERY.status), ALMOST_THERE_QUERY.sort)
      .slice(0, SUGGESTIONS)
      .map(suggestion),
    restorable: restorableMasteries(games).slice(0, SUGGESTIONS).map(suggestion),
    streak: longestStreak(months),
    firstYear: years[0] ?? null,
    fastestYear: years.reduce<AwardYear | null>(
      (fastest, year) => (fastest && fastest.awards >= year.awards ? fastest : year),
      null,
    ),
  };
}

function suggestion(game: Game): Suggestion {
  return {
    gameId: game.id,
    title: game.title,
    possible: game.maxPossible,
    missing: game.maxPossible - game.numAwarded,
  };
}
