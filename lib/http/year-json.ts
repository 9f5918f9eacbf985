import type { z } from "zod";
import type { yearReview, years } from "@/lib/api-docs/answers";
import type { Game, Player } from "@/lib/domain/player";
import { type ListQuery, listQueryToSearch } from "@/lib/progress/list-query";
import { awardsIn } from "@/lib/progress/months";
import { reviewYears, yearOf } from "@/lib/progress/review-years";
import {
  type AwardOfYear,
  type Figure,
  mixOf,
  type RunOfYear,
  type YearReview,
} from "@/lib/progress/year-review";
import type { Mastery, TimedMastery, Times } from "@/lib/times/masteries";
import { type YearTimes, yearTimes } from "@/lib/times/year-times";

/**
 * The years of a player, each with its awards by kind, its rarest and fastest mastery, and the paths of its page and list.
 *
 * @param times of the player's games, empty where none are known
 */
export function yearsJson(
  { profile, games, checkedAt }: Player,
  times: Times,
): z.infer<typeof years> {
  const path = `/user/${profile.name}`;
  return {
    years: reviewYears(games, checkedAt).map((year) => {
      const mix = mixOf(games, year);
      return {
        year,
        isSoFar: year === yearOf(checkedAt),
        awards: awardsIn(mix),
        ...mix,
        ...standingOutJson(yearTimes(games, times, year)),
        page: `${path}/year/${year}`,
        list: `${path}/progress?awarded=${year}`,
      };
    }),
  };
}

/**
 * A review of a year as JSON: dates in ISO 8601, and each figure with the path of the list that it counts.
 *
 * @param times of the player's games, empty where none are known
 */
export function yearJson(
  { profile, games }: Player,
  review: YearReview,
  times: Times,
): z.infer<typeof yearReview> {
  const path = `/user/${profile.name}`;
  const known = yearTimes(games, times, review.year);
  const listOf = (query: ListQuery) => `${path}/progress${listQueryToSearch(query)}`;
  const figure = ({ count, query }: Figure) => ({ count, list: listOf(query) });
  const run = ({ length, from, to, ...rest }: RunOfYear) => ({
    length,
    from,
    to,
    ...figure(rest),
  });
  const award = ({ game, kind, at, query }: AwardOfYear) => ({
    ...gameJson(game),
    kind,
    date: isoDate(at),
    list: listOf(query),
  });
  const { busiestDay, days, monthRun, first, last, before } = review;
  return {
    year: review.year,
    isSoFar: review.isSoFar,
    awards: figure(review.awards),
    awardsBefore: before && figure(before),
    kinds: review.kinds.map(({ kind, before, ...own }) => ({
      kind,
      ...figure(own),
      before: before && figure(before),
    })),
    months: review.months.map(({ month, count, query, ...mix }) => ({
      month,
      ...mix,
      ...figure({ count, query }),
    })),
    busiestDay: busiestDay && { day: busiestDay.day, ...figure(busiestDay) },
    longestRunOfDays: days && run(days),
    longestRunOfMonths: monthRun && run(monthRun),
    firstAward: first && award(first),
    lastAward: last && award(last),
    systems: review.systems.map(({ id, name, isNew, counts, ...own }) => ({
      id,
      name,
      isNew,
      mastered: counts.mastered,
      completed: counts.completed,
      beaten: counts.beaten,
      beatenCasual: counts.beatenCasual,
      ...figure(own),
    })),
    largestMastered: review.largest.map((game) => ({
      ...gameJson(game),
      maxPossible: game.maxPossible,
    })),
    milestones: review.milestones.map(({ kind, which, at, game, query }) => ({
      ...gameJson(game),
      kind,
      which,
      date: isoDate(at),
      list: listOf(query),
    })),
    shelf: { kind: review.shelf.kind, games: review.shelf.games.map(gameJson) },
    played: figure(review.played),
    begun: figure(review.begun),
    ...standingOutJson(known),
    longestMastery: known.longest && timedMasteryJson(known.longest),
    masteredLater: known.masteredLater.map(({ game, beatenAt, masteredAt, isHardcore }) => ({
      ...gameJson(game),
      isHardcore,
      beatenDate: isoDate(beatenAt),
      masteredDate: isoDate(masteredAt),
    })),
  };
}

const standingOutJson = ({ rarest, fastest }: YearTimes) => ({
  rarestMastery: rarest && { ...masteryJson(rarest), rarity: rarest.rarity },
  fastestMastery: fastest && timedMasteryJson(fastest),
});
const masteryJson = ({ game, at }: Mastery) => ({
  ...gameJson(game),
  date: at === null ? null : isoDate(at),
});
const timedMasteryJson = (mastery: TimedMastery) => ({
  ...masteryJson(mastery),
  seconds: mastery.seconds,
});

const gameJson = ({ id, title }: Game) => ({ gameId: id, title });
const isoDate = (epochSeconds: number) => new Date(epochSeconds * 1000).toISOString();
