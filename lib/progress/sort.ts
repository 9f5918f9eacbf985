import type { Game } from "@/lib/domain/player";
import { figureOf, type ListFigure, type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { baseOrderSteps } from "./base-order";
import { finish, memoize } from "./per-library";
import { sortInSteps } from "./sort-in-steps";
import { sortTitle } from "./sort-title";
import { won } from "./won";

/** RA's sorts, under the values that its URLs use; a minus turns one around. */
const RA_SORTS = [
  { value: "unlock_date", label: "Newest first" },
  { value: "-unlock_date", label: "Oldest first" },
  { value: "pct_won", label: "Most complete" },
  { value: "-pct_won", label: "Least complete" },
  { value: "game_title", label: "Title, A to Z" },
  { value: "-game_title", label: "Title, Z to A" },
] as const;

/** This site's own sorts, by figures that may be unknown, named in the same way. */
export const FIGURE_SORTS = [
  { value: "playtime", label: "Longest played" },
  { value: "-playtime", label: "Shortest played" },
  { value: "time_to_master", label: "Longest to master" },
  { value: "-time_to_master", label: "Fastest to master" },
  { value: "points", label: "Most points" },
  { value: "-points", label: "Fewest points" },
  { value: "rarity", label: "Rarest mastery" },
  { value: "-rarity", label: "Most common mastery" },
] as const satisfies { value: ListFigure | `-${ListFigure}`; label: string }[];

/** All sorts, RA's first. */
export const SORTS = [...RA_SORTS, ...FIGURE_SORTS] as const;

/** The figure that a sort is by; null for RA's own sorts. */
export function figureOfSort(sort: Sort): ListFigure | null {
  return FIGURE_SORTS.some(({ value }) => value === sort)
    ? (sort.replace(/^-/, "") as ListFigure)
    : null;
}

/** The value of a sort. */
export type Sort = (typeof SORTS)[number]["value"];

/**
 * Sorts games as RA's page does, into a new list. Equal games stay in RA's base order in both directions, except that
 * `-pct_won` is `pct_won` reversed (RA's completion progress page). Games whose figure is unknown are last in both directions.
 */
export function sortGames(games: Game[], sort: Sort, times: ListTimes = NO_TIMES): Game[] {
  return finish(sortGamesInSteps(games, sort, times));
}

/** {@link sortGames} in steps of a few milliseconds each. */
export function* sortGamesInSteps(
  games: Game[],
  sort: Sort,
  times: ListTimes,
): Generator<void, Game[]> {
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
    case "playtime":
    case "time_to_master":
    case "points":
      return yield* byFigure(base, times, sort, -1);
    case "rarity":
      return yield* byFigure(base, times, sort, 1);
    case "-playtime":
      return yield* byFigure(base, times, "playtime", 1);
    case "-time_to_master":
      return yield* byFigure(base, times, "time_to_master", 1);
    case "-points":
      return yield* byFigure(base, times, "points", 1);
    case "-rarity":
      return yield* byFigure(base, times, "rarity", -1);
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

function* byFigure(
  base: readonly Game[],
  times: ListTimes,
  figure: ListFigure,
  direction: 1 | -1,
): Generator<void, Game[]> {
  const known: { game: Game; value: number }[] = [];
  const unknown: Game[] = [];
  for (const game of base) {
    const value = figureOf(game, times.get(game.id), figure);
    if (value === null) unknown.push(game);
    else known.push({ game, value });
  }
  const sorted = yield* sortInSteps(known, (a, b) => direction * (a.value - b.value));
  return sorted.map(({ game }) => game).concat(unknown);
}

type Titled = Pick<Game, "title">;

/** A game's sort title, cached while the game is in memory: making it takes longer than sorting. */
export const sortKey = memoize(new WeakMap<Titled, string>(), ({ title }) => sortTitle(title));
