import type { Game } from "@/lib/domain/player";

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
 * The games whose titles hold every word of a query, in any order and as a part of a word too. An
 * empty query finds all.
 */
export function searchTitles(games: Game[], query: string): Game[] {
  const isFound = titleMatcher(query);
  return isFound ? games.filter(isFound) : games;
}

/** Whether a game is found, as {@link searchTitles} finds it; null if a query finds all. */
export function titleMatcher(query: string): ((game: Titled) => boolean) | null {
  const folded = foldText(query);
  if (folded === "") return null;
  const words = folded.split(" ");
  return (game) => {
    const title = foldedTitle(game);
    return words.every((word) => title.includes(word));
  };
}

/** A game's title as searched in, made once. */
export function foldedTitle(game: Titled): string {
  let title = foldedTitles.get(game);
  if (title === undefined) {
    title = foldText(game.title);
    foldedTitles.set(game, title);
  }
  return title;
}
