import type { Game } from "@/lib/domain/player";
import { memoize } from "./per-library";
import { ROMAN_NUMERALS } from "./sort-title";

/** Folds a title or a query for search: no case, accents or punctuation. */
function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Titled = Pick<Game, "title">;

/**
 * The games whose titles contain every word of a query, in any order, also within words. Roman numerals and numbers find
 * each other, and "and" finds `&`. An empty query finds all.
 */
export function searchTitles(games: Game[], query: string): Game[] {
  const isFound = titleMatcher(query);
  return isFound ? games.filter(isFound) : games;
}

/** The predicate of {@link searchTitles}; null if a query finds all. */
export function titleMatcher(query: string): ((game: Titled) => boolean) | null {
  const folded = foldText(query);
  if (folded === "") return null;
  const words = folded.split(" ").map((word) => {
    const number = numberOf(word);
    return { word, number: number === undefined ? null : ` ${number} ` };
  });
  return (game) => {
    const title = foldedTitle(game);
    return words.every(
      ({ word, number }) => title.includes(word) || (number !== null && title.includes(number)),
    );
  };
}

/**
 * A game's title for search: words with a space around each, then the numbers of its numerals. Cached while the game is
 * in memory: making it takes longer than searching.
 */
export const foldedTitle = memoize(new WeakMap<Titled, string>(), ({ title }) => {
  const folded = foldText(title.replaceAll("&", " and "));
  const numbers = NUMERAL.test(folded)
    ? folded.split(" ").flatMap((word) => numberOf(word) ?? [])
    : [];
  return ` ${[folded, ...numbers].join(" ")} `;
});

/** A cheap check first: most titles have no numeral. */
const NUMERAL = /\b[ivx]+\b/;

/** The number of a folded word that is a Roman numeral in RA's sort titles. */
function numberOf(word: string): number | undefined {
  const at = ROMAN_NUMERALS.indexOf(word.toUpperCase());
  return at < 0 ? undefined : at + 1;
}
