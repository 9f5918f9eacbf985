import type { Game, Player } from "@/lib/domain/player";
import { awardMonths } from "@/lib/progress/award-months";
import { type Counts, countGames } from "@/lib/progress/counts";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { AwardMonth } from "@/lib/progress/months";
import { yearOf } from "@/lib/progress/review-years";
import { shelfGames } from "@/lib/progress/shelf";
import { playedSystems } from "@/lib/progress/systems";
import { AWARD_LAYERS } from "./award-mix";
import type { Figure } from "./figures";
import { widthOf } from "./font";
import type { Formatter } from "./formatter";
import { plainTitle } from "./game-line";

/** What a card tells of one year of a player. */
export interface YearFacts {
  /** As it is written: `2026`. */
  year: string;
  /** Whether it was not over yet when RA was asked, or had not even begun. */
  isSoFar: boolean;
  /** Of the games whose award is of this year. */
  counts: Counts;
  /** How many of them there are. */
  awards: number;
  /** How many systems they are for. */
  systems: number;
  /** All twelve, January first. */
  months: (AwardMonth | null)[];
  /** Those to be shown, at most as many as asked for: the best awards of the year, else what was played last in it. */
  games: Game[];
}

/** What the list of the awards of a year counts, as the page has it, and the games that show it best. */
export function yearFacts({ games, checkedAt }: Player, year: number, most: number): YearFacts {
  const text = String(year);
  const of = (filter: Partial<ListQuery>) =>
    listGames(games, { ...DEFAULT_LIST_QUERY, ...filter }).found;
  const awarded = of({ awarded: text });
  const byMonth = new Map(awardMonths(awarded).map((month) => [month.month, month]));
  return {
    year: text,
    // In the first days of a year what is known may be from the last days of the one before.
    isSoFar: yearOf(checkedAt) <= year,
    counts: countGames(awarded),
    awards: awarded.length,
    systems: playedSystems(awarded).length,
    months: Array.from(
      { length: 12 },
      (_, at) => byMonth.get(`${text}-${String(at + 1).padStart(2, "0")}`) ?? null,
    ),
    games:
      awarded.length > 0
        ? shelfGames(awarded, [], most).games
        : of({ active: text }).slice(0, most),
  };
}

const KINDS = AWARD_LAYERS.map(([key]) => key);

/**
 * The three numbers that tell most of a year, fewer of one with little to tell: the best kind of award,
 * the one that was won most often beside it, and all awards. None of them is 0, and none says the same again.
 */
export function yearFigures(
  { counts, awards, systems }: YearFacts,
  { words }: Formatter,
): Figure[] {
  const [best, ...others] = KINDS.filter((key) => counts[key] > 0);
  if (best === undefined) return [];
  const kind = (key: (typeof KINDS)[number]) => ({ label: words.counts[key], value: counts[key] });
  const [next] = others.sort((a, b) => counts[b] - counts[a]);
  const all = next ? [kind(next), { label: words.year.awards, value: awards }] : [];
  const more = systems > 1 ? [{ label: words.headings.systems, value: systems }] : [];
  return [kind(best), ...all, ...more].slice(0, 3);
}

/**
 * Which game the only award of a year is for, with its day if that has room; null for a year with more or none.
 *
 * @param size of the text, and `width` is its room, both in pixels
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

/** A year in a sentence. */
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
