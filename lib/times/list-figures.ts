import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { ListTime, ListTimes } from "./list-time";
import { secondsToMaster } from "./masteries";
import { masteryRarity } from "./rarity";
import { timeOfAward } from "./time-of-row";
import { isWholeMastery } from "./whole-mastery";

/** What games can be sorted by. A mastery whose set has grown since has neither time nor rarity. */
const LIST_FIGURES = {
  /** Seconds. */
  playtime: (_, { playtime }) => playtime || null,
  /** Seconds of play until the mastery or completion, where RA shows them. */
  time_to_master: (game, time) =>
    game.highestAwardKind === "completed" ? timeOfAward(game, time) : secondsToMaster(game, time),
  /** Of all modes. */
  points: (_, { points }) => points,
  /** The share of hardcore players who have mastered it. */
  rarity: (game, time) =>
    game.highestAwardKind === "mastered" && !isWholeMastery(game)
      ? null
      : masteryRarity(game, time),
} as const satisfies Record<string, (game: Game, time: ListTime) => number | null>;

/** The name of a figure that games are sorted by. */
export type ListFigure = keyof typeof LIST_FIGURES;

/** A game's figure; null: unknown, as are all of RA's events. */
export function figureOf(
  game: Game,
  time: ListTime | undefined,
  figure: ListFigure,
): number | null {
  if (!time || game.systemId === EVENTS_SYSTEM_ID) return null;
  return LIST_FIGURES[figure](game, time);
}

/** The figures that are known of any game. */
export function knownFigures(games: readonly Game[], times: ListTimes): ListFigure[] {
  const names = Object.keys(LIST_FIGURES) as ListFigure[];
  return names.filter((name) =>
    games.some((game) => figureOf(game, times.get(game.id), name) !== null),
  );
}
