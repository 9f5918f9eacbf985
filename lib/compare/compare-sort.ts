import { memoize, perLibrary } from "@/lib/progress/per-library";
import { sortKey } from "@/lib/progress/sort-title";
import { systemsOf } from "@/lib/progress/systems";
import type { CompareSort } from "./compare-sorts";
import { gapOf, isFinished, raceOf } from "./gap";
import type { ComparedGame } from "./join-libraries";

/** The orders of each list of compared games. */
const ordersOf = perLibrary((games: ComparedGame[]) =>
  memoize(new Map<CompareSort, ComparedGame[]>(), (sort) => order(games, sort)),
);

/**
 * All compared games in an order, made once and filtered afterwards. Equal games stay in the order of their newest
 * unlock. The list is shared: it must not be changed.
 *
 * - `latest`: by the newest unlock of any player; games without a date last.
 * - `gap`: by the difference between the player with the most and the one with the least; games of one player last.
 * - `race`: games that someone can still finish, by the difference between the first two, and with the same difference
 *   the most complete first. Then games that all players have finished, then games of one player.
 * - `title`: as RA sorts titles.
 * - `system`: by the system's name, then as `title`; events last.
 */
export function sortCompared(games: ComparedGame[], sort: CompareSort): readonly ComparedGame[] {
  return ordersOf(games)(sort);
}

function order(games: ComparedGame[], sort: CompareSort): ComparedGame[] {
  switch (sort) {
    case "latest":
      return byNumber(games, ({ progress }) => -latestUnlock(progress));
    case "gap":
      return byNumber(sortCompared(games, "latest"), (game) =>
        game.playing > 1 ? -gapOf(game) : 1,
      );
    case "race":
      return byRace(sortCompared(games, "latest"));
    case "title":
      return byTitle(sortCompared(games, "latest"));
    case "system":
      return bySystem(sortCompared(games, "title"));
  }
}

/** A new list, the smallest number first. Each number is computed once. */
function byNumber(
  games: readonly ComparedGame[],
  numberOf: (game: ComparedGame) => number,
): ComparedGame[] {
  const numbers = Float64Array.from(games, numberOf);
  return inOrder(games, (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
}

/** A new list, compared by index. */
function inOrder(
  games: readonly ComparedGame[],
  compare: (a: number, b: number) => number,
): ComparedGame[] {
  const places = games.map((game, at) => ({ game, at }));
  return places.sort((a, b) => compare(a.at, b.at)).map(({ game }) => game);
}

/** A game without a date counts as older than all others. */
function latestUnlock(progress: ComparedGame["progress"]): number {
  let latest = Number.MIN_SAFE_INTEGER;
  for (const game of progress) {
    const at = game?.mostRecentAwardedAt ?? null;
    if (at !== null && at > latest) latest = at;
  }
  return latest;
}

const OPEN = 0;
const FINISHED = 1;
const ALONE = 2;

function byRace(games: readonly ComparedGame[]): ComparedGame[] {
  const races = games.map(({ progress, playing }) => {
    const { lead, first } = raceOf({ progress });
    const isOver = progress.every((game) => !game || isFinished(game));
    return { lead, first, group: playing === 1 ? ALONE : isOver ? FINISHED : OPEN };
  });
  return inOrder(games, (a, b) => {
    const [one, other] = [races[a], races[b]];
    if (!one || !other) return 0;
    if (one.group !== other.group) return one.group - other.group;
    return one.group === ALONE ? 0 : one.lead - other.lead || other.first - one.first;
  });
}

function byTitle(games: readonly ComparedGame[]): ComparedGame[] {
  const keys = games.map(({ game }) => sortKey(game));
  return inOrder(games, (a, b) => {
    const [one = "", other = ""] = [keys[a], keys[b]];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

function bySystem(games: readonly ComparedGame[]): ComparedGame[] {
  const places = new Map(systemsOf(games.map(({ game }) => game)).map(({ id }, at) => [id, at]));
  return byNumber(games, ({ game }) => places.get(game.systemId) ?? 0);
}
