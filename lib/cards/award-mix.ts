import type { Counts } from "@/lib/progress/counts";
import type { Colors } from "./themes";

/** The award kinds with their colours, best first: the stacking order on cards. */
export const AWARD_LAYERS = [
  ["mastered", "gold"],
  ["completed", "goldPale"],
  ["beaten", "silver"],
  ["beatenCasual", "silverPale"],
] as const satisfies readonly (readonly [keyof Counts, keyof Colors])[];

/** The award mix as parts of a bar, best first. `whole` is the games that fill the bar. */
export function awardMix(
  counts: Counts,
  whole: number,
  colors: Colors,
): { fill: string; share: number }[] {
  return AWARD_LAYERS.map(([key, color]) => ({
    fill: colors[color],
    share: counts[key] / Math.max(1, whole),
  }));
}
