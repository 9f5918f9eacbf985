import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { masteriesOf, type Times } from "./masteries";
import { type Playtime, playtimeOf } from "./playtime";
import { rarityOf } from "./rarity";

/** A player in a comparison. */
interface TimedPlayer {
  games: readonly Game[];
  times: Times;
}

/** A game of all players of a comparison. Lists are in the order of the players. */
export interface ComparedTimes {
  gameId: number;
  /** The share of hardcore players who have mastered the game; null: unknown. */
  rarity: number | null;
  /** Seconds; null: unknown. */
  playtimes: (number | null)[];
  /** Seconds of play until the mastery; null: not mastered, or unknown. */
  timesToMaster: (number | null)[];
  /** Who mastered it in the least time, as a place in the lists; null: fewer than two did, or two needed the same time. */
  fastest: number | null;
}

/** Times of players side by side. */
export interface TimeComparison {
  /** Of all their games; null: nothing is known. */
  playtimes: (Playtime | null)[];
  /** The games that all of them have, in the order of the first player's list. */
  games: ComparedTimes[];
  /** In how many games each was the fastest to master. */
  fastest: number[];
}

/** Compares players by their times, without RA's Events. A game is fastest for one player only, or for none. */
export function compareTimes(players: readonly TimedPlayer[]): TimeComparison {
  const [first, ...others] = players;
  const seconds = players.map(
    ({ games, times }) =>
      new Map(masteriesOf(games, times).map((mastery) => [mastery.game.id, mastery.seconds])),
  );
  const listed = others.map((player) => new Set(gamesOf(player).map(({ id }) => id)));
  const games = (first ? gamesOf(first) : [])
    .filter(({ id }) => listed.every((ids) => ids.has(id)))
    .map(({ id }): ComparedTimes => {
      const timesToMaster = seconds.map((known) => known.get(id) ?? null);
      const rarities = players.map(({ times }) => {
        const time = times.get(id);
        return time ? rarityOf(time) : null;
      });
      return {
        gameId: id,
        // The same for everybody, read at different times.
        rarity: rarities.find((rarity) => rarity !== null) ?? null,
        playtimes: players.map(({ times }) => times.get(id)?.playtime || null),
        timesToMaster,
        fastest: placeOfLeast(timesToMaster),
      };
    });
  return {
    playtimes: players.map(({ times }) => (times.size === 0 ? null : playtimeOf(times))),
    games,
    fastest: players.map((_, place) => games.filter(({ fastest }) => fastest === place).length),
  };
}

const gamesOf = ({ games }: TimedPlayer) =>
  games.filter(({ systemId }) => systemId !== EVENTS_SYSTEM_ID);

function placeOfLeast(all: readonly (number | null)[]): number | null {
  const known = all.filter((each) => each !== null);
  const least = Math.min(...known);
  const isAlone = known.length > 1 && known.filter((each) => each === least).length === 1;
  return isAlone ? all.indexOf(least) : null;
}
