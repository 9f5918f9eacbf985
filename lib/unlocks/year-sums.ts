import { DAY_MS } from "@/lib/domain/days";
import { sumUnlocks, type UnlockSums } from "./day-sums";
import { daysInZone, unlocksByDay, type ZoneDay } from "./days-in-zone";
import { type DailyStreak, streaks } from "./streaks";
import type { Unlock } from "./unlock";

/** The figures of a year that its days have. */
export interface YearFigures extends Omit<UnlockSums, "games"> {
  daysPlayed: number;
  /** Within the year. */
  longestStreak: DailyStreak | null;
  /** The day with the most achievements; of two the later. */
  busiestDay: { day: string; achievements: number } | null;
  /**
   * The game with the most achievements; of two the one with more points, then the smaller id. Null without an unlock, and
   * if only the sums of days are known.
   */
  mostWonGame: { gameId: number; achievements: number; points: number } | null;
}

/** A year of a player in a time zone. */
export interface YearSums extends YearFigures {
  /** Different games. */
  games: number;
}

/** The figures of a year. Takes what `daysInZone` takes. */
export function yearSums(unlocks: readonly Unlock[], year: number, zone: string): YearSums {
  const all = [...unlocksByDay(unlocks, year, zone).values()].flat();
  return {
    ...yearFigures(daysInZone(unlocks, year, zone)),
    games: sumUnlocks(all).games,
    mostWonGame: mostWonGameOf(all),
  };
}

/** The figures of a year of which only the sums of its days are known. @param days oldest first */
export function yearFigures(days: readonly ZoneDay[]): YearFigures {
  const sum = (of: "achievements" | "hardcore" | "points" | "retroPoints") =>
    days.reduce((all, day) => all + day[of], 0);
  return {
    achievements: sum("achievements"),
    hardcore: sum("hardcore"),
    points: sum("points"),
    retroPoints: sum("retroPoints"),
    daysPlayed: days.length,
    longestStreak: streaks(
      days.map(({ day }) => Date.parse(day) / DAY_MS),
      0,
    ).longest,
    busiestDay: busiestDayOf(days),
    mostWonGame: null,
  };
}

function busiestDayOf(days: readonly ZoneDay[]): YearFigures["busiestDay"] {
  let busiest: YearFigures["busiestDay"] = null;
  for (const { day, achievements } of days) {
    if (achievements >= (busiest?.achievements ?? 0)) busiest = { day, achievements };
  }
  return busiest;
}

function mostWonGameOf(unlocks: readonly Unlock[]): YearFigures["mostWonGame"] {
  const games = new Map<number, NonNullable<YearFigures["mostWonGame"]>>();
  for (const { gameId, points } of unlocks) {
    const game = games.get(gameId) ?? { gameId, achievements: 0, points: 0 };
    game.achievements++;
    game.points += points;
    games.set(gameId, game);
  }
  const [most = null] = [...games.values()].sort(
    (a, b) => b.achievements - a.achievements || b.points - a.points || a.gameId - b.gameId,
  );
  return most;
}
