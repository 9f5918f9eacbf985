import type { Game } from "@/lib/domain/player";
import { memoize, memoizeSteps } from "./per-library";
import { sortInSteps } from "./sort-in-steps";
import { hardcoreWon, won } from "./won";

const orders = memoizeSteps(new WeakMap<Game[], readonly Game[]>(), function* (games) {
  const rows = games.map((game) => ({
    game,
    won: rounded(won(game)),
    hardcoreWon: rounded(hardcoreWon(game)),
  }));
  const sorted = yield* sortInSteps(
    rows,
    (a, b) => b.won - a.won || b.hardcoreWon - a.hardcoreWon || compareSizeAndTitle(a.game, b.game),
  );
  return sorted.map(({ game }) => game);
});

/**
 * Games in the order of RA's database, which RA sorts: games that a sort considers equal stay in this order. The list is
 * shared: it must not be changed.
 */
export const baseOrder = orders.get;

/** {@link baseOrder} in steps of a few milliseconds each. */
export const baseOrderSteps = orders.steps;

/**
 * Compares two games for {@link baseOrder}: by won and hardcore won, to four decimals each as RA's database divides,
 * and the size of the set, the most first; then by title, without case and accents.
 */
export function compareInBaseOrder(a: Game, b: Game): number {
  return (
    rounded(won(b)) - rounded(won(a)) ||
    rounded(hardcoreWon(b)) - rounded(hardcoreWon(a)) ||
    compareSizeAndTitle(a, b)
  );
}

function compareSizeAndTitle(a: Game, b: Game): number {
  if (a.maxPossible !== b.maxPossible) return b.maxPossible - a.maxPossible;
  const [one, other] = [baseTitle(a), baseTitle(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** In ten thousandths. */
function rounded(fraction: number): number {
  return Math.round(fraction * 10_000);
}

/**
 * A game's title as RA's database compares it: punctuation comes before digits and letters. Cached while the game is in
 * memory: making it takes longer than sorting.
 */
export const baseTitle = memoize(new WeakMap<Game, string>(), ({ title }) => {
  const plain = title.normalize("NFD").replace(/\p{Mn}/gu, "");
  return plain.toLowerCase().replace(/[!-/:-@[-`{-~]/g, "!");
});
