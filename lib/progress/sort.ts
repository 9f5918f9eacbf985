import type { Game } from "@/lib/domain/player";
import { figureOf, type ListFigure } from "@/lib/times/list-figures";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { baseOrderSteps } from "./base-order";
import { finish } from "./per-library";
import { sortInSteps } from "./sort-in-steps";
import { sortKey } from "./sort-title";
import type { Sort } from "./sorts";
import { won } from "./won";

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
