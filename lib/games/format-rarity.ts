/** A part of players in percent, as finely as matters: `45%`, `2.1%`, `0.03%`, `under 0.01%`. */
export function formatRarity(fraction: number): string {
  const percent = fraction * 100;
  if (percent === 0) return "0%";
  if (percent < 0.01) return "under 0.01%";
  const digits = percent >= 10 ? 0 : percent >= 0.1 ? 1 : 2;
  return `${Number(percent.toFixed(digits))}%`;
}
