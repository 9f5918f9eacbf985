/**
 * Upright bars as one stroked path, the stroke as wide as a bar: the shortest way to write many.
 * Each bar is `[x of its middle, y of its foot, y of its top]`; lengths are cut to whole units.
 */
export function bars(color: string, width: number, each: [number, number, number][]): string {
  const path = each.map(
    ([x, foot, top]) => `M${Math.round(x)} ${Math.round(foot)}V${Math.round(top)}`,
  );
  return stroked(color, width, path.join(""));
}

/** A stroked path; nothing for an empty one. */
export function stroked(color: string, width: number, path: string): string {
  return path === "" ? "" : `<path stroke="${color}" stroke-width="${width}" d="${path}"/>`;
}
