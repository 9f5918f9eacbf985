import { type AwardMonth, awardsIn } from "@/lib/progress/months";
import { AWARD_LAYERS } from "./award-mix";
import type { Pen } from "./pen";

/** Of a month's width, what lies between two bars. */
const GAP = 0.2;

/** How many awards of a month at least are as high as the box: a year of few is no year of fullest months. */
const HIGH = 3;

/** Where the bars stand, in pixels. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The awards of the months of a year as bars on one line, stacked by kind, the fullest month as high as the box. */
export function drawMonths(
  pen: Pen,
  months: readonly (AwardMonth | null)[],
  { x, y, width, height }: Box,
): void {
  const fullest = Math.max(HIGH, ...months.map((month) => (month ? awardsIn(month) : 0)));
  const step = width / (months.length - GAP);
  const bar = step * (1 - GAP);
  const foot = y + height;
  for (const [at, month] of months.entries()) {
    const left = x + at * step;
    // A month without an award is there too.
    pen.rect(left, foot, bar, 2, pen.colors.track);
    let from = foot;
    for (const [key, color] of month ? AWARD_LAYERS : []) {
      const high = ((month?.[key] ?? 0) / fullest) * height;
      pen.rect(left, from - high, bar, high, pen.colors[color]);
      from -= high;
    }
  }
}
