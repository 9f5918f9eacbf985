import { type AwardMonth, awardsIn, runningTotals } from "@/lib/progress/months";
import {
  BAR,
  barPath,
  fullest,
  heightScale,
  linePath,
  MONTH,
  middleOf,
  roundValues,
  TIMELINE_HEIGHT,
} from "./timeline";

/** Room between the lines and the first lane, and between lanes. */
const GAP = 8;
const LANE = 32;

/**
 * Draws players' awards over the same months on one scale, as paths in a view box of `width` × `height`, which may be
 * stretched: lines of cumulative awards, and below them one lane per player with the awards of each month.
 *
 * @param players the same months for each
 */
export function playerMonthsShapes(players: readonly AwardMonth[][]) {
  const totals = players.map(runningTotals);
  const most = Math.max(1, ...totals.map((each) => each.at(-1) ?? 0));
  const y = heightScale(most);
  const width = (players[0]?.length ?? 0) * MONTH;
  const height = TIMELINE_HEIGHT + players.length * (GAP + LANE);
  const busiest = Math.max(...players.map(fullest));
  const footOf = (player: number) => TIMELINE_HEIGHT + (player + 1) * (GAP + LANE);
  const values = roundValues(most);
  return {
    width,
    height,
    /** Width of a bar, which is a stroke of its lane. */
    bar: BAR,
    /** Lines at round numbers of cumulative awards, with their place as a fraction of the height. */
    scale: values.map((awards) => ({ awards, top: y(awards) / height })),
    grid: [...values.map(y), TIMELINE_HEIGHT].map((at) => `M0 ${at}H${width}`).join(""),
    /** The base lines of the lanes. */
    feet: players.map((_, player) => `M0 ${footOf(player)}H${width}`).join(""),
    /** For each player the line of cumulative awards, and one bar per month in a lane below. */
    players: players.map((months, player) => {
      const from = footOf(player);
      const bars = months.flatMap((month, at) => {
        const awards = awardsIn(month);
        // Even one award is visible.
        const length = Math.max(2, Math.round((awards / busiest) * LANE));
        return awards > 0 ? [{ x: middleOf(at), from, to: from - length }] : [];
      });
      return {
        totals: linePath((totals[player] ?? []).map(y)),
        bars: barPath(bars),
        /** Where the lane's mark is, as a fraction of the height: low, since most bars are short. */
        markAt: (from - LANE / 4) / height,
      };
    }),
  };
}

/** The awards of several players in one year. */
export interface PlayersYear {
  year: string;
  /** Of each player: in this year, and up to and with it. */
  players: { awards: number; soFar: number }[];
}

/** The data of the chart by year, newest first, for a table with the same content. */
export function playersYears(players: readonly AwardMonth[][]): PlayersYear[] {
  const years = new Map<string, PlayersYear>();
  for (const [player, months] of players.entries()) {
    let soFar = 0;
    for (const month of months) {
      const name = month.month.slice(0, 4);
      const year = years.get(name) ?? {
        year: name,
        players: players.map(() => ({ awards: 0, soFar: 0 })),
      };
      years.set(name, year);
      const awards = awardsIn(month);
      soFar += awards;
      year.players[player] = { awards: (year.players[player]?.awards ?? 0) + awards, soFar };
    }
  }
  return [...years.values()].reverse();
}
