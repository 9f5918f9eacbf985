import type { DaySums } from "./day-sums";
import { monthSums, type UnlockMonth } from "./month-sums";

/** The achievements of several players in the same months. */
export interface CommonMonths {
  /** UTC months without gaps, `2024-03`, from the first with an unlock of any player to the last. */
  months: string[];
  /** For each player, the achievements of each month. */
  achievements: number[][];
}

/** Counts the achievements of players by month. */
export function commonMonths(players: readonly DaySums[]): CommonMonths {
  const each = players.map((sums) => new Map(monthSums(sums).map((month) => [month.month, month])));
  const all = monthSums(players.flat().sort((a, b) => a.day - b.day));
  const months = all.map(({ month }) => month);
  const countOf = (month: UnlockMonth | undefined) => month?.achievements ?? 0;
  return {
    months,
    achievements: each.map((byName) => months.map((name) => countOf(byName.get(name)))),
  };
}
