/** Height of the view box; its width is the number of days. */
export const GROWTH_HEIGHT = 100;
/** Room above the highest value and below the lowest, so that no line is cut. */
const ROOM = 4;

/** A growth chart as paths in a view box of `width` × `GROWTH_HEIGHT`, which may be stretched to any size. */
export interface GrowthShapes {
  width: number;
  /** Through consecutive known days. */
  line: string;
  /** Between known days with unknown days in between. */
  gaps: string;
  /** Single known days: a line of length 0 each. */
  points: string;
}

/**
 * Draws a value by day, from the lowest at the bottom to the highest at the top.
 *
 * @param values one per day; null where it is unknown
 */
export function growthShapes(values: readonly (number | null)[]): GrowthShapes {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const lowest = Math.min(...known.map(({ value }) => value));
  const highest = Math.max(...known.map(({ value }) => value));
  const height = GROWTH_HEIGHT - 2 * ROOM;
  const top = (value: number) =>
    highest === lowest
      ? GROWTH_HEIGHT / 2
      : Math.round(ROOM + (1 - (value - lowest) / (highest - lowest)) * height);
  const shapes: GrowthShapes = { width: values.length, line: "", gaps: "", points: "" };
  for (const [index, { at, value }] of known.entries()) {
    const last = known[index - 1];
    const next = known[index + 1];
    const follows = last?.at === at - 1;
    const place = `${at + 0.5} ${top(value)}`;
    if (follows) shapes.line += `L${place}`;
    else if (next?.at === at + 1) shapes.line += `M${place}`;
    else shapes.points += `M${place}h0`;
    if (last && !follows) shapes.gaps += `M${last.at + 0.5} ${top(last.value)}L${place}`;
  }
  return shapes;
}
