import type { Game } from "@/lib/domain/player";

/** Above the ids of all made-up games. */
const OWN_IDS = 20_000;

/**
 * A library in which three of four games are replaced by games of another library, so that the two can be compared. Each
 * replacement has the same number of achievements, so that the progress fits. A game that stays has an id that the other
 * library has not.
 */
export function withCommonGames(games: readonly Game[], others: readonly Game[]): Game[] {
  const known = new Set(others.map(({ id }) => id));
  const taken = new Set<number>();
  const own = (game: Game) => (known.has(game.id) ? { ...game, id: game.id + OWN_IDS } : game);
  return games.map((game, at) => {
    if (at % 4 === 3) return own(game);
    const isCandidate = ({ id, maxPossible, title }: Game) =>
      maxPossible === game.maxPossible && !taken.has(id) && !title.includes("[");
    const candidates = others.filter(isCandidate);
    const found = candidates[(at * 7) % Math.max(1, candidates.length)];
    if (!found) return own(game);
    taken.add(found.id);
    const { id, title, iconPath, systemId, systemName } = found;
    return { ...game, id, title, iconPath, systemId, systemName };
  });
}
