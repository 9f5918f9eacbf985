import type { Game } from "@/lib/domain/player";
import { type SettledRows, settleRows } from "./settle-rows";
import type { ListedRow } from "./wire";

/**
 * A library with RA's newest rows laid on what is known of it, or null where they do not fit together
 * and all has to be read.
 *
 *     newest  c* e  a  b                  c has a new unlock, e is new
 *     known         a  b  c  d            the newest rows end with b, which has not changed:
 *     result  c* e  a  b     d            all that was before b is among them, the rest follows
 *
 * Rows come newest unlock first, so a change that leaves a row's place, such as a revised set, is not
 * seen; that is what reading all once a day is for. Rows that are no games keep their places among the games.
 *
 * @param total how many rows RA says there are
 */
export function mergeNewer(
  known: SettledRows,
  newest: readonly ListedRow[],
  total: number,
): SettledRows | null {
  const lastAt = newest.findLastIndex(({ game }) => game !== null);
  const last = newest[lastAt]?.game;
  if (!last) return null;
  const meetsAt = known.games.findIndex((game) => game.id === last.id);
  const met = known.games[meetsAt];
  if (!met || !isSameGame(met, last)) return null;

  const above = known.games.slice(0, meetsAt);
  const top = settleRows(newest.slice(0, lastAt + 1), known.games, above);
  const isAtTop = new Set(top.games.map((game) => game.id));
  if (!above.every((game) => isAtTop.has(game.id))) return null;
  if (isAtTop.size !== top.games.length) return null;

  const below = known.games.slice(meetsAt + 1);
  const rest = below.filter((game) => !isAtTop.has(game.id));
  const games = [...top.games, ...rest];
  /** How many of the games below are left of the first so many. */
  const leftOf = (count: number) =>
    below.slice(0, count).filter((game) => !isAtTop.has(game.id)).length;
  const leftBelow = known.leftOut
    .filter(({ after }) => after > meetsAt)
    .map((row) => ({ ...row, after: top.games.length + leftOf(row.after - meetsAt - 1) }));
  const leftOut = [...top.leftOut, ...leftBelow];
  return games.length + leftOut.length === total ? { games, leftOut } : null;
}

/** Whether two games are the same in everything that RA tells of one. */
export function isSameGame(one: Game, other: Game): boolean {
  return (Object.keys(one) as (keyof Game)[]).every((field) => one[field] === other[field]);
}
