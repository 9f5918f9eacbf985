import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import {
  fastestMasteries,
  longestMasteries,
  masteredAt,
  type RareMastery,
  rarestMasteries,
  type TimedMastery,
  type Times,
  yearOf,
} from "./masteries";

/** A game that was beaten in one year and mastered in a later one. */
export interface BeatenThenMastered {
  game: Game;
  /** Both in epoch seconds. */
  beatenAt: number;
  masteredAt: number;
  isHardcore: boolean;
}

/** What times say about one year. RA has hours by game only, so a year has none. */
export interface YearTimes {
  /** Of the masteries of that year; null: none is known. */
  rarest: RareMastery | null;
  fastest: TimedMastery | null;
  longest: TimedMastery | null;
  /** Games that RA's list has in a later year only, as mastered. Newest beaten first. */
  masteredLater: BeatenThenMastered[];
}

/**
 * The rarest, fastest and longest mastery of a year, and what was beaten then and mastered later. Without RA's Events.
 *
 * @param year of the UTC calendar
 */
export function yearTimes(games: readonly Game[], times: Times, year: number): YearTimes {
  const of = [games, times, year] as const;
  return {
    rarest: rarestMasteries(...of)[0] ?? null,
    fastest: fastestMasteries(...of)[0] ?? null,
    longest: longestMasteries(...of)[0] ?? null,
    masteredLater: games
      .flatMap((game) => beatenThenMastered(game, times, year) ?? [])
      .sort((a, b) => b.beatenAt - a.beatenAt || a.game.id - b.game.id),
  };
}

function beatenThenMastered(game: Game, times: Times, year: number): BeatenThenMastered | null {
  const time = times.get(game.id);
  if (!time || game.systemId === EVENTS_SYSTEM_ID) return null;
  const at = masteredAt(game, time);
  if (at === null || yearOf(at) <= year) return null;
  // RA dates both when a game is beaten in hardcore mode at once: it is one award.
  const { beatenHardcoreAt, beatenAt } = time;
  const isHardcore = beatenHardcoreAt !== null && yearOf(beatenHardcoreAt) === year;
  const wonAt = isHardcore ? beatenHardcoreAt : beatenAt;
  if (wonAt === null || yearOf(wonAt) !== year) return null;
  return { game, beatenAt: wonAt, masteredAt: at, isHardcore };
}
