import { type GameState, isSameState } from "./state";

/** The difference of one game between two states of a player. */
export interface GameChange {
  id: number;
  /** Null: it was not in the list. */
  before: GameState | null;
  /** Null: it is not in the list any more. */
  after: GameState | null;
  /** Of a game that left the list, since the library no longer has it; null where it is unknown. */
  title: string | null;
}

/** A change of a game that was in the list before and still is. */
export interface GameStayed extends GameChange {
  before: GameState;
  after: GameState;
}

/** Whether a game was in the list before and after. */
export function hasStayed(change: GameChange): change is GameStayed {
  return change.before !== null && change.after !== null;
}

/**
 * All games that differ between two lists, by id.
 *
 * @param before by id, as `after`
 * @param titles known titles of games that left the list
 */
export function changesBetween(
  before: readonly GameState[],
  after: readonly GameState[],
  titles: ReadonlyMap<number, string> = new Map(),
): GameChange[] {
  const changes: GameChange[] = [];
  let at = 0;
  const leave = (game: GameState) =>
    changes.push({ id: game.id, before: game, after: null, title: titles.get(game.id) ?? null });
  for (const game of after) {
    let old = before[at];
    while (old && old.id < game.id) {
      leave(old);
      old = before[++at];
    }
    if (old?.id !== game.id) {
      changes.push({ id: game.id, before: null, after: game, title: null });
    } else {
      at++;
      if (!isSameState(old, game))
        changes.push({ id: game.id, before: old, after: game, title: null });
    }
  }
  for (const old of before.slice(at)) leave(old);
  return changes;
}

/** A list, by id, with changes applied. Applying them again changes nothing. */
export function applyChanges(
  games: readonly GameState[],
  changes: readonly GameChange[],
): GameState[] {
  return put(games, changes, "after");
}

/** A list, by id, with changes undone as far as they are known. */
export function undoChanges(
  games: readonly GameState[],
  changes: readonly GameChange[],
): GameState[] {
  return put(games, changes, "before");
}

/** Changes diffed from the result of earlier changes instead of the list that both were diffed from. */
export function rebasedChanges(
  changes: readonly GameChange[],
  earlier: readonly GameChange[],
): GameChange[] {
  const firsts = new Map(earlier.map((change) => [change.id, change]));
  const seconds = new Map(changes.map((change) => [change.id, change]));
  return idsOf(earlier, changes).flatMap((id) => {
    const [first, second] = [firsts.get(id), seconds.get(id)];
    const before = (first ? first.after : second?.before) ?? null;
    // A game that only changed earlier has its first state again.
    const after = (second ? second.after : first?.before) ?? null;
    if (before === after || (before && after && isSameState(before, after))) return [];
    return [{ id, before, after, title: after === null ? (second?.title ?? null) : null }];
  });
}

/** Joins changes with later ones, which need not start where these end: the first and the last state of each game. */
export function joinedChanges(
  changes: readonly GameChange[],
  later: readonly GameChange[],
): GameChange[] {
  const firsts = new Map(changes.map((change) => [change.id, change]));
  const seconds = new Map(later.map((change) => [change.id, change]));
  return idsOf(changes, later).flatMap((id) => {
    const [first, second] = [firsts.get(id), seconds.get(id)];
    const before = (first ?? second)?.before ?? null;
    const { after = null, title = null } = second ?? first ?? {};
    if (before === after || (before && after && isSameState(before, after))) return [];
    return [{ id, before, after, title }];
  });
}

function idsOf(...lists: (readonly GameChange[])[]): number[] {
  const ids = new Set(lists.flatMap((changes) => changes.map(({ id }) => id)));
  return [...ids].sort((one, other) => one - other);
}

/** A list with one side of changes: the games there before, or after. */
function put(
  games: readonly GameState[],
  changes: readonly GameChange[],
  side: "before" | "after",
): GameState[] {
  if (changes.length === 0) return [...games];
  const byId = new Map(games.map((game) => [game.id, game]));
  for (const { id, [side]: game } of changes) {
    if (game) byId.set(id, game);
    else byId.delete(id);
  }
  return [...byId.values()].sort((one, other) => one.id - other.id);
}
