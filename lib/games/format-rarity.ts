/** A part of players in percent, in two digits and rounded down as on cards: `45%`, `2.1%`, `0.031%`, `under 0.01%`. */
export function formatRarity(fraction: number): string {
  if (fraction === 0) return "0%";
  if (fraction < 0.0001) return "under 0.01%";
  const steps = fraction >= 0.1 ? 1 : fraction >= 0.01 ? 10 : fraction >= 0.001 ? 100 : 1000;
  // 0.29 × 100 is a little less than 29. No part of so many players is so close to a step from below.
  return `${Math.floor(fraction * 100 * steps + 1e-9) / steps}%`;
}
