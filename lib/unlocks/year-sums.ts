import { DAY_MS } from "@/lib/domain/days";
import { sumUnlocks, type UnlockSums } from "./day-sums";
import { unlocksByDay } from "./days-in-zone";
import { type DailyStreak, streaks } from "./streaks";
import type { Unlock } from "./unlock";

/** A year of a player in a time zone. */
export interface YearSums extends UnlockSums {
  daysPlayed: number;
  /** Within the year. */
  longestStreak: DailyStreak | null;
  /** The day with the most achievements; of two the later. */
  busiestDay: { day: string; achievements: number } | null;
  /** The game with the most achievements; of two the one with more points, then the smaller id. */
  mostWonGame: { gameId: number; achievements: number; points: number } | null;
}

/** The figures of a year. Takes what `daysInZone` takes. */
export function yearSums(unlocks: readonly Unlock[], year: number, zone: string): YearSums {
  const byDay = unlocksByDay(unlocks, year, zone);
  const all = [...byDay.values()].flat();
  const numbers = [...byDay.keys()].map((day) => Date.parse(day) / DAY_MS);
  return {
    ...sumUnlocks(all),
    daysPlayed: byDay.size,
    longestStreak: streaks(numbers, 0).longest,
    busiestDay: busiestDayOf(byDay),
    mostWonGame: mostWonGameOf(all),
  };
}

function busiestDayOf(byDay: ReadonlyMap<string, Unlock[]>): YearSums["busiestDay"] {
  let busiest: YearSums["busiestDay"] = null;
  for (const [day, { length: achievements }] of byDay) {
    if (achievements >= (busiest?.achievements ?? 0)) busiest = { day, achievements };
  }
  return busiest;
}

function mostWonGameOf(unlocks: readonly Unlock[]): YearSums["mostWonGame"] {
  const games = new Map<number, NonNullable<YearSums["mostWonGame"]>>();
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
