import type { Game } from "@/lib/domain/player";

/**
 * A library with RA's newest rows laid on what is known of it, or null where they do not fit together
 * and all has to be read.
 *
 *     newest  c* e  a  b                  c has a new unlock, e is new
 *     known         a  b  c  d            the newest rows end with b, which has not changed:
 *     result  c* e  a  b     d            all that was before b is among them, the rest follows
 *
 * Rows come newest unlock first, so a change that leaves a row's place, such as a revised set, is not
 * seen; that is what reading all once a day is for.
 *
 * @param total how many games RA says there are
 */
export function mergeNewer(known: Game[], newest: Game[], total: number): Game[] | null {
  const last = newest.at(-1);
  if (!last) return null;
  const isNewest = new Set(newest.map((game) => game.id));
  const meetsAt = known.findIndex((game) => game.id === last.id);
  const met = known[meetsAt];
  if (!met || !isSameGame(met, last)) return null;
  if (!known.slice(0, meetsAt).every((game) => isNewest.has(game.id))) return null;
  const merged = [...newest, ...known.slice(meetsAt + 1).filter((game) => !isNewest.has(game.id))];
  return merged.length === total && isNewest.size === newest.length ? merged : null;
}

/** Whether two games are the same in everything that RA tells of one. */
export function isSameGame(one: Game, other: Game): boolean {
  return (Object.keys(one) as (keyof Game)[]).every((field) => one[field] === other[field]);
}
