import type { Game } from "@/lib/domain/player";
import type { LeftOutRow } from "./retroachievements";
import type { ProgressRow } from "./wire";

/** Games in RA's order, and the rows among them that are no games. */
export interface ResolvedRows {
  games: Game[];
  leftOut: LeftOutRow[];
}

/**
 * Turns rows into games. An unreadable row becomes the known game with its id; without an id it becomes the first of the
 * games that may be missing.
 *
 * @param known games of the same player
 * @param mayBeMissing the known games that the rows should contain
 */
export function resolveRows(
  rows: readonly ProgressRow[],
  known: readonly Game[],
  mayBeMissing: readonly Game[] = known,
): ResolvedRows {
  const resolved: ResolvedRows = { games: [], leftOut: [] };
  const hasUnreadable = rows.some(({ isUnreadable }) => isUnreadable);
  const knownById = new Map(hasUnreadable ? known.map((game) => [game.id, game]) : []);
  const listed = new Set(rows.map(({ id }) => id));
  const missing = hasUnreadable ? mayBeMissing.filter(({ id }) => !listed.has(id)) : [];
  for (const { id, game, isUnreadable } of rows) {
    const substitute = isUnreadable && (id === null ? missing.shift() : knownById.get(id));
    if (game || substitute) resolved.games.push(game ?? (substitute as Game));
    else resolved.leftOut.push({ after: resolved.games.length, id, isUnreadable });
  }
  return resolved;
}
