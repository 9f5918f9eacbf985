import type { Game } from "@/lib/domain/player";
import { aboutGame, type FeedEntry } from "./atom";

/**
 * The feed entry of a game's achievements on a day, which is the same from the history as from unlocks.
 *
 * @param day of the UTC calendar, as `2026-11-23`
 * @param at the newest of them, in epoch seconds
 */
export function achievementEntry(
  day: string,
  game: Game,
  { hardcore, casual }: { hardcore: number; casual: number },
  at: number,
): FeedEntry {
  const count = hardcore + casual;
  const what = count === 1 ? "1 achievement" : `${count} achievements`;
  const more = casual === 0 ? "" : `: ${casual} in casual mode`;
  const about = ["history", day, "achievements", String(game.id)];
  return { about, ...aboutGame(what, game, more), at, gameId: game.id };
}
