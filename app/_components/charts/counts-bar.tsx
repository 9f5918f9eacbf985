import { pluralize } from "@/app/_components/pluralize";
import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber } from "@/lib/format";
import type { Counts } from "@/lib/progress/counts";
import { Bar } from "./bar";

interface CountsBarProps {
  counts: Counts;
  /** Games that a bar of full length stands for. */
  most: number;
}

/** A bar of some games by award; those without an award are its hollow rest. */
export function CountsBar({ counts, most }: CountsBarProps) {
  const awards = AWARD_COLORS.map(({ key }) => ({ kind: key, count: counts[key] }));
  return (
    <Bar
      length={counts.played / most}
      parts={[...awards, { kind: "unfinished", count: withoutAward(counts) }]}
      label={inWords(counts)}
    />
  );
}

/** Counts in words: `3 mastered, 1 unfinished, 1 subset`. Unfinished subsets are not among RA's unfinished. */
function inWords(counts: Counts): string {
  const subsets = withoutAward(counts) - counts.unfinished;
  const parts = [...AWARD_COLORS, { key: "unfinished", label: "Unfinished" } as const]
    .filter(({ key }) => counts[key] > 0)
    .map(({ key, label }) => `${formatNumber(counts[key])} ${label.toLowerCase()}`);
  if (subsets > 0) parts.push(pluralize(subsets, "subset"));
  return parts.length === 0 ? "no game" : parts.join(", ");
}

function withoutAward(counts: Counts): number {
  return counts.played - AWARD_COLORS.reduce((sum, { key }) => sum + counts[key], 0);
}
