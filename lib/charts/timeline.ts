import {
  type AwardMonth,
  awardsIn,
  monthAfter,
  NO_AWARDS,
  runningSums,
  runningTotals,
} from "@/lib/progress/months";
import { AWARD_COLORS } from "./award-colors";

/** Units of a timeline's view box. */
export const TIMELINE_HEIGHT = 100;
/** From the middle of a month to that of the next. */
export const MONTH = 10;
/** Width of a month's bar. */
export const BAR = 9;
/** A shorter history is padded to this length: a single month would fill the chart. */
const FEWEST_MONTHS = 24;
/** Lines above the foot, at most. */
const MOST_LINES = 3;
/** Space above the fullest month, so that its line is not cut off. */
const TOP = 2;

/**
 * The months that a timeline shows: at least two years. Empty months are added before a short history.
 */
export function timelineMonths(months: AwardMonth[]): AwardMonth[] {
  return paddedMonths(months, (month) => ({ month, ...NO_AWARDS }));
}

/** The same for months of another kind. @param empty makes a month without anything, of its name */
export function paddedMonths<Month extends { month: string }>(
  months: readonly Month[],
  empty: (month: string) => Month,
): Month[] {
  const first = months[0];
  if (!first) return [];
  const missing = Math.max(0, FEWEST_MONTHS - months.length);
  const before = Array.from({ length: missing }, (_, at) =>
    empty(monthAfter(first.month, at - missing)),
  );
  return [...before, ...months];
}

/** The values beside a timeline, from low to high: a few round numbers of awards a month. */
export function timelineScale(months: AwardMonth[]): { awards: number; top: number }[] {
  return valueScale(fullest(months)).map(({ value, top }) => ({ awards: value, top }));
}

/** A few round values up to `most`, from low to high, with their place as a fraction of the height. */
export function valueScale(most: number): { value: number; top: number }[] {
  const y = heightScale(most);
  return roundValues(most).map((value) => ({ value, top: y(value) / TIMELINE_HEIGHT }));
}

/** A few round numbers up to `most`, evenly apart, for the lines of a chart. */
export function roundValues(most: number): number[] {
  let step = 1;
  // 1, 2, 5, 10, 20, 50 …
  for (let next = 0; most / step >= MOST_LINES + 1; next++) step *= next % 3 === 1 ? 2.5 : 2;
  return Array.from({ length: Math.floor(most / step) }, (_, at) => step * (at + 1));
}

/**
 * Awards per month over the whole history, stacked by kind with the best at the bottom. The fullest month reaches the
 * top. As paths in a view box of `width` × `TIMELINE_HEIGHT`, which may be stretched to any size.
 */
export function timelineShapes(months: AwardMonth[]) {
  return monthShapes(
    AWARD_COLORS.map(({ key, ...look }) => ({
      ...look,
      values: months.map((month) => month[key]),
    })),
  );
}

/** The bars of one colour: a whole number for each month. */
interface MonthLayer {
  values: readonly number[];
  color: string;
  isStriped: boolean;
}

/** Draws values per month, as {@link timelineShapes} does for awards. @param layers from the bottom up */
export function monthShapes(layers: readonly MonthLayer[]) {
  const feet = layers[0]?.values.map(() => 0) ?? [];
  const paths = layers.map(({ values, color, isStriped }) => {
    const bars = values.flatMap((value, at) => {
      const from = feet[at] ?? 0;
      const to = from + value;
      feet[at] = to;
      return to > from ? [{ x: at, from, to }] : [];
    });
    return { color, isStriped, path: barPath(bars) };
  });
  const most = Math.max(1, ...feet);
  const unit = (TIMELINE_HEIGHT - TOP) / most;
  const totals = runningSums(feet);
  const total = heightScale(Math.max(1, totals.at(-1) ?? 0));
  const width = feet.length * MONTH;
  const lines = valueScale(most).map(({ top }) => `M0 ${top * TIMELINE_HEIGHT}H${width}`);
  return {
    width,
    /**
     * The coordinates of the layers: a month is 1 wide, a value's unit 1 high, from the bottom up. Whole numbers are exact
     * and shorter than units of the box.
     */
    bars: {
      /** From values and months to the view box: an SVG transformation. */
      toBox: `matrix(${MONTH} 0 0 -${unit} ${middleOf(0)} ${TIMELINE_HEIGHT})`,
      /** Width of a bar, which is a stroke of its layer. */
      width: BAR / MONTH,
      /** The dashes of a striped layer: across a bar they stay level however wide the chart is. */
      stripes: `${2 / unit} ${1.5 / unit}`,
    },
    /** The bars of each layer; one without a value has no path. */
    layers: paths,
    /** The path of cumulative values, on its own scale. */
    totals: linePath(totals.map(total)),
    /** A line at each value of {@link valueScale}. */
    grid: lines.join(""),
  };
}

/** Bars relative to the end of the previous one, which compresses to half the size. */
export function barPath(bars: { x: number; from: number; to: number }[]): string {
  return bars
    .map(({ x, from, to }, at) => {
      const last = bars[at - 1];
      const move = last ? `m${x - last.x} ${from - last.to}` : `M${x} ${from}`;
      return `${move}v${to - from}`;
    })
    .join("");
}

/** A line through these heights, month by month. */
export function linePath(heights: number[]): string {
  return heights
    .map((y, at) => (at === 0 ? `M${middleOf(0)} ${y}` : `l${MONTH} ${y - (heights[at - 1] ?? y)}`))
    .join("");
}

/** The most awards of a month; at least 1. */
export function fullest(months: AwardMonth[]): number {
  return Math.max(1, ...months.map(awardsIn));
}

/** The x coordinate of the middle of a month. */
export function middleOf(month: number): number {
  return month * MONTH + MONTH / 2;
}

/** A scale from 0 at the bottom to `most` at the top, in whole units. */
export function heightScale(most: number): (value: number) => number {
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

/** The data of a timeline by year, newest first, for a table with the same content. */
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
