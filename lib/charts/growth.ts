/** Height of a climb's view box; it is as wide as there are days. */
export const GROWTH_HEIGHT = 100;
/** Room above the highest value and below the lowest, so that no line is cut. */
const ROOM = 4;

/** A climb as paths in a view box of `width` × `GROWTH_HEIGHT`, which may be stretched to any size. */
export interface GrowthShapes {
  width: number;
  /** What is known, day by day. */
  line: string;
  /** From a known day to the next one, over days of which nothing is known. */
  gaps: string;
  /** Known days that stand alone: a point each, as a line without a length. */
  points: string;
}

/**
 * A value as it climbs from day to day, from the lowest at the foot to the highest at the top.
 *
 * @param values a day each; null where nothing is known
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
