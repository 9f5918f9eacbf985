import { dayAfter, utcDayOf } from "@/lib/domain/days";
import { AWARD_KINDS, type AwardKind, type Game } from "@/lib/domain/player";
import { type ActiveDays, awardDays } from "./active-days";
import { type DatedAward, datedAwards } from "./award";
import { libraryMonths } from "./award-months";
import { COUNT_OF_KIND } from "./counts";
import { listGames } from "./list-games";
import { DEFAULT_LIST_QUERY, type ListQuery } from "./list-query";
import { longestRun } from "./longest-run";
import { type Milestone, milestones } from "./milestones";
import { type AwardMix, type AwardMonth, awardsIn, sumAwards } from "./months";
import { perLibrary } from "./per-library";
import { isIn, parsePeriod } from "./period";
import { reviewYears, yearOf } from "./review-years";
import { type Shelf, shelfGames } from "./shelf";
import { longestStreak } from "./streak";
import { withoutEvents } from "./systems";
import { isRetired } from "./won";
import { type SystemYear, yearSystems } from "./year-systems";
import { yearMonths } from "./years";

/** The most games on the year's shelf. */
const ON_SHELF = 10;
const LARGEST = 5;

/** A number of games, with the query that lists them. */
export interface Figure {
  count: number;
  query: ListQuery;
}

/** The awards of one kind in a year and in the year before. */
export interface KindOfYear extends Figure {
  kind: AwardKind;
  /** Its key in counts. */
  key: keyof AwardMix;
  /** Null in the first year. */
  before: Figure | null;
}

/** Consecutive days or months with an award in each, and their awards. */
export interface RunOfYear extends Figure {
  /** Days or months. */
  length: number;
  /** The first of them, `2024-03-05` or `2024-03`. */
  from: string;
  /** The last of them. */
  to: string;
}

/** One award, with the query of its day. */
export interface AwardOfYear extends DatedAward {
  query: ListQuery;
}

/** A milestone, with the query of its kind on its day. */
export interface MilestoneOfYear extends Milestone {
  /** The nth award of its kind in the whole library. */
  which: number;
  query: ListQuery;
}

/**
 * The review of one year of a library. RA's list has only the highest award and the newest unlock of a game, so earlier
 * ones are in no year. RA's Events are left out.
 */
export interface YearReview {
  /** Of the UTC calendar. */
  year: number;
  /** Whether the snapshot is from before the end of the year. */
  isSoFar: boolean;
  awards: Figure;
  /** Awards of the previous year; null in the first year. */
  before: Figure | null;
  /** All four kinds, best first. */
  kinds: KindOfYear[];
  /** All twelve. */
  months: (AwardMonth & Figure)[];
  /** The day with the most awards, the earlier of two with the same number; null without an award. */
  busiestDay: (Figure & { day: string; games: Game[] }) | null;
  /** The longest run of days with an award, the later of two with the same length; null without an award. */
  days: RunOfYear | null;
  /** The same of months. */
  monthRun: RunOfYear | null;
  first: AwardOfYear | null;
  /** Null if the first is the only one. */
  last: AwardOfYear | null;
  /** Most awards first. */
  systems: (SystemYear & Figure)[];
  /** The mastered sets with the most achievements, at most five. */
  largest: Game[];
  /** Milestones of the whole library in this year, oldest first. */
  milestones: MilestoneOfYear[];
  /** The latest masteries; without one the best awards. */
  shelf: Shelf;
  /** Games whose award or newest unlock is of the year, newest first. */
  played: Figure & { games: Game[] };
  /** Of these, the ones without any award, newest first. */
  begun: Figure & { games: Game[] };
}

/**
 * The review of one year of a library.
 *
 * @param checkedAt time of the snapshot, in epoch milliseconds
 * @param firstUnlock as `reviewYears` takes it
 * @returns null for a year that `reviewYears` does not have
 */
export function yearReview(
  games: Game[],
  checkedAt: number,
  year: number,
  firstUnlock: number | null = null,
): YearReview | null {
  if (!reviewYears(games, checkedAt, firstUnlock).includes(year)) return null;
  const years = reviewYears(games, checkedAt);
  const listOf = (given: Partial<ListQuery>) => {
    const query = queryOf(given);
    return { query, games: listGames(games, query).found };
  };
  const period = String(year);
  const { query, games: awarded } = listOf({ awarded: period });
  const months = yearMonths(libraryMonths(games), year);
  const before = years.includes(year - 1) ? mixOf(games, year - 1) : null;
  const inOrder = awarded.toSorted((a, b) => (a.highestAwardAt ?? 0) - (b.highestAwardAt ?? 0));
  const days = awardDays(awarded, year);
  const begun = listOf({ active: period, status: "unawarded" });
  const played = listOf({ active: period });
  return {
    year,
    isSoFar: year === yearOf(checkedAt),
    awards: { count: awarded.length, query },
    before: before && { count: awardsIn(before), query: queryOf({ awarded: String(year - 1) }) },
    kinds: kindsOf(sumAwards(months), before, year),
    months: months.map((month) => ({
      ...month,
      count: awardsIn(month),
      query: queryOf({ awarded: month.month }),
    })),
    busiestDay: busiestDay(days, inOrder),
    days: dayRun(days),
    monthRun: monthRun(months),
    first: awardOf(inOrder[0]),
    last: inOrder.length > 1 ? awardOf(inOrder.at(-1)) : null,
    systems: yearSystems(withoutEvents(games), awarded, year).map((system) => ({
      ...system,
      count: system.counts.played,
      query: queryOf({ awarded: period, system: system.id }),
    })),
    largest: awarded
      .filter((game) => game.highestAwardKind === "mastered" && !isRetired(game))
      .sort((a, b) => b.maxPossible - a.maxPossible)
      .slice(0, LARGEST),
    milestones: milestonesOf(games, period),
    shelf: shelfGames(awarded, [], ON_SHELF),
    played: { count: played.games.length, ...played },
    begun: { count: begun.games.length, ...begun },
  };
}

/** The awards of one year by kind, without RA's Events. */
export function mixOf(games: Game[], year: number): AwardMix {
  return sumAwards(yearMonths(libraryMonths(games), year));
}

function queryOf(given: Partial<ListQuery>): ListQuery {
  return { ...DEFAULT_LIST_QUERY, ...given };
}

function kindsOf(mix: AwardMix, before: AwardMix | null, year: number): KindOfYear[] {
  const listOf = (kind: AwardKind, awarded: number) =>
    queryOf({ status: `eq-${kind}`, awarded: String(awarded) });
  return AWARD_KINDS.map((kind) => {
    const key = COUNT_OF_KIND[kind];
    return {
      kind,
      key,
      count: mix[key],
      query: listOf(kind, year),
      before: before && { count: before[key], query: listOf(kind, year - 1) },
    };
  });
}

function busiestDay({ firstDay, counts }: ActiveDays, awarded: Game[]): YearReview["busiestDay"] {
  const count = Math.max(...counts);
  if (count === 0) return null;
  const day = dayAfter(firstDay, counts.indexOf(count));
  const games = awarded.filter(
    ({ highestAwardAt: at }) => at !== null && utcDayOf(at * 1000) === day,
  );
  return { day, count, games, query: queryOf({ awarded: day }) };
}

function dayRun({ firstDay, counts }: ActiveDays): RunOfYear | null {
  const run = longestRun(counts.map((count) => count > 0));
  if (!run) return null;
  const count = counts.slice(run.at, run.at + run.length).reduce((sum, each) => sum + each, 0);
  const from = dayAfter(firstDay, run.at);
  return runOfYear(from, dayAfter(from, run.length - 1), run.length, count);
}

function monthRun(months: AwardMonth[]): RunOfYear | null {
  const streak = longestStreak(months);
  if (!streak) return null;
  const { from, to } = streak;
  const count = months
    .filter(({ month }) => month >= from && month <= to)
    .reduce((sum, month) => sum + awardsIn(month), 0);
  return runOfYear(from, to, streak.months, count);
}

function runOfYear(from: string, to: string, length: number, count: number): RunOfYear {
  const awarded = from === to ? from : `${from}..${to}`;
  return { length, from, to, count, query: queryOf({ awarded }) };
}

function awardOf(game: Game | undefined): AwardOfYear | null {
  const [award] = datedAwards(game ? [game] : []);
  return award ? { ...award, query: queryOf({ awarded: utcDayOf(award.at * 1000) }) } : null;
}

/** Cached, since it is slow in a large library. */
const libraryMilestones = perLibrary((games) => milestones(withoutEvents(games)));

function milestonesOf(games: Game[], period: string): MilestoneOfYear[] {
  const bounds = parsePeriod(period);
  return libraryMilestones(games)
    .flatMap(({ which, ...milestone }) => {
      if (which === "latest" || bounds === null || !isIn(bounds, milestone.at)) return [];
      const { kind, at } = milestone;
      return [
        {
          ...milestone,
          which,
          query: queryOf({ status: `eq-${kind}`, awarded: utcDayOf(at * 1000) }),
        },
      ];
    })
    .reverse();
}
