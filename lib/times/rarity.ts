import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { GameTime } from "./game-time";
import { isWholeMastery } from "./whole-mastery";

type Masteries = Pick<GameTime, "timesMastered" | "playersHardcore">;

/** In percent: a mastery is rare if at most so many of the game's hardcore players have it. */
export const RARE_PERCENT = 5;

/** How rare a mastery is: the share of hardcore players who have mastered the game, 0 to 1; null: unknown. */
export function rarityOf({ timesMastered, playersHardcore }: Masteries): number | null {
  if (timesMastered === null || !playersHardcore) return null;
  // RA counts the two at different times.
  return Math.min(1, timesMastered / playersHardcore);
}

/**
 * {@link rarityOf} a game that a player has; null too for retired sets, and where RA has not counted the player's own mastery.
 */
export function masteryRarity(
  { highestAwardKind, maxPossible }: Pick<Game, "highestAwardKind" | "maxPossible">,
  time: Masteries,
): number | null {
  if (maxPossible === 0) return null;
  if (highestAwardKind === "mastered" && time.timesMastered === 0) return null;
  return rarityOf(time);
}

/**
 * Whether a game's award is a mastery that at most {@link RARE_PERCENT} percent of its hardcore players have. None is of a set that
 * has grown since: its rarity is that of the set as it is now. None is of an event.
 */
export function isRareMastery(game: Game, time: Masteries | undefined): boolean {
  if (!time || !isWholeMastery(game) || game.systemId === EVENTS_SYSTEM_ID) return false;
  const { timesMastered, playersHardcore } = time;
  if (masteryRarity(game, time) === null || timesMastered === null || playersHardcore === null) {
    return false;
  }
  // Without a division, which can miss a share that is met.
  return timesMastered * 100 <= playersHardcore * RARE_PERCENT;
}
