/** A game to choose, with what sets it apart from others. */
export interface NamedGame {
  id: number;
  title: string;
  systemName: string | null;
}

/** A game under a title that no other game to choose has. */
export interface GameChoice {
  id: number;
  title: string;
}

/** Games by their titles, each game once, with the system where two have the same title. */
export function withOwnTitles(games: readonly NamedGame[]): GameChoice[] {
  const once = [...new Map(games.map((game) => [game.id, game])).values()];
  const counts = new Map<string, number>();
  for (const { title } of once) counts.set(title, (counts.get(title) ?? 0) + 1);
  return once.map(({ id, title, systemName }) => ({
    id,
    title: counts.get(title) === 1 ? title : `${title} (${systemName ?? id})`,
  }));
}
