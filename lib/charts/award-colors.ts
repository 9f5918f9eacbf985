import type { Counts } from "@/lib/progress/counts";

/** The four award kinds, best first, as every chart stacks and colours them. */
export const AWARD_COLORS = [
  { key: "mastered", label: "Mastered", color: "var(--gold)" },
  { key: "completed", label: "Completed", color: "var(--gold-pale)" },
  { key: "beaten", label: "Beaten", color: "var(--silver)" },
  { key: "beatenCasual", label: "Beaten (casual)", color: "var(--silver-pale)" },
] as const satisfies readonly { key: keyof Counts; label: string; color: string }[];
