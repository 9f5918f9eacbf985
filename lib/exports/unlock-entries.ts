import { dayIndex, utcDayOf } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import { groupByDay } from "@/lib/unlocks/day-sums";
import type { Unlock } from "@/lib/unlocks/unlock";
import { achievementEntry } from "./achievement-entry";
import type { FeedEntry } from "./atom";

/**
 * One feed entry for each UTC day and game with unlocks, with the ids that entries of a history have, so that a reader shows
 * an entry once, whichever it is made from.
 *
 * @param unlocks all of their days
 * @param games today's library: games that left it have no entries
 */
export function unlockEntries(unlocks: readonly Unlock[], games: readonly Game[]): FeedEntry[] {
  const byId = new Map(games.map((game) => [game.id, game]));
  return [...groupByDay(unlocks, dayIndex).values()].flatMap((ofDay) =>
    [...groupByGame(ofDay)].flatMap(([id, all]) => {
      const game = byId.get(id);
      if (!game) return [];
      const at = Math.max(...all.map((unlock) => unlock.at));
      const casual = all.filter(({ isHardcore }) => !isHardcore).length;
      const won = { hardcore: all.length - casual, casual };
      return [achievementEntry(utcDayOf(at * 1000), game, won, at)];
    }),
  );
}

function groupByGame(unlocks: readonly Unlock[]): Map<number, Unlock[]> {
  const byGame = new Map<number, Unlock[]>();
  for (const unlock of unlocks) {
    const before = byGame.get(unlock.gameId);
    if (before) before.push(unlock);
    else byGame.set(unlock.gameId, [unlock]);
  }
  return byGame;
}
