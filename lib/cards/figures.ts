import type { Drawing } from "./card";
import { type Face, SMALLEST_TYPE, widthOf } from "./font";

/** A number and what it is of. */
export interface Figure {
  label: string;
  value: number;
}

/** Where a row of figures stands. Lengths are in pixels. */
export interface FigureRow {
  x: number;
  width: number;
  /** What the numbers stand on, and their names below them. */
  y: number;
  labelY: number;
  /** The largest type. */
  size: number;
  labelSize: number;
  /** Between two columns, at least. */
  gap: number;
}

const FACE: Face = "display";
const STEP = 0.5;
/** Names are made this much smaller rather than shorter. */
const SMALLER_LABEL = 0.75;

/**
 * Draws numbers above their names, in columns that share the width: as wide as each other while all fit,
 * else as wide as each needs. A number that has no room still is written smaller, and then shorter, as all
 * of the row are; it is never cut. A name may be.
 */
export function drawFigures(
  { pen, format }: Pick<Drawing<object>, "pen" | "format">,
  figures: readonly Figure[],
  row: FigureRow,
): void {
  const names = figures.map(({ label }) => label);
  const leastLabel = Math.max(SMALLEST_TYPE, row.labelSize * SMALLER_LABEL);
  const widths = (texts: string[], face: Face, size: number) =>
    texts.map((text) => widthOf(text, face, size));
  const fits = (needs: number[]) => total(needs) + row.gap * (needs.length - 1) <= row.width;
  // Names that cannot stand side by side in any case are no reason for small numbers.
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
    pen.text(numbers[at] ?? "", x, row.y, { size, face: FACE });
    pen.text(names[at] ?? "", x, row.labelY, { size: labelSize, fill: pen.colors.soft, width });
    x += width + row.gap;
  }
}

/** The first form, in the largest type, of which all fits; the last one in the smallest type if none does. */
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

/** How wide each column is, without the gaps: all together they fill the row. */
function shareWidth(numbers: number[], names: number[], { width, gap }: FigureRow): number[] {
  const room = width - gap * (numbers.length - 1);
  const equal = room / numbers.length;
  const needs = widest(numbers, names);
  if (Math.max(...needs) <= equal) return needs.map(() => equal);
  const spare = room - total(needs);
  if (spare >= 0) return needs.map((need) => need + spare / needs.length);
  // The names are cut, each by as large a part of what it has beyond its number.
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
