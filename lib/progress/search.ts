import type { Game } from "@/lib/domain/player";
import { ROMAN_NUMERALS } from "./sort-title";

/** A title or a query without what a searcher does not mind: case, accents, punctuation. */
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

/** Folded titles, for as long as their games are in memory: folding takes longer than searching. */
const foldedTitles = new WeakMap<Titled, string>();

/**
 * The games whose titles hold every word of a query, in any order and as a part of a word too. A Roman numeral is
 * found by its number and a number by its numeral, `&` by "and". An empty query finds all.
 */
export function searchTitles(games: Game[], query: string): Game[] {
  const isFound = titleMatcher(query);
  return isFound ? games.filter(isFound) : games;
}

/** Whether a game is found, as {@link searchTitles} finds it; null if a query finds all. */
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

/** A game's title as searched in, made once: words with a blank around each, and behind them what its numerals are. */
export function foldedTitle(game: Titled): string {
  let title = foldedTitles.get(game);
  if (title === undefined) {
    const folded = foldText(game.title.replaceAll("&", " and "));
    const numbers = NUMERAL.test(folded)
      ? folded.split(" ").flatMap((word) => numberOf(word) ?? [])
      : [];
    title = ` ${[folded, ...numbers].join(" ")} `;
    foldedTitles.set(game, title);
  }
  return title;
}

/** Cheaper than to look at each word: most titles have no numeral. */
const NUMERAL = /\b[ivx]+\b/;

/** The number that a folded word is, if it is a Roman numeral that RA's sort titles know. */
function numberOf(word: string): number | undefined {
  const at = ROMAN_NUMERALS.indexOf(word.toUpperCase());
  return at < 0 ? undefined : at + 1;
}
