"use client";

import { ProgressLine, useUnlockProgress } from "@/app/_components/unlocks/progress-line";

interface YearProgressProps {
  /** The player's name. */
  name: string;
  /** The first year that is known. */
  since: number;
}

/** Says that older unlocks are loading, and offers them when they are there. */
export function YearProgress({ name, since }: YearProgressProps) {
  const shown = { since, isComplete: false };
  return <ProgressLine shown={shown} progress={useUnlockProgress(name, shown)} />;
}
