import type { Game } from "@/lib/players/player";
import { almostThere } from "./almost-there";
import { type Counts, countGames } from "./counts";
import { distribution } from "./distribution";
import { type AwardMonth, awardMonths } from "./months";
import { staleGold } from "./stale-gold";
import { longestStreak, type Streak } from "./streak";
import { type SystemProgress, systemProgress } from "./system-progress";
import { withoutEvents } from "./systems";
import { type AwardYear, awardYears } from "./years";

const ALMOST_THERE = 10;

/** A whole library at a glance. */
export interface Summary {
  counts: Counts;
  /** Most games first. */
  systems: SystemProgress[];
  /** Oldest first, from the first award to the last. */
  months: AwardMonth[];
  /** Oldest first. */
  years: AwardYear[];
  /** Null if there is no award. */
  streak: Streak | null;
  /** Games at 0–9 %, 10–19 % … 90–100 % won. */
  distribution: number[];
  /** Begun sets, nearest to all won first; at most 10. */
  almostThere: Game[];
  /** Mastered sets that are no longer all won, least won first. */
  staleGold: Game[];
}

/** Sums up a library. Events are left out of it (RA's rule). */
export function summary(library: Game[]): Summary {
  const games = withoutEvents(library);
  const months = awardMonths(games);
  return {
    counts: countGames(games),
    systems: systemProgress(games),
    months,
    years: awardYears(months),
    streak: longestStreak(months),
    distribution: distribution(games),
    almostThere: almostThere(games, ALMOST_THERE),
    staleGold: staleGold(games),
  };
}
