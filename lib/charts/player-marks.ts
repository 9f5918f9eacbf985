/**
 * What separates compared players, in their order: the colour, and without it the shape of the mark and the dashes of
 * the line.
 */
export const PLAYER_MARKS = [
  { form: "disc", color: "var(--player-a)", dashes: undefined },
  { form: "square", color: "var(--player-b)", dashes: "7 3" },
  { form: "triangle", color: "var(--player-c)", dashes: "2 3" },
  { form: "diamond", color: "var(--player-d)", dashes: "10 3 2 3" },
] as const;

/** How a player is marked. */
export type PlayerMark = (typeof PLAYER_MARKS)[number];

/** The mark of a player, by place. */
export function playerMark(place: number): PlayerMark {
  return PLAYER_MARKS[place] ?? PLAYER_MARKS[0];
}
