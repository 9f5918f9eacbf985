import type { Game, Player } from "@/lib/domain/player";
import { awardMonths } from "@/lib/progress/award-months";
import { type Counts, countGames } from "@/lib/progress/counts";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { AwardMonth } from "@/lib/progress/months";
import { yearOf } from "@/lib/progress/review-years";
import { shelfGames } from "@/lib/progress/shelf";
import { playedSystems } from "@/lib/progress/systems";
import { yearMonths } from "@/lib/progress/years";
import { AWARD_LAYERS, awardColors } from "./award-mix";
import type { Figure } from "./figures";
import type { Formatter } from "./formatter";
import { plainTitle } from "./game-line";
import { widthOf } from "./text-width";

/** The facts of a player's year that cards show. */
export interface YearFacts {
  /** Four digits: `2026`. */
  year: string;
  /** Whether the year was not over when the data was fetched. */
  isSoFar: boolean;
  /** Counts of the games awarded this year. */
  counts: Counts;
  /** Number of these awards. */
  awards: number;
  /** Number of systems among these. */
  systems: number;
  /** Twelve months, January first. */
  months: AwardMonth[];
  /** The games to show, limited in number: the best awards of the year, else the last games played in it. */
  games: Game[];
}

/** The facts of a year, counted as in the page's list of its awards. */
export function yearFacts({ games, checkedAt }: Player, year: number, most: number): YearFacts {
  const text = String(year);
  const of = (filter: Partial<ListQuery>) =>
    listGames(games, { ...DEFAULT_LIST_QUERY, ...filter }).found;
  const awarded = of({ awarded: text });
  return {
    year: text,
    // In January, the data may still be from the year before.
    isSoFar: yearOf(checkedAt) <= year,
    counts: countGames(awarded),
    awards: awarded.length,
    systems: playedSystems(awarded).length,
    months: yearMonths(awardMonths(awarded), year),
    games:
      awarded.length > 0
        ? shelfGames(awarded, [], most).games
        : of({ active: text }).slice(0, most),
  };
}

const KINDS = AWARD_LAYERS.map(([key]) => key);
/** The most award kinds with a figure each. */
const MOST_KINDS = 3;

/**
 * Up to four figures of a year. Award kinds that add up to the figure of all awards, the best first, then the most
 * frequent: with four kinds, both casual ones are one figure. A year with one kind has its systems. No figure is 0, and
 * none repeats another.
 */
export function yearFigures(
  { counts, awards, systems }: YearFacts,
  { words }: Formatter,
): Figure[] {
  const [best, ...others] = KINDS.filter((key) => counts[key] > 0);
  if (best === undefined) return [];
  const kind = (key: (typeof KINDS)[number]) => ({
    ...{ label: words.counts[key], value: counts[key] },
    colors: awardColors(key),
  });
  if (others.length === 0) {
    const more = systems > 1 ? [{ label: words.year.systems, value: systems }] : [];
    return [kind(best), ...more];
  }
  const casual = {
    ...{ label: words.casual, value: counts.completed + counts.beatenCasual },
    colors: awardColors("completed", "beatenCasual"),
  };
  const more = others.length < MOST_KINDS ? others.map(kind) : [kind("beaten"), casual];
  more.sort((a, b) => b.value - a.value);
  const all = { label: words.year.awards, value: awards, isOptional: more.length > 1 };
  return [kind(best), ...more, all];
}

/**
 * The game of a year's only award, with its day if that fits; null for a year with more awards or none.
 *
 * @param size of the text and its available width, in pixels
 */
export function onlyAward(
  { awards, games }: YearFacts,
  { day }: Formatter,
  { size, width }: { size: number; width: number },
): string | null {
  const [game] = games;
  if (awards !== 1 || !game || game.highestAwardAt === null) return null;
  const title = plainTitle(game.title);
  const dated = `${title} · ${day(game.highestAwardAt)}`;
  return widthOf(dated, "text", size) <= width ? dated : title;
}

/** A year as a sentence. */
export function yearInWords(
  { year, isSoFar, counts, awards }: YearFacts,
  { words, counted, number }: Formatter,
): string {
  const of = `${year}${isSoFar ? ` (${words.year.soFar})` : ""}${words.colon}`;
  if (awards === 0) return of + (isSoFar ? words.none.awards : words.year.quiet);
  const kinds = KINDS.filter((key) => counts[key] > 0).map(
    (key) => `${words.counts[key]}${words.colon}${number(counts[key])}`,
  );
  return `${of}${[counted(words.awardsWon, awards), ...kinds].join(", ")}.`;
}
