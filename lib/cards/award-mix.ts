import type { Counts } from "@/lib/progress/counts";
import type { Colors } from "./themes";

/** The award kinds with their colours, best first: the stacking order on cards. */
export const AWARD_LAYERS = [
  ["mastered", "gold"],
  ["completed", "goldPale"],
  ["beaten", "silver"],
  ["beatenCasual", "silverPale"],
] as const satisfies readonly (readonly [keyof Counts, keyof Colors])[];

/** The award mix as parts of a bar that all counted games fill, best first. */
export function awardMix(counts: Counts, colors: Colors): { fill: string; share: number }[] {
  return AWARD_LAYERS.map(([key, color]) => ({
    fill: colors[color],
    share: counts[key] / Math.max(1, counts.played),
  }));
}

/** The names of the colours that draw these counts, best first; none for counts that are not of an award. */
export function awardColors(...keys: (keyof Counts)[]): (keyof Colors)[] {
  return AWARD_LAYERS.filter(([key]) => keys.includes(key)).map(([, color]) => color);
}
