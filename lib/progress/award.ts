import type { AwardKind } from "@/lib/domain/player";

const LABELS: Record<AwardKind, string> = {
  mastered: "Mastered",
  completed: "Completed",
  "beaten-hardcore": "Beaten",
  "beaten-softcore": "Beaten (casual)",
};

/** An award as RA's page names it: "casual" is the API's "softcore". */
export function awardLabel(kind: AwardKind): string {
  return LABELS[kind];
}
