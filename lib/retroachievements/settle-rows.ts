import type { Game } from "@/lib/domain/player";
import type { LeftOutRow } from "./retroachievements";
import type { ListedRow } from "./wire";

/** Games in RA's order, and the rows among them that are none. */
export interface SettledRows {
  games: Game[];
  leftOut: LeftOutRow[];
}

/**
 * Makes games of rows. A row that cannot be read is the game that is known by its id; without an id it is the first of
 * the games that may be missing.
 *
 * @param known games of the same player
 * @param mayBeMissing those of them that the rows ought to have
 */
export function settleRows(
  rows: readonly ListedRow[],
  known: readonly Game[],
  mayBeMissing: readonly Game[] = known,
): SettledRows {
  const settled: SettledRows = { games: [], leftOut: [] };
  const hasUnreadable = rows.some(({ isUnreadable }) => isUnreadable);
  const knownById = new Map(hasUnreadable ? known.map((game) => [game.id, game]) : []);
  const listed = new Set(rows.map(({ id }) => id));
  const missing = hasUnreadable ? mayBeMissing.filter(({ id }) => !listed.has(id)) : [];
  for (const { id, game, isUnreadable } of rows) {
    const kept = isUnreadable && (id === null ? missing.shift() : knownById.get(id));
    if (game || kept) settled.games.push(game ?? (kept as Game));
    else settled.leftOut.push({ after: settled.games.length, id, isUnreadable });
  }
  return settled;
}
