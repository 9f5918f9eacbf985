import type { Drawing } from "./card";
import type { Face } from "./font";
import type { Pen } from "./pen";
import { SMALLEST_TYPE, widthOf } from "./text-width";
import type { Colors } from "./themes";

/** A number with its label. */
export interface Figure {
  label: string;
  value: number;
  /** What the card's bars draw it with: names of the pen's colours, for a legend. */
  colors?: (keyof Colors)[];
  /** Left out where not all labels fit. */
  isOptional?: boolean;
}

/** Layout of a row of figures, in pixels. */
export interface FigureRow {
  x: number;
  width: number;
  /** Baselines of the numbers and of the labels below. */
  y: number;
  labelY: number;
  /** Maximum font size. */
  size: number;
  labelSize: number;
  /** Minimum gap between columns. */
  gap: number;
  /** Whether each number has a line in the colours of its figure above it. */
  isLegend?: boolean;
}

/** The line above a number, as parts of the number's size: length, height and distance from the baseline. */
const LINE = { width: 0.72, height: 0.12, up: 0.98 };

const FACE: Face = "display";
const STEP = 0.5;
/** Labels shrink to this share of their size before they are cut. */
const SMALLER_LABEL = 0.75;

/**
 * Draws numbers above their labels in columns: of equal width if everything fits, else each as wide as it needs. If that
 * is too wide, optional figures go, all numbers shrink, then become compact. Numbers are never cut; labels may be.
 */
export function drawFigures(
  { pen, format }: Pick<Drawing<object>, "pen" | "format">,
  all: readonly Figure[],
  row: FigureRow,
): void {
  const leastLabel = Math.max(SMALLEST_TYPE, row.labelSize * SMALLER_LABEL);
  const widths = (texts: string[], face: Face, size: number) =>
    texts.map((text) => widthOf(text, face, size));
  const fits = (needs: number[]) => total(needs) + row.gap * (needs.length - 1) <= row.width;
  const needed = all.filter(({ isOptional }) => !isOptional);
  const figures = fits(
    widths(
      all.map(({ label }) => label),
      "text",
      leastLabel,
    ),
  )
    ? all
    : needed;
  const names = figures.map(({ label }) => label);
  // Labels that do not fit at any size do not shrink the numbers.
  const leastNames = widths(names, "text", leastLabel);
  const mustHold = fits(leastNames) ? leastNames : names.map(() => 0);
  const forms = [
    figures.map(({ value }) => format.number(value)),
    figures.map(({ value }) => format.compact(value)),
  ];
  const { numbers, size } = largest(forms, row.size, (texts, at) =>
    fits(widest(widths(texts, FACE, at), mustHold)),
  );
  const ofNumbers = widths(numbers, FACE, size);
  let labelSize = row.labelSize;
  while (labelSize > leastLabel && !fits(widest(ofNumbers, widths(names, "text", labelSize))))
    labelSize = Math.max(leastLabel, labelSize - STEP);
  const ofNames = widths(names, "text", labelSize);
  const columns = shareWidth(ofNumbers, ofNames, row);
  let x = row.x;
  for (const [at, width] of columns.entries()) {
    if (row.isLegend) drawLine(pen, figures[at]?.colors ?? [], { x, y: row.y, size });
    pen.text(numbers[at] ?? "", x, row.y, { size, face: FACE });
    pen.text(names[at] ?? "", x, row.labelY, { size: labelSize, fill: pen.colors.soft, width });
    x += width + row.gap;
  }
}

/** Draws colours side by side as a line above a number of this place and size. */
export function drawLine(
  pen: Pen,
  colors: readonly (keyof Colors)[],
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const part = (size * LINE.width) / colors.length;
  for (const [at, color] of colors.entries())
    pen.rect(x + at * part, y - size * LINE.up, part, size * LINE.height, pen.colors[color]);
}

/** The first form at the largest size that fits; else the last form at the smallest size. */
function largest(
  forms: string[][],
  size: number,
  fits: (texts: string[], size: number) => boolean,
): { numbers: string[]; size: number } {
  for (const least of [Math.max(SMALLEST_TYPE, size * 0.6), SMALLEST_TYPE]) {
    for (const numbers of forms) {
      for (let at = size; at >= least; at -= STEP) {
        if (fits(numbers, at)) return { numbers, size: at };
      }
    }
  }
  return { numbers: forms.at(-1) ?? [], size: SMALLEST_TYPE };
}

/** The widths of the columns, which fill the row together with the gaps. */
function shareWidth(numbers: number[], names: number[], { width, gap }: FigureRow): number[] {
  const room = width - gap * (numbers.length - 1);
  const equal = room / numbers.length;
  const needs = widest(numbers, names);
  if (Math.max(...needs) <= equal) return needs.map(() => equal);
  const spare = room - total(needs);
  if (spare >= 0) return needs.map((need) => need + spare / needs.length);
  // Cut each label by the same share of its width beyond its number.
  const beyond = total(needs) - total(numbers);
  const kept = beyond === 0 ? 0 : Math.max(0, room - total(numbers)) / beyond;
  return needs.map((need, at) => {
    const number = numbers[at] ?? 0;
    return number + (need - number) * kept;
  });
}

const total = (lengths: number[]) => lengths.reduce((sum, length) => sum + length, 0);
const widest = (some: number[], others: number[]) =>
  some.map((length, at) => Math.max(length, others[at] ?? 0));
