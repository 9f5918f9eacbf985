import type { ComparedGame } from "./join-libraries";

/** The most players of a comparison; each has a letter in the URL. */
export const MOST_PLAYERS = 4;
const LETTERS = ["a", "b", "c", "d"] as const;
type Letter = (typeof LETTERS)[number];

/** A filter by the players and the leader of a game, as in a URL. */
export type Who = "all" | "both" | "even" | `${Letter}-ahead` | `only-${Letter}`;

/** A choice of {@link Who}, in words. */
export interface WhoFilter {
  value: Who;
  label: string;
}

/** Keeps games that a player leads. */
export function aheadFilter(player: number): Who {
  return `${LETTERS[player] ?? "a"}-ahead`;
}

/** Keeps games that no other player has. */
export function onlyFilter(player: number): Who {
  return `only-${LETTERS[player] ?? "a"}`;
}

/** All choices for these players, in the order of the form. */
export function whoFilters(names: readonly string[]): WhoFilter[] {
  return [
    { value: "all", label: "All games" },
    { value: "both", label: names.length > 2 ? `All ${names.length} play` : "Both play" },
    ...names.map((name, at) => ({ value: aheadFilter(at), label: `${name} ahead` })),
    { value: "even", label: "Tied" },
    ...names.map((name, at) => ({ value: onlyFilter(at), label: `Only ${name}` })),
  ];
}

/** The same choice after the first two players have been swapped. */
export function swappedWho(who: Who): Who {
  const player = playerOf(who);
  if (player > 1) return who;
  return who === aheadFilter(player) ? aheadFilter(1 - player) : onlyFilter(1 - player);
}

/**
 * Filters games by a choice. `both` keeps games of all players; tied games have two players or more.
 */
export function keepWho(games: readonly ComparedGame[], who: Who): readonly ComparedGame[] {
  if (who === "all") return games;
  if (who === "both") return games.filter(({ playing, progress }) => playing === progress.length);
  if (who === "even") return games.filter(({ playing, leader }) => playing > 1 && leader === null);
  const player = playerOf(who);
  return who === onlyFilter(player)
    ? games.filter(({ playing, progress }) => playing === 1 && progress[player])
    : games.filter(({ leader }) => leader === player);
}

/** The index of the player in a choice; out of range if there is none. */
function playerOf(text: string): number {
  const at = LETTERS.findIndex((_, at) => text === aheadFilter(at) || text === onlyFilter(at));
  return at < 0 ? MOST_PLAYERS : at;
}
