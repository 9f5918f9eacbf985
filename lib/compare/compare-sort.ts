import { perLibrary } from "@/lib/progress/per-library";
import { sortKey } from "@/lib/progress/sort";
import { systemsOf } from "@/lib/progress/systems";
import { gapOf, isFinished, raceOf } from "./gap";
import type { ComparedGame } from "./join-libraries";

/** The orders of compared games, under the values that URLs use. */
export const COMPARE_SORTS = [
  { value: "latest", label: "Newest first" },
  { value: "gap", label: "Widest gap" },
  { value: "race", label: "Closest race" },
  { value: "title", label: "Title" },
  { value: "system", label: "System" },
] as const;

/** The value of an order of compared games. */
export type CompareSort = (typeof COMPARE_SORTS)[number]["value"];

/** The orders of each list of compared games. */
const ordersOf = perLibrary((_: ComparedGame[]) => new Map<CompareSort, ComparedGame[]>());

/**
 * All compared games in an order, made once: what is filtered is filtered after that. What is equal stays in the
 * order of its newest unlock. The list is shared: it must not be changed.
 *
 * - `latest`: by the newest unlock of anybody; games without a date last.
 * - `gap`: by the difference of what is won between who has most and who has least of it. What nobody else plays
 *   comes last.
 * - `race`: what two play at least and somebody still can finish, by the difference between the two in front, and
 *   of those that are equally close, the most won first. Then what all of its players have finished, then what nobody
 *   else plays.
 * - `title`: as RA sorts titles.
 * - `system`: by the system's name, then as `title`; events last.
 */
export function sortCompared(games: ComparedGame[], sort: CompareSort): readonly ComparedGame[] {
  const orders = ordersOf(games);
  let sorted = orders.get(sort);
  if (!sorted) {
    sorted = order(games, sort);
    orders.set(sort, sorted);
  }
  return sorted;
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

/** In a new list, the smallest number first, each of which is asked for once. */
function byNumber(
  games: readonly ComparedGame[],
  numberOf: (game: ComparedGame) => number,
): ComparedGame[] {
  const numbers = Float64Array.from(games, numberOf);
  return inOrder(games, (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
}

/** In a new list, compared by their places. */
function inOrder(
  games: readonly ComparedGame[],
  compare: (a: number, b: number) => number,
): ComparedGame[] {
  const places = games.map((game, at) => ({ game, at }));
  return places.sort((a, b) => compare(a.at, b.at)).map(({ game }) => game);
}

/** A game that RA has no date for counts as unlocked before all others. */
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
