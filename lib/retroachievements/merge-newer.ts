import type { Game } from "@/lib/domain/player";
import { type ResolvedRows, resolveRows } from "./resolve-rows";
import type { ProgressRow } from "./wire";

/**
 * Merges RA's newest rows into a known library; null if they do not fit together, so that all must be read.
 *
 *     newest  c* e  a  b                  c has a new unlock, e is new
 *     known         a  b  c  d            the newest rows end with b, which is unchanged:
 *     result  c* e  a  b     d            all that was before b is among them, the rest follows
 *
 * Rows are sorted by newest unlock, so a change that does not move a row, such as a revised set, is missed: for those
 * the whole list is read once a day. Rows that are no games keep their places among the games.
 *
 * @param total RA's number of rows
 */
export function mergeNewer(
  known: ResolvedRows,
  newest: readonly ProgressRow[],
  total: number,
): ResolvedRows | null {
  const lastAt = newest.findLastIndex(({ game }) => game !== null);
  const last = newest[lastAt]?.game;
  if (!last) return null;
  const meetsAt = known.games.findIndex((game) => game.id === last.id);
  const met = known.games[meetsAt];
  if (!met || !isSameGame(met, last)) return null;

  const above = known.games.slice(0, meetsAt);
  const top = resolveRows(newest.slice(0, lastAt + 1), known.games, above);
  const isAtTop = new Set(top.games.map((game) => game.id));
  if (!above.every((game) => isAtTop.has(game.id))) return null;
  if (isAtTop.size !== top.games.length) return null;

  const below = known.games.slice(meetsAt + 1);
  const rest = below.filter((game) => !isAtTop.has(game.id));
  const games = [...top.games, ...rest];
  /** How many of the first `count` games below remain there. */
  const leftOf = (count: number) =>
    below.slice(0, count).filter((game) => !isAtTop.has(game.id)).length;
  const leftBelow = known.leftOut
    .filter(({ after }) => after > meetsAt)
    .map((row) => ({ ...row, after: top.games.length + leftOf(row.after - meetsAt - 1) }));
  const leftOut = [...top.leftOut, ...leftBelow];
  return games.length + leftOut.length === total ? { games, leftOut } : null;
}

/** Whether two games are equal in all fields. */
export function isSameGame(one: Game, other: Game): boolean {
  return (Object.keys(one) as (keyof Game)[]).every((field) => one[field] === other[field]);
}
