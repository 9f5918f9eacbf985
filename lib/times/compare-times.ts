import type { Game } from "@/lib/domain/player";
import type { ListTimes } from "./list-time";
import { secondsToMaster } from "./masteries";
import { type Playtime, playtimeOf } from "./playtime";
import { isRareMastery, masteryRarity, rarityOf } from "./rarity";

/** A game of several players, in their order; null: a player does not have it. */
interface Compared {
  progress: readonly (Game | null)[];
}

/** What is known of the times of a compared game. Lists are in the order of the players. */
export interface ComparedTimes {
  /** The share of hardcore players who have mastered the game; null: unknown. */
  rarity: number | null;
  /** Seconds; null: unknown. */
  playtimes: (number | null)[];
  /** Seconds of play until the mastery; null: not mastered, or unknown. */
  timesToMaster: (number | null)[];
  /** Who mastered it in the least time, as a place in the lists; null: fewer than two did, or two needed the same time. */
  fastest: number | null;
}

/**
 * The times of a compared game.
 *
 * @param times of each player; empty where none are known
 */
export function timesOfCompared(
  { progress }: Compared,
  times: readonly ListTimes[],
): ComparedTimes {
  const known = progress.map((game, at) => {
    const time = game ? times[at]?.get(game.id) : undefined;
    return {
      rarity: game && time ? masteryRarity(game, time) : null,
      playtime: time?.playtime || null,
      toMaster: game && secondsToMaster(game, time),
    };
  });
  const timesToMaster = known.map(({ toMaster }) => toMaster);
  return {
    // The same for everybody, read at different times.
    rarity: known.find(({ rarity }) => rarity !== null)?.rarity ?? null,
    playtimes: known.map(({ playtime }) => playtime),
    timesToMaster,
    fastest: placeOfLeast(timesToMaster),
  };
}

function placeOfLeast(all: readonly (number | null)[]): number | null {
  const known = all.filter((each) => each !== null);
  const least = Math.min(...known);
  const isAlone = known.length > 1 && known.filter((each) => each === least).length === 1;
  return isAlone ? all.indexOf(least) : null;
}

/** What the times of a compared player come to. */
export interface TimeTotals {
  /** Of all their games; null: unknown. */
  playtime: Playtime | null;
  /** Masteries that few players have; null: unknown. */
  rareMasteries: number | null;
  /** Games that they mastered in less time than the others who mastered them. */
  fastest: number;
}

/**
 * The totals of compared players, in their order.
 *
 * @param games of all players
 * @param players their own games, and their times, empty where none are known
 */
export function compareTotals(
  games: readonly Compared[],
  players: readonly { games: readonly Game[]; times: ListTimes }[],
): TimeTotals[] {
  const times = players.map((player) => player.times);
  const fastest = players.map(() => 0);
  for (const game of games) {
    const first = timesOfCompared(game, times).fastest;
    if (first !== null) fastest[first] = (fastest[first] ?? 0) + 1;
  }
  return players.map((player, at) => {
    const playtime = playtimeOf(player.games, player.times);
    return {
      playtime: playtime.games > 0 ? playtime : null,
      rareMasteries: rareMasteriesOf(player),
      fastest: fastest[at] ?? 0,
    };
  });
}

function rareMasteriesOf({ games, times }: { games: readonly Game[]; times: ListTimes }) {
  if (![...times.values()].some((time) => rarityOf(time) !== null)) return null;
  return games.filter((game) => isRareMastery(game, times.get(game.id))).length;
}
