import type { Game } from "@/lib/domain/player";

/**
 * A library in which three of four games are replaced by games of another library, so that the two can be compared. Each
 * replacement has the same number of achievements, so that the progress fits.
 */
export function withCommonGames(games: readonly Game[], others: readonly Game[]): Game[] {
  const taken = new Set<number>();
  return games.map((game, at) => {
    if (at % 4 === 3) return game;
    const isCandidate = ({ id, maxPossible, title }: Game) =>
      maxPossible === game.maxPossible && !taken.has(id) && !title.includes("[");
    const candidates = others.filter(isCandidate);
    const found = candidates[(at * 7) % Math.max(1, candidates.length)];
    if (!found) return game;
    taken.add(found.id);
    const { id, title, iconPath, systemId, systemName } = found;
    return { ...game, id, title, iconPath, systemId, systemName };
  });
}
