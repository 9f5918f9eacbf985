import type { Counts } from "@/lib/progress/counts";

/**
 * The four award kinds, best first, as every chart stacks and colours them. Colour separates gold from silver, and
 * stripes mark the lesser award of each.
 */
export const AWARD_COLORS = [
  { key: "mastered", label: "Mastered", color: "var(--chart-mastered)", isStriped: false },
  { key: "completed", label: "Completed", color: "var(--chart-mastered)", isStriped: true },
  { key: "beaten", label: "Beaten", color: "var(--chart-beaten)", isStriped: false },
  { key: "beatenCasual", label: "Beaten (casual)", color: "var(--chart-beaten)", isStriped: true },
] as const satisfies readonly {
  key: keyof Counts;
  label: string;
  color: string;
  isStriped: boolean;
}[];
