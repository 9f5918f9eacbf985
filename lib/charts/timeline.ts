import { type AwardMonth, awardsIn, runningTotals } from "@/lib/progress/months";
import { AWARD_COLORS } from "./award-colors";

/** Units of a timeline's view box. */
export const TIMELINE_HEIGHT = 100;
const MONTH = 10;
const BAR = 9;
/** Room above the fullest month, so that the line there is not cut. */
const TOP = 2;

/** A timeline as paths in a view box of `width` × `TIMELINE_HEIGHT`, which may be stretched to any size. */
export interface TimelineShapes {
  width: number;
  /** Width of a bar, which is a stroke of its layer. */
  bar: number;
  /** The bars of each award kind, best first; a kind without an award has no path. */
  layers: { color: string; path: string }[];
  /** The path of all awards so far, on a scale of its own. */
  totals: string;
}

/**
 * Awards a month over the whole history, stacked by kind with the best at the bottom: a bar is as high
 * as its awards are many, and the fullest month reaches the top.
 */
export function timelineShapes(months: AwardMonth[]): TimelineShapes {
  const y = heightScale(Math.max(1, ...months.map(awardsIn)));
  const feet = months.map(() => 0);
  const layers = AWARD_COLORS.map(({ key, color }) => {
    const bars = months.map((month, at) => {
      const from = feet[at] ?? 0;
      const to = from + month[key];
      feet[at] = to;
      return to > from ? `M${middleOf(at)} ${y(from)}V${y(to)}` : "";
    });
    return { color, path: bars.join("") };
  });
  const totals = runningTotals(months);
  const total = heightScale(Math.max(1, totals.at(-1) ?? 0));
  const points = totals.map((value, at) => `${middleOf(at)} ${total(value)}`);
  return {
    width: months.length * MONTH,
    bar: BAR,
    layers,
    totals: points.length > 0 ? `M${points.join("L")}` : "",
  };
}

function middleOf(month: number): number {
  return month * MONTH + MONTH / 2;
}

/** From 0 at the foot to `most` at the top, in whole units. */
function heightScale(most: number): (value: number) => number {
  return (value) => Math.round(TIMELINE_HEIGHT - (value / most) * (TIMELINE_HEIGHT - TOP));
}

/** The awards of one year. */
export interface TimelineYear {
  year: string;
  /** By kind, best first, as {@link AWARD_COLORS}. */
  awards: number[];
  /** All awards up to and with this year. */
  soFar: number;
}

/** What a timeline shows, by year and newest first, for a table that says the same in words. */
export function timelineYears(months: AwardMonth[]): TimelineYear[] {
  const totals = runningTotals(months);
  const years = new Map<string, TimelineYear>();
  for (const [at, month] of months.entries()) {
    const year = month.month.slice(0, 4);
    const before = years.get(year);
    const awards = AWARD_COLORS.map(({ key }, kind) => (before?.awards[kind] ?? 0) + month[key]);
    years.set(year, { year, awards, soFar: totals[at] ?? 0 });
  }
  return [...years.values()].reverse();
}
