import { type AwardMonth, awardsIn } from "@/lib/progress/months";
import { AWARD_LAYERS } from "./award-mix";
import type { Pen } from "./pen";
import { fitToWidth, widthOf } from "./text-width";

/** The gap between bars, as a share of a month's width. */
const GAP = 0.2;

/** Minimum scale: the full height is at least this many awards, so that few awards look like few. */
const HIGH = 3;

/** Position of the chart, in pixels. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws the initials of the months below the bars of the same place. */
export function drawInitials(
  pen: Pen,
  initials: readonly string[],
  { x, y, width, height }: Box,
  most: number,
): void {
  const step = width / (initials.length - GAP);
  const bar = step * (1 - GAP);
  for (const [at, initial] of initials.entries()) {
    const { size } = fitToWidth([initial], "text", most, bar);
    const left = x + at * step + (bar - widthOf(initial, "text", size)) / 2;
    pen.text(initial, left, y + height + most * 1.35, { size, fill: pen.colors.soft });
  }
}

/** Draws a year's awards by month as stacked bars; the highest month fills the height. */
export function drawMonths(
  pen: Pen,
  months: readonly AwardMonth[],
  { x, y, width, height }: Box,
): void {
  const fullest = Math.max(HIGH, ...months.map(awardsIn));
  const step = width / (months.length - GAP);
  const bar = step * (1 - GAP);
  const foot = y + height;
  for (const [at, month] of months.entries()) {
    const left = x + at * step;
    // Months without awards get a mark, too.
    pen.rect(left, foot, bar, 2, pen.colors.track);
    let from = foot;
    for (const [key, color] of AWARD_LAYERS) {
      const high = (month[key] / fullest) * height;
      pen.rect(left, from - high, bar, high, pen.colors[color]);
      from -= high;
    }
  }
}
