import type { Unlock } from "@/lib/unlocks/unlock";
import { randomFrom } from "./random";

/** Longer pauses between two unlocks are not played, and this is how long the first one takes, in seconds. */
const MOST_SECONDS = 1500;
const FIRST_SECONDS = 700;

/** How many have played a made-up game in hardcore mode. */
export function demoPlayers(gameId: number): number {
  return randomFrom(`players of ${gameId}`).between(300, 60_000);
}

/** The share of them who have its rarest achievement, and so have mastered it. */
export function demoRarity(gameId: number): number {
  return 0.002 + 0.14 * randomFrom(`rarity of ${gameId}`).fraction() ** 3;
}

/** The seconds that were played for unlocks of a game, oldest first. */
export function demoPlaytime(unlocks: readonly Pick<Unlock, "at">[]): number {
  return unlocks.reduce((sum, { at }, index) => {
    const before = unlocks[index - 1];
    return sum + (before ? Math.min(MOST_SECONDS, at - before.at) : FIRST_SECONDS);
  }, 0);
}
