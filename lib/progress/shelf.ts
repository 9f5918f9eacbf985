import type { Game } from "@/lib/domain/player";
import { withoutEvents } from "./systems";

/** Games to be put on show. */
export interface Shelf {
  /** What they have in common. */
  label: "Mastered last" | "Completed last" | "Beaten last" | "Played last" | "Chosen games";
  games: Game[];
}

/** More do not stand side by side. */
const MOST = 12;
const FEWEST = 4;

/**
 * The games that a player would put on show: those that were chosen, else the newest masteries; with
 * fewer than four of them the newest completions, beaten games, or games at all, whichever are enough.
 * Events are none.
 *
 * @param chosen ids of games with commas between, in their order; empty for none
 * @param most how many there is room for
 */
export function shelfOf(games: readonly Game[], chosen: string, most = MOST): Shelf {
  const own = withoutEvents(games);
  const ids = chosen === "" ? [] : chosen.split(",").map(Number);
  const picked = ids.flatMap((id) => own.find((game) => game.id === id) ?? []);
  if (picked.length > 0)
    return { label: "Chosen games", games: [...new Set(picked)].slice(0, most) };
  const newest = (keeps: (game: Game) => boolean) =>
    own
      .filter((game) => keeps(game) && game.highestAwardAt !== null)
      .sort((a, b) => (b.highestAwardAt ?? 0) - (a.highestAwardAt ?? 0))
      .slice(0, most);
  const shelves: Shelf[] = [
    { label: "Mastered last", games: newest(({ highestAwardKind: kind }) => kind === "mastered") },
    {
      label: "Completed last",
      games: newest(({ highestAwardKind: kind }) => kind === "completed"),
    },
    {
      label: "Beaten last",
      games: newest(({ highestAwardKind: kind }) => kind?.startsWith("beaten") ?? false),
    },
  ];
  const enough = shelves.find((shelf) => shelf.games.length >= Math.min(FEWEST, most));
  return enough ?? { label: "Played last", games: own.slice(0, most) };
}
