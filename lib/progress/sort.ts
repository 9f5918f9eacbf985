import type { Game } from "@/lib/domain/player";
import { baseOrderSteps } from "./base-order";
import { finish, memoize } from "./per-library";
import { sortInSteps } from "./sort-in-steps";
import { sortTitle } from "./sort-title";
import { won } from "./won";

/** RA's sorts, under the values that its URLs use; a minus turns one around. */
export const SORTS = [
  { value: "unlock_date", label: "Newest first" },
  { value: "-unlock_date", label: "Oldest first" },
  { value: "pct_won", label: "Most complete" },
  { value: "-pct_won", label: "Least complete" },
  { value: "game_title", label: "Title, A to Z" },
  { value: "-game_title", label: "Title, Z to A" },
] as const;

/** The value of one of RA's sorts. */
export type Sort = (typeof SORTS)[number]["value"];

/**
 * Sorts games as RA's page does, into a new list. Equal games stay in RA's base order in both directions, except that
 * `-pct_won` is `pct_won` reversed (RA's completion progress page).
 */
export function sortGames(games: Game[], sort: Sort): Game[] {
  return finish(sortGamesInSteps(games, sort));
}

/** {@link sortGames} in steps of a few milliseconds each. */
export function* sortGamesInSteps(games: Game[], sort: Sort): Generator<void, Game[]> {
  const base = yield* baseOrderSteps(games);
  switch (sort) {
    case "unlock_date":
      return yield* sortInSteps(base, (a, b) => unlockedAt(b) - unlockedAt(a));
    case "-unlock_date":
      return yield* sortInSteps(base, (a, b) => unlockedAt(a) - unlockedAt(b));
    case "pct_won":
      return yield* byWon(base);
    case "-pct_won":
      return (yield* byWon(base)).reverse();
    case "game_title":
      return yield* byTitle(base, 1);
    case "-game_title":
      return yield* byTitle(base, -1);
  }
}

/** A game without a date counts as older than all others. */
function unlockedAt(game: Game): number {
  return game.mostRecentAwardedAt ?? Number.MIN_SAFE_INTEGER;
}

/** A retired set has no achievements, so it comes right after the complete ones. */
function byWon(base: readonly Game[]): Generator<void, Game[]> {
  return sortInSteps(base, (a, b) => won(b) - won(a) || b.maxPossible - a.maxPossible);
}

function* byTitle(base: readonly Game[], direction: 1 | -1): Generator<void, Game[]> {
  const rows = base.map((game) => ({ game, key: sortKey(game) }));
  const sorted = yield* sortInSteps(
    rows,
    (a, b) => direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  return sorted.map(({ game }) => game);
}

type Titled = Pick<Game, "title">;

/** A game's sort title, cached while the game is in memory: making it takes longer than sorting. */
export const sortKey = memoize(new WeakMap<Titled, string>(), ({ title }) => sortTitle(title));
