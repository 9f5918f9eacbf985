import type { ComparedGame } from "./join-libraries";

/** The most players that are compared, and so the letters that they have in a URL. */
export const MOST_PLAYERS = 4;
const LETTERS = ["a", "b", "c", "d"] as const;
type Letter = (typeof LETTERS)[number];

/** Which games are kept by who plays them and who is ahead, as a URL says it. */
export type Who = "all" | "both" | "even" | `${Letter}-ahead` | `only-${Letter}`;

/** A choice of {@link Who}, in words. */
export interface WhoFilter {
  value: Who;
  label: string;
}

/** Keeps games in which a player is ahead. */
export function aheadFilter(player: number): Who {
  return `${LETTERS[player] ?? "a"}-ahead`;
}

/** Keeps games that nobody else plays. */
export function onlyFilter(player: number): Who {
  return `only-${LETTERS[player] ?? "a"}`;
}

/** All choices that there are between these players, in the order in which they are offered. */
export function whoFilters(names: readonly string[]): WhoFilter[] {
  return [
    { value: "all", label: "All games" },
    { value: "both", label: names.length > 2 ? `All ${names.length} play` : "Both play" },
    ...names.map((name, at) => ({ value: aheadFilter(at), label: `${name} ahead` })),
    { value: "even", label: "Even" },
    ...names.map((name, at) => ({ value: onlyFilter(at), label: `Only ${name}` })),
  ];
}

/** The same choice between the same players, after the first two have changed places. */
export function swappedWho(who: Who): Who {
  const player = playerOf(who);
  if (player > 1) return who;
  return who === aheadFilter(player) ? aheadFilter(1 - player) : onlyFilter(1 - player);
}

/**
 * What a choice keeps of the games. `both` is for what all of the players play; what is even is played by two of
 * them at least.
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

/** The place of the player whom a choice names; beyond all places if it names none. */
function playerOf(text: string): number {
  const at = LETTERS.findIndex((_, at) => text === aheadFilter(at) || text === onlyFilter(at));
  return at < 0 ? MOST_PLAYERS : at;
}
