import type { Game } from "@/lib/domain/player";

/**
 * A library in which three of four games are games of another library, so that the two can be compared: each
 * is one with as many achievements, which the progress in it fits.
 */
export function withCommonGames(games: readonly Game[], others: readonly Game[]): Game[] {
  const taken = new Set<number>();
  return games.map((game, at) => {
    if (at % 4 === 3) return game;
    const isFit = ({ id, maxPossible, title }: Game) =>
      maxPossible === game.maxPossible && !taken.has(id) && !title.includes("[");
    const fit = others.filter(isFit);
    const found = fit[(at * 7) % Math.max(1, fit.length)];
    if (!found) return game;
    taken.add(found.id);
    const { id, title, iconPath, systemId, systemName } = found;
    return { ...game, id, title, iconPath, systemId, systemName };
  });
}
